import { join } from 'node:path';
import { Chain, lawful } from './chain.ts';
import { type Damage, Unsound } from './damage.ts';
import { damageOf } from './day.ts';
import type { Disk } from './disk.ts';
import { type Entry, GENESIS, type Head } from './entry.ts';
import { damageIn, datesIn, fileName, halfRestored, pathOf } from './files.ts';
import { readLines, streamLines } from './lines.ts';
import type { Finding, Sound, Verdict } from './verdict.ts';
import { Hearing, type Listener, readClosings, readWitnesses } from './witnesses.ts';

export { printVerdict } from './verdict.ts';

/** Somebody else to listen to a data folder's entries. */
export type Invite = (disk: Disk, folder: string) => Promise<Listener>;

/**
 * Reads every entry of a data folder, or of each data folder inside it, and writes nothing: a running
 * hub's folder may be verified. Throws only what the disk throws.
 */
export async function verifyFolder(disk: Disk, folder: string, invite?: Invite): Promise<Verdict> {
  const at = { disk, folder, name: '', ...(invite && { invite }) };
  if (await datesIn(disk, folder)) return verdict([await verifyOne(at)]);
  const findings: Finding[] = [];
  for (const name of [...((await disk.list(folder)) ?? [])].sort()) {
    const inner = join(folder, name);
    if (await datesIn(disk, inner)) findings.push(await verifyOne({ ...at, folder: inner, name }));
  }
  const nothing = { file: folder, line: 0, what: 'absent' } as const;
  if (findings.length > 0) return verdict(findings);
  return verdict([{ ok: false, name: '', entries: 0, damage: nothing }]);
}

const verdict = (ledgers: readonly Finding[]): Verdict => ({
  ok: ledgers.every(({ ok }) => ok),
  ledgers,
});

interface At {
  readonly disk: Disk;
  readonly folder: string;
  readonly name: string;
  readonly invite?: Invite;
}

async function verifyOne({ disk, folder, name, invite }: At): Promise<Finding> {
  const half = await halfRestored(disk, folder);
  if (half) return { ok: false, name, entries: 0, damage: half };
  // Before the days: what these files name was in the ledger when they were written.
  const { heads: closings } = await readClosings(disk, folder);
  const witnesses = await readWitnesses(disk, folder);
  const hearing = new Hearing(witnesses.heads);
  const guest = await invite?.(disk, folder);
  const listeners = guest ? [hearing, guest] : [hearing];
  const days = await verifyDays(disk, folder, new Walk(lawful(closings), listeners));

  const { walk, torn } = days;
  const found = days.damage ?? witnesses.damage ?? hearing.verdict();
  const damage = found ?? (await guest?.verdict());
  if (damage) return { ok: false, name, entries: walk.entries, damage };
  const { head, first, entries } = walk;
  return { ok: true, name, entries, head, first, ...(torn && { torn }) };
}

/** What has been read so far. */
class Walk {
  head: Head = GENESIS;
  first = 1;
  entries = 0;
  readonly begin: ReturnType<typeof lawful>;
  readonly #listeners: readonly Listener[];

  constructor(begin: ReturnType<typeof lawful>, listeners: readonly Listener[]) {
    this.begin = begin;
    this.#listeners = listeners;
  }

  chain(): Chain {
    return new Chain(this.entries > 0 ? this.head : null, this.begin);
  }

  meet(entry: Entry): void {
    if (this.entries === 0) this.first = entry.seq;
    this.entries++;
    this.head = entry;
    for (const listener of this.#listeners) listener.hear(entry);
  }
}

interface Days {
  readonly walk: Walk;
  readonly damage?: Damage;
  readonly torn?: Sound['torn'];
}

async function verifyDays(disk: Disk, folder: string, walk: Walk): Promise<Days> {
  const dates = (await datesIn(disk, folder)) ?? [];
  for (const date of dates) {
    const chain = walk.chain();
    const last = date === dates.at(-1);
    const { rest, bad } = await verifyDay(disk, pathOf(folder, date), walk, chain);
    if (bad) {
      const bytes = last ? await tornBytes(disk, pathOf(folder, date), chain) : 0;
      if (bytes > 0) return { walk, torn: { file: fileName(date), bytes } };
      return { walk, damage: damageOf(date, chain, bad) };
    }
    if (rest.bytes > 0 && last) return { walk, torn: { file: fileName(date), bytes: rest.bytes } };
    if (rest.bytes > 0) {
      return { walk, damage: damageIn(date, rest.line, chain.due(), 'unfinished') };
    }
  }
  return { walk };
}

async function verifyDay(disk: Disk, path: string, walk: Walk, chain: Chain) {
  let line = 0;
  const visit = (bytes: Buffer, number: number) => {
    line = number;
    walk.meet(chain.parse(bytes, number));
  };
  try {
    const bytes = await streamLines(disk, path, visit);
    return { rest: { bytes, line: line + 1 } };
  } catch (cause) {
    if (!(cause instanceof Unsound)) throw cause;
    return { rest: { bytes: 0, line }, bad: { number: line, cause } };
  }
}

/** Looks at a last file with a bad line once more, whole: a hole in an unfinished write is no damage. */
async function tornBytes(disk: Disk, path: string, chain: Chain): Promise<number> {
  const bytes = (await disk.read(path)) ?? Buffer.alloc(0);
  const { whole, bad } = readLines(bytes, chain);
  return bad ? 0 : bytes.length - whole;
}
