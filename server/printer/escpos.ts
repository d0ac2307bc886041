import iconv from 'iconv-lite';
import thermal from 'node-thermal-printer';
import { columnsOf, fold } from './fold.ts';
import type { Pair, Paper } from './paper.ts';

const { ThermalPrinter, PrinterTypes, BreakLine } = thermal;
type Press = InstanceType<typeof ThermalPrinter>;

/** Letters of the usual and of the small type on a line, by the roll's width in millimetres. */
const COLUMNS = { 58: { usual: 32, small: 42 }, 80: { usual: 48, small: 64 } } as const;
/** The largest type a printer has: eight times its usual one. */
const LARGEST = 8;
/** ESC @ and FS &: as after switching on, with Chinese letters, which the library leaves to chance. */
const START = Buffer.from([0x1b, 0x40, 0x1c, 0x26]);
/** GS r 1: answered when everything before it is done, not before. */
const DONE = Buffer.from([0x1d, 0x72, 1]);

export type PaperWidth = keyof typeof COLUMNS;

/**
 * The bytes of a ticket: ESC/POS, GB18030. Ends with a question that a printer answers when the
 * ticket is out.
 *
 * @param page address of the ticket's own page, as a QR code
 */
export function bytesOf(paper: Paper, width: PaperWidth, page: string | null): Buffer {
  // No interface: the library only writes the language, the line to the printer is ours.
  const press = new ThermalPrinter({
    ...{ type: PrinterTypes.EPSON, interface: '', breakLine: BreakLine.NONE },
    width: COLUMNS[width].usual,
  });
  press.add(START);
  press.alignCenter();
  pair(press, paper.branch, width);
  press.newLine();
  number(press, paper.number, width);
  pair(press, paper.service, width, 2);
  press.newLine();
  for (const line of paper.place) pair(press, line, width);
  for (const line of paper.asks) pair(press, line, width);
  if (page) {
    press.newLine();
    press.printQR(page, { cellSize: 6, correction: 'M', model: 2 });
    pair(press, paper.scan, width);
  }
  for (const line of paper.marks) pair(press, line, width);
  say(press, paper.time, COLUMNS[width].usual);
  press.partialCut({ verticalTabAmount: 1 });
  press.add(DONE);
  return press.getBuffer();
}

/** As large as the roll allows, the letter a little lighter than the digits. */
function number(press: Press, value: string, width: PaperWidth): void {
  const fits = Math.floor((COLUMNS[width].usual - 2) / columnsOf(value));
  // The library takes 0 for one time.
  const size = Math.max(1, Math.min(LARGEST, fits)) - 1;
  const letters = /^[^\d]*/.exec(value)?.[0] ?? '';
  press.setTextSize(size, size);
  press.add(chinese(letters));
  press.bold(true);
  press.add(chinese(`${value.slice(letters.length)}\n`));
  press.bold(false);
  press.setTextSize(0, 0);
}

function pair(press: Press, { zh, en }: Pair, width: PaperWidth, times = 1): void {
  const { usual, small } = COLUMNS[width];
  press.setTextSize(times - 1, times - 1);
  say(press, zh, Math.floor(usual / times));
  press.setTextSize(0, 0);
  press.setTypeFontB();
  say(press, en, small);
  press.setTypeFontA();
}

function say(press: Press, text: string, columns: number): void {
  for (const line of fold(text, columns)) press.add(chinese(`${line}\n`));
}

/** The library's own encoding stops at GBK and then changes code pages in the middle of a name. */
const chinese = (text: string) => iconv.encode(text, 'gb18030');
