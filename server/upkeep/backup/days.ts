import { Chain, lawful } from '../../ledger/chain.ts';
import { sayDamage, Unsound } from '../../ledger/damage.ts';
import { damageOf } from '../../ledger/day.ts';
import { type Entry, type Head, unseal } from '../../ledger/entry.ts';
import { datesIn, fileName, pathOf } from '../../ledger/files.ts';
import { linesOf, readLines } from '../../ledger/lines.ts';
import { readClosings } from '../../ledger/witnesses.ts';
import { Plain } from '../../plainly.ts';
import { type Copying, differs, lackOf, makeUp, readFlushed } from './lines.ts';
import { copyPhotos } from './photos.ts';

const ledgerFile = (date: string) => `ledger/${fileName(date)}`;

/**
 * The business days whose copies lack something, in order. Only reads.
 *
 * @param compared days known to be copied whole; those found so are added
 * @throws Plain when the copy holds something that the ledger lacks
 */
export async function daysDue(copying: Copying, compared: Set<string>): Promise<string[]> {
  const { from, to } = copying;
  const ours = (await datesIn(from.disk, from.folder)) ?? [];
  const copied = (await datesIn(to.disk, to.folder)) ?? [];
  for (const date of copied) if (!ours.includes(date)) await mayStay(copying, date, ours[0]);
  const due: string[] = [];
  for (const date of ours) {
    if (compared.has(date) && copied.includes(date)) continue;
    const { bytes, lack } = await compare(copying, date);
    if (lack.anew || lack.from < bytes.length) due.push(date);
    else if (date !== ours.at(-1)) compared.add(date);
  }
  return due;
}

/** A day that was pruned here stays in the copy; a later one is more than we have. */
async function mayStay({ to }: Copying, date: string, first = ''): Promise<void> {
  const bytes = date < first ? null : await to.disk.read(pathOf(to.folder, date));
  if (bytes && bytes.length > 0) throw differs(to, ledgerFile(date));
}

async function compare({ from, to }: Copying, date: string) {
  const bytes = (await readFlushed(from.disk, pathOf(from.folder, date))) ?? Buffer.alloc(0);
  const copy = (await to.disk.read(pathOf(to.folder, date))) ?? Buffer.alloc(0);
  const lack = lackOf(bytes, copy, isEntry);
  if (!lack) throw differs(to, ledgerFile(date));
  return { bytes, lack };
}

/** A line of a newer program is one too. */
function isEntry(line: Buffer): boolean {
  try {
    return Boolean(unseal(line, null));
  } catch (error) {
    return error instanceof Unsound && error.flaw === 'newer';
  }
}

/**
 * Copies what a day lacks, each entry sound and in its place; earlier days come first.
 *
 * @throws Plain naming the first bad entry; those before it are copied
 */
export async function copyDay(copying: Copying, date: string): Promise<void> {
  const { disk, folder } = copying.to;
  const { bytes, lack } = await compare(copying, date);
  // A copy that was cut off within a line is taken up again at its beginning.
  const start = lack.from === 0 ? 0 : bytes.lastIndexOf(10, lack.from - 1) + 1;
  const chain = await chainBehind(copying, date, bytes.subarray(0, start));
  const { rows, whole, bad } = readLines(bytes.subarray(start), chain);
  const ours = bytes.subarray(0, start + whole);
  const steps = groupEnds(rows, linesOf(ours.subarray(start)), start);
  // Before the lines that name them: the copy never has a fact without its photo.
  await copyPhotos(copying, ours.subarray(start));
  await makeUp(disk, pathOf(folder, date), ours, lack, steps);
  if (!bad) return;
  const number = linesOf(bytes.subarray(0, start)).length + bad.number;
  const damage = damageOf(date, chain, { ...bad, number });
  const isSeam = number === 1 && (damage.what === 'misplaced' || damage.what === 'unlinked');
  if (isSeam) throw differs(copying.to, ledgerFile(date));
  throw new Plain(
    `Copied up to the first bad entry and no further: ${sayDamage(damage)}. Check the data folder with npm run verify.`,
  );
}

/** Where each group ends, in bytes; the first line begins at `start`. */
function groupEnds(entries: readonly Entry[], lines: readonly Buffer[], start: number): number[] {
  const ends = new Map<number, number>();
  let end = start;
  for (const [i, { group }] of entries.entries()) {
    end += (lines[i]?.length ?? 0) + 1;
    ends.set(group, end);
  }
  return [...ends.values()];
}

async function chainBehind(copying: Copying, date: string, before: Buffer): Promise<Chain> {
  const { disk, folder } = copying.from;
  const head = lastOf(before) ?? (await headBefore(copying, date));
  return new Chain(head, lawful((await readClosings(disk, folder)).heads));
}

/** The last entry copied of the days before. */
async function headBefore({ to }: Copying, date: string): Promise<Head | null> {
  const copied = (await datesIn(to.disk, to.folder)) ?? [];
  for (const earlier of copied.filter((d) => d < date).reverse()) {
    const head = lastOf((await to.disk.read(pathOf(to.folder, earlier))) ?? Buffer.alloc(0));
    if (head) return head;
  }
  return null;
}

function lastOf(bytes: Buffer): Head | null {
  const last = linesOf(bytes).at(-1);
  return last ? unseal(last, null) : null;
}
