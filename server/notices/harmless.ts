/**
 * What a group's screen would take for more than letters: mentions, tags, markdown, links. Escapes
 * differ from service to service, and not all are honoured; a full-width twin is read the same and is
 * nothing else anywhere.
 */
const BUSY = /[@<>[\]()*_#`~|!\\{}]/g;
const LINK = /:(?=\/\/)|(?<=\bwww)\.|(?<=\bmailto):/gi;

/** Distance of a letter of ASCII to its full-width twin. */
const WIDE = 0xfee0;
const twin = (letter: string) => String.fromCharCode(letter.charCodeAt(0) + WIDE);

/** The same text, which no service can take for anything but text. */
export const harmless = (text: string) => text.replace(LINK, twin).replace(BUSY, twin);
