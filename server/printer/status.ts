import type { PrinterCondition } from '../../shared/views/printers.ts';

/** DLE EOT n, answered at once, in the midst of printing: the printer, why offline, errors, paper. */
export const QUESTIONS = [1, 2, 3, 4] as const;
export const question = (n: number) => Buffer.from([0x10, 0x04, n]);

/** Fixed bits tell an answer to DLE EOT, and to GS r, from whatever else a printer says unasked. */
export const isStatus = (byte: number) => (byte & 0x93) === 0x12;
export const isDone = (byte: number) => (byte & 0x93) === 0;

/** Bits by Epson's ESC/POS reference, DLE EOT. */
const OFFLINE = 0x08;
const COVER_OPEN = 0x04;
const STOPPED_BY_PAPER_END = 0x20;
const ERROR = 0x40;
const ANY_ERROR = 0x6c;
const NEAR_END = 0x0c;
const PAPER_END = 0x60;

/** What the four answers say together; one that did not come says nothing. */
export function conditionOf(answers: readonly (number | null)[]): PrinterCondition {
  const [printer, cause, error, paper] = QUESTIONS.map((_, i) => answers[i] ?? 0) as [
    number,
    number,
    number,
    number,
  ];
  if (cause & COVER_OPEN) return 'coverOpen';
  if (paper & PAPER_END || cause & STOPPED_BY_PAPER_END) return 'paperOut';
  if (cause & ERROR || error & ANY_ERROR || printer & OFFLINE) return 'error';
  return paper & NEAR_END ? 'paperLow' : 'ok';
}
