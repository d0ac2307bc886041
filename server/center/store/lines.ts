import { type RawBuilder, sql } from 'kysely';

/** Lines without newlines, as rows numbered from 1: one parameter, however many they are. */
export const numbered = (lines: readonly string[]): RawBuilder<unknown> => rowsOf(lines.join('\n'));

/** The same of lines as bytes, for a real PostgreSQL: they are UTF-8, and sent as they are. */
export const numberedBytes = (lines: readonly Buffer[]): RawBuilder<unknown> =>
  rowsOf(Buffer.concat(lines.flatMap((line, i) => (i === 0 ? [line] : [NEWLINE, line]))));

const NEWLINE = Buffer.from('\n');

const rowsOf = (text: string | Buffer) =>
  sql`string_to_table(${text}, E'\n') with ordinality as given (line, n)`;
