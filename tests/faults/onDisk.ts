import type { Fact } from '../../shared/lobby.ts';
import type { MemoryDisk } from '../kit/memoryDisk.ts';
import { FOLDER } from './life.ts';

/** A line of the ledger as anybody may read it, without the program's own code. */
export interface Line {
  readonly seq: number;
  readonly at: number;
  readonly id: string;
  readonly hash: string;
  readonly facts: readonly Fact[];
  readonly date: string;
}

/** Business days with a file, ascending. */
export const datesOn = (disk: MemoryDisk): string[] =>
  disk.paths.flatMap((path) => /\/data\/ledger\/([-\d]+)\.jsonl$/.exec(path)?.[1] ?? []);

/** Whole lines of the ledger, in order. */
export function linesOn(disk: MemoryDisk): Line[] {
  return datesOn(disk).flatMap((date) => {
    const text = String(disk.peek(`${FOLDER}/ledger/${date}.jsonl`));
    return text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .flatMap((line) => lineOf(line) ?? [])
      .map((line) => ({ ...line, date }));
  });
}

/** What is no JSON is no entry: whatever it was is lost. */
export function lineOf(text: string): Omit<Line, 'date'> | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The rows of a file beside the ledger. */
export function rowsOn(disk: MemoryDisk, name: string): { readonly seq: number }[] {
  const text = String(disk.peek(`${FOLDER}/${name}`) ?? '');
  return text.split('\n').flatMap((line) => lineOf(line) ?? []);
}

/** How often each id stands in the ledger. */
export function countIds(lines: readonly Pick<Line, 'id'>[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { id } of lines) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}
