import { type PrinterCondition, prints } from '../../shared/views/printers.ts';
import { Line, type LineParts } from './line.ts';
import { conditionOf, isDone, isStatus, QUESTIONS, question } from './status.ts';

/** Real milliseconds. */
export interface Patience {
  readonly connect: number;
  /** For the answer to a question about its state. */
  readonly answer: number;
  /** For taking a ticket, and for saying that it is out. */
  readonly print: number;
}

export const usualPatience: Patience = { connect: 3000, answer: 700, print: 3000 };

/** How a printer was found. */
export interface Found {
  readonly is: PrinterCondition;
  readonly tells: boolean;
}

/**
 * - `done`: out, or taken by a printer that tells nothing, which then closed in good order
 * - `notBegun`: not a byte of it was sent
 * - `failed`: sent, and the printer itself says why it is not out
 * - `unsure`: sent, and then no word
 */
export interface Told {
  readonly came: 'done' | 'notBegun' | 'failed' | 'unsure';
  readonly found: Found;
}

const gone: Found = { is: 'unreachable', tells: false };

export interface TalkParts extends LineParts {
  readonly patience: Patience;
}

/** Asks a printer how it is. One that tells nothing but hangs up when asked to is `ok`. */
export async function look(parts: TalkParts): Promise<Found> {
  const { patience } = parts;
  const line = await Line.open(parts);
  if (!line) return gone;
  const is = await ask(line, patience.answer);
  const ended = await line.end(is ? 0 : patience.answer);
  if (is) return { is, tells: true };
  return ended ? { is: 'ok', tells: false } : gone;
}

/**
 * Sends a ticket over one connection.
 *
 * @param tells it answered when it was last asked: then it is asked before and after
 */
export async function print(parts: TalkParts, bytes: Buffer, tells: boolean): Promise<Told> {
  const { patience } = parts;
  const line = await Line.open(parts);
  if (!line) return { came: 'notBegun', found: gone };
  try {
    return tells ? await withWords(line, bytes, patience) : await silently(line, bytes, patience);
  } finally {
    line.drop();
  }
}

async function withWords(line: Line, bytes: Buffer, patience: Patience): Promise<Told> {
  const before = await ask(line, patience.answer);
  if (!before) return { came: 'notBegun', found: gone };
  if (!prints(before)) return { came: 'notBegun', found: { is: before, tells: true } };
  const sent = await line.write(bytes, patience.print);
  const done = sent && (await line.hear(isDone, patience.print)) !== null;
  if (done) return { came: 'done', found: { is: before, tells: true } };
  const after = await ask(line, patience.answer);
  if (!after) return { came: 'unsure', found: gone };
  // All is well with it: it knows the one question and not the other.
  const came = !prints(after) ? 'failed' : sent ? 'done' : 'unsure';
  return { came, found: { is: after, tells: true } };
}

async function silently(line: Line, bytes: Buffer, patience: Patience): Promise<Told> {
  const sent = await line.write(bytes, patience.print);
  const ended = sent && (await line.end(patience.print));
  return ended
    ? { came: 'done', found: { is: 'ok', tells: false } }
    : { came: 'unsure', found: gone };
}

/** null: no answer at all. */
async function ask(line: Line, ms: number): Promise<PrinterCondition | null> {
  const answers: (number | null)[] = [];
  for (const n of QUESTIONS) {
    const answer = (await line.write(question(n), ms)) ? await line.hear(isStatus, ms) : null;
    if (answer === null && answers.length === 0) return null;
    answers.push(answer);
  }
  return conditionOf(answers);
}
