/** Dates and clock times say nothing of a person, however many digits they have. */
const DATES = /(19|20)\d\d[-./年]\d{1,2}[-./月]\d{1,2}日?|\b\d{1,2}:\d{2}(:\d{2})?\b/g;
/** 〇 零 一 to 九, and 幺, as they are spoken on the telephone. */
const SPOKEN = String.fromCodePoint(
  ...[0x3007, 0x96f6, 0x4e00, 0x4e8c, 0x4e09, 0x56db, 0x4e94, 0x516d, 0x4e03, 0x516b, 0x4e5d],
);
const ALSO_ONE = String.fromCodePoint(0x5e7a);
/** So many digits in a row are a phone, a card or an identity number. */
const LONG = /\d{7,}/;

/**
 * Whether a text holds what looks like a customer's phone, card or identity number, or an address of
 * theirs on the net; also where it is written with gaps, in wide digits or in words. Used to refuse
 * such a text: it must never reach the ledger, which forgets nothing.
 */
export function looksLikeIdentity(text: string): boolean {
  const plain = text.normalize('NFKC').replace(DATES, ' ').replaceAll(ALSO_ONE, '1');
  const digits = [...plain].map((c) => (SPOKEN.includes(c) ? spoken(c) : c)).join('');
  return LONG.test(digits.replace(/(?<=\d)[\s\-–—_.·*/()]+(?=\d)/gu, '')) || /\S@\S/.test(plain);
}

/** 〇 and 零 are both nought. */
const spoken = (c: string) => String(Math.max(0, SPOKEN.indexOf(c) - 1));
