import { type RawBuilder, sql } from 'kysely';

/** Lines without newlines, as rows numbered from 1: one parameter, however many they are. */
export const numbered = (lines: readonly string[]): RawBuilder<unknown> =>
  sql`string_to_table(${lines.join('\n')}, E'\n') with ordinality as given (line, n)`;
