import type { TicketClass } from '../../../shared/visit/ticket.ts';

/** One line of a recorded log. Times are milliseconds, local times read as if they were UTC. */
export interface Row {
  /** In the file; the header is line 1. */
  readonly line: number;
  readonly id: string;
  /** As the log names them; empty where it names none. */
  readonly branch: string;
  readonly service: string;
  readonly server: string;
  readonly class: TicketClass;
  readonly arrive: number;
  readonly start: number | null;
  readonly end: number | null;
  readonly outcome: Outcome;
  /** Had to wait in a line. */
  readonly queued: boolean;
}

export const NEEDED = ['id', 'arrive', 'start', 'outcome'] as const;
export const WELCOME = ['class', 'end', 'server', 'service', 'queued', 'branch'] as const;
export type Column = (typeof NEEDED)[number] | (typeof WELCOME)[number];

/** The cell of a column, trimmed; undefined where the file has no such column. */
export type Cells = (column: Column) => string | undefined;

const OUTCOMES = ['served', 'abandoned', 'noshow', 'called', 'not_called'] as const;
export type Outcome = (typeof OUTCOMES)[number];
const CLASSES: readonly TicketClass[] = ['premium', 'ordinary', 'care', 'unrecorded'];

/** Outcomes of those who were called: they have a start, the others have none. */
const CALLED: readonly Outcome[] = ['served', 'noshow', 'called'];

/** A row that makes no sense. */
export class BadRow extends Error {
  readonly column: Column | null;

  constructor(column: Column | null, what: string) {
    super(what);
    this.column = column;
  }
}

/** @throws BadRow naming the first column that makes no sense, and why */
export function readRow(cells: Cells, line: number): Row {
  const outcome = oneOf(OUTCOMES, 'outcome', cells('outcome') ?? '');
  const row: Row = {
    line,
    id: name('id', cells('id') ?? '', true),
    branch: name('branch', cells('branch') ?? '', cells('branch') !== undefined),
    service: name('service', cells('service') ?? ''),
    server: name('server', cells('server') ?? ''),
    class: oneOf(CLASSES, 'class', cells('class') || 'unrecorded'),
    arrive: time('arrive', cells('arrive') ?? '') ?? missing('arrive'),
    start: time('start', cells('start') ?? ''),
    end: time('end', cells('end') ?? ''),
    outcome,
    queued: yesOrNo('queued', cells('queued') ?? '1'),
  };
  checkSense(row);
  return row;
}

const DAY = 24 * 60 * 60 * 1000;

function checkSense({ arrive, start, end, outcome }: Row): void {
  const called = CALLED.includes(outcome);
  if (called && start === null)
    throw new BadRow('start', `is empty, but the outcome is "${outcome}"`);
  if (!called && start !== null)
    throw new BadRow('start', `is not empty, but the outcome is "${outcome}"`);
  if (start !== null && start < arrive) throw new BadRow('start', 'is before "arrive"');
  if (end !== null && end < (start ?? arrive))
    throw new BadRow('end', `is before "${start === null ? 'arrive' : 'start'}"`);
  if ((start ?? 0) - arrive > DAY) throw new BadRow('start', 'is more than 24 h after "arrive"');
  if ((end ?? 0) - arrive > DAY) throw new BadRow('end', 'is more than 24 h after "arrive"');
}

function missing(column: Column): never {
  throw new BadRow(column, 'is empty');
}

function oneOf<T extends string>(known: readonly T[], column: Column, cell: string): T {
  const found = known.find((k) => k === cell);
  if (found === undefined)
    throw new BadRow(column, `is "${shown(cell)}", which is none of ${known.join(', ')}`);
  return found;
}

function yesOrNo(column: Column, cell: string): boolean {
  if (cell !== '0' && cell !== '1') throw new BadRow(column, `is "${shown(cell)}"; write 1 or 0`);
  return cell === '1';
}

/** Names go into the ledger: one line of readable letters. */
function name(column: Column, cell: string, needed = false): string {
  if (needed && cell === '') missing(column);
  if (cell.length > 100) throw new BadRow(column, 'is longer than 100 letters');
  if (/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(cell))
    throw new BadRow(column, 'holds a letter that cannot be seen');
  return cell;
}

const LOCAL = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/;

function time(column: Column, cell: string): number | null {
  if (cell === '') return null;
  const ms = LOCAL.test(cell) ? Date.parse(`${cell}Z`) : Number.NaN;
  // A date that does not exist (30 February, 24:00) is read as the next one that does.
  const exists = !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(cell.slice(0, 16));
  if (!exists)
    throw new BadRow(
      column,
      `is "${shown(cell)}"; write local time without zone, as 2026-11-23T09:30:00`,
    );
  return ms;
}

const shown = (cell: string) => JSON.stringify(cell.slice(0, 40)).slice(1, -1);
