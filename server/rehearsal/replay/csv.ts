import { CsvError, parse } from 'csv-parse/sync';
import { BadRow, type Column, NEEDED, type Row, readRow, WELCOME } from './row.ts';

export interface Log {
  /** In the file's order. */
  readonly rows: readonly Row[];
  readonly bad: readonly Bad[];
  readonly columns: ReadonlySet<Column>;
}

export interface Bad {
  readonly line: number;
  /** A sentence: which column, and what is wrong with it. */
  readonly what: string;
}

export interface ReadOptions {
  /** Bad rows are left out and listed, instead of ending the reading. */
  readonly skipBad: boolean;
}

/** A recorded log that cannot be replayed. The message says where in it, why, and what to do. */
export class BadLog extends Error {}

/**
 * Reads a recorded log: CSV with a header. Columns that it does not know are passed over.
 *
 * @throws BadLog
 */
export function readLog(text: string, { skipBad }: ReadOptions): Log {
  const [header, ...records] = recordsOf(text);
  const columns = columnsOf(header?.record ?? []);
  const rows: Row[] = [];
  const bad: Bad[] = [];
  const read = reader(columns);
  for (const { record, line } of records) {
    try {
      rows.push(read(record, line));
    } catch (error) {
      if (!(error instanceof BadRow)) throw error;
      const what = `${error.column ? `"${error.column}" ` : ''}${error.message}`;
      if (!skipBad)
        throw new BadLog(`line ${line}: ${what}; mend the row, or leave it out with --skip-bad`);
      bad.push({ line, what });
    }
  }
  const known = columns.filter((name) => [...NEEDED, ...WELCOME].includes(name));
  return { rows, bad, columns: new Set(known) };
}

/** Reads one record after another; throws BadRow. */
function reader(columns: readonly Column[]) {
  const places = new Map(columns.map((name, i) => [name, i]));
  const seen = new Map<string, number>();
  return (record: readonly string[], line: number): Row => {
    if (record.length !== columns.length)
      throw new BadRow(
        null,
        `it has ${record.length} fields where the header has ${columns.length}`,
      );
    const row = readRow((column) => {
      const place = places.get(column);
      return place === undefined ? undefined : record[place];
    }, line);
    const key = `${row.branch}\n${row.id}`;
    const first = seen.get(key);
    if (first !== undefined) throw new BadRow('id', `stands on line ${first} already`);
    seen.set(key, line);
    return row;
  };
}

interface Numbered {
  readonly record: readonly string[];
  readonly line: number;
}

function recordsOf(text: string): Numbered[] {
  const options = { bom: true, info: true, trim: true, relax_column_count: true } as const;
  try {
    // With `info`, each record comes with its place; the library's types do not say so.
    const parsed = parse(text, { ...options, relax_quotes: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    const records = parsed.map(({ record, info }) => ({ record, line: info.lines }));
    return records.filter(({ record }) => record.length > 1 || record[0] !== '');
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new BadLog(`it is no CSV: ${error.message}; no row after that can be read`);
  }
}

function columnsOf(header: readonly string[]): Column[] {
  const absent = NEEDED.filter((name) => !header.includes(name));
  if (absent.length > 0)
    throw new BadLog(
      `line 1: the header lacks ${absent.join(', ')}; it must name ${NEEDED.join(', ')}, and may name ${WELCOME.join(', ')}`,
    );
  const twice = [...NEEDED, ...WELCOME].find(
    (name) => header.indexOf(name) !== header.lastIndexOf(name),
  );
  if (twice) throw new BadLog(`line 1: the header names ${twice} twice`);
  return header as Column[];
}
