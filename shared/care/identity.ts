/** Dates and clock times say nothing of a person, however many digits they have. */
const DATES = /(19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?|\b\d{1,2}:\d{2}(:\d{2})?\b/g;
const SPOKEN = '〇零一二三四五六七八九';
/** So many digits in a row are a phone, a card or an identity number. */
const LONG = /\d{7,}/;

/**
 * Whether a text holds what looks like a customer's phone, card or identity number, or an address of
 * theirs on the net; also where it is written with gaps, in wide digits or in words. Used to refuse
 * such a text: it must never reach the ledger, which forgets nothing.
 */
export function looksLikeIdentity(text: string): boolean {
  const plain = text.normalize('NFKC').replace(DATES, ' ').replaceAll('幺', '一');
  const digits = [...plain].map((c) => (SPOKEN.includes(c) ? spoken(c) : c)).join('');
  return LONG.test(digits.replace(/(?<=\d)[\s\-–—_.·*/()]+(?=\d)/gu, '')) || /\S@\S/.test(plain);
}

/** 〇 and 零 are both nought. */
const spoken = (c: string) => String(Math.max(0, SPOKEN.indexOf(c) - 1));
