/**
 * A day's rows by their ordinal (from 1), as plain data that is never changed in place. A change
 * copies one leaf and the list of leaves, so its cost does not grow with a day anybody will see.
 */
export interface Table<T> {
  readonly size: number;
  readonly leaves: readonly (readonly T[])[];
}

const LEAF = 64;

export const emptyTable: Table<never> = { size: 0, leaves: [] };

export function rowAt<T>(table: Table<T>, ordinal: number): T | undefined {
  return table.leaves[Math.floor((ordinal - 1) / LEAF)]?.[(ordinal - 1) % LEAF];
}

/** Replaces a row, or adds the next one (`ordinal` = size + 1). */
export function withRow<T>(table: Table<T>, ordinal: number, row: T): Table<T> {
  if (ordinal < 1 || ordinal > table.size + 1) throw new RangeError(`no row ${ordinal}`);
  const at = Math.floor((ordinal - 1) / LEAF);
  const leaf = (table.leaves[at] ?? []).slice();
  leaf[(ordinal - 1) % LEAF] = row;
  const leaves = table.leaves.slice();
  leaves[at] = leaf;
  return { size: Math.max(table.size, ordinal), leaves };
}

export function* rowsOf<T>(table: Table<T>): Generator<T> {
  for (const leaf of table.leaves) yield* leaf;
}

/** Newest first, as the display reads the calls. */
export function* newestOf<T>(table: Table<T>): Generator<T> {
  for (let n = table.size; n >= 1; n--) {
    const row = rowAt(table, n);
    if (row !== undefined) yield row;
  }
}
