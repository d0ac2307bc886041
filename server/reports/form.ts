import { faces } from '../../shared/words/faces.ts';

/**
 * The official form 公文格式 in the lengths Word counts in: GB/T 9704-2012 has A4, a text block of
 * 156 × 225 mm below 37 mm and behind 28 mm, and in it 22 lines of 28 characters of 三号.
 */

/** Twentieths of a point. */
export const millimetres = (mm: number) => Math.round((mm / 25.4) * 72 * 20);

const BLOCK = { width: 156, height: 225 } as const;
const LINES = 22;
const CHARACTERS = 28;

/** 三号, points. */
const BODY = 16;

export const page = {
  size: { width: millimetres(210), height: millimetres(297) },
  margin: {
    ...{ top: millimetres(37), left: millimetres(28) },
    ...{ right: millimetres(210 - 28 - BLOCK.width), bottom: millimetres(297 - 37 - BLOCK.height) },
    /** The page number's dash lies 7 mm below the block; 四号 is 5 mm high. */
    ...{ header: millimetres(15), footer: millimetres(297 - 37 - BLOCK.height - 7 - 5) },
  },
} as const;

/** Distance from line to line: 225 mm ÷ 22. */
export const LINE = Math.round(millimetres(BLOCK.height) / LINES);

/**
 * What each character of 三号 gives up, twentieths of a point, so that 28 go into 156 mm. A grid of
 * characters would say the same to Word alone: other programs stretch tables by it.
 */
export const SQUEEZE = Math.floor(millimetres(BLOCK.width) / CHARACTERS) - BODY * 20;

/** Half points. */
export const SIZES = { title: 44, body: 32, small: 28, notes: 24, table: 21, narrow: 18 } as const;

/** Two characters of 三号. */
export const INDENT = BODY * 2 * 20;

export const BLOCK_WIDTH = millimetres(BLOCK.width);

export const FONTS = {
  head: faces.head[0],
  body: faces.body[0],
  bold: faces.bold[0],
  latin: 'Times New Roman',
} as const;

/** Word's own table of fonts: without a face it takes the first of the others that it has. */
export function fontTable(): string {
  const fonts = Object.values(faces).map(
    ([name, others]) => `<w:font w:name="${name}"><w:altName w:val="${others}"/></w:font>`,
  );
  const schema = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="${schema}">${fonts.join('')}</w:fonts>`;
}
