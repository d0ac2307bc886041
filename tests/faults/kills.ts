import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { printVerdict } from '../../server/ledger/verdict.ts';
import { verifyHistory } from '../../server/rebuilt.ts';
import { dice } from '../kit/dice.ts';
import { countIds, lineOf } from './onDisk.ts';
import { Presser } from './presser.ts';
import { spawnHub } from './process.ts';
import { Failures, type Outcome, type Section } from './section.ts';

/** Kills of one folder's hub, one after another; then it is ended cleanly and counted. */
const IN_A_ROW = 10;

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

interface Found {
  readonly kills: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  readonly broken: string | null;
}

/** kill -9 at random instants under load, on two folders at a time. */
export async function kills({
  seed: first,
  runs,
  hub,
}: Section): Promise<Outcome<{ runs: number; ackedLost: number; doubled: number }>> {
  const counts = { runs: 0, ackedLost: 0, doubled: 0 };
  const failures = new Failures('kills');
  let next = first;
  const lane = async () => {
    for (let seed = next; seed < first + runs; seed = next) {
      next += IN_A_ROW;
      const found = await oneFolder(hub, seed, Math.min(IN_A_ROW, first + runs - seed));
      counts.runs += found.kills;
      counts.ackedLost += failures.note(seed, `lost: ${found.lost}`, found.lost.length);
      counts.doubled += failures.note(seed, `doubled: ${found.doubled}`, found.doubled.length);
      // A ledger that cannot be read has lost whatever it held.
      counts.ackedLost += failures.note(seed, String(found.broken), found.broken ? 1 : 0);
    }
  };
  await Promise.all([lane(), lane()]);
  return { counts, failures: failures.lines };
}

async function oneFolder(hub: string, seed: number, rounds: number): Promise<Found> {
  const folder = await mkdtemp(join(tmpdir(), 'tingtang-kills-'));
  const die = dice(seed);
  const told = new Map<string, string>();
  const pressers = Array.from({ length: 8 }, () => new Presser(told));
  try {
    for (let round = 0; round < rounds; round++) await oneKill(hub, folder, pressers, die);
    const broken = await endedCleanly(hub, folder, pressers);
    return { kills: rounds, broken, ...(await compared(folder, told)) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function oneKill(hub: string, folder: string, pressers: Presser[], die: () => number) {
  const running = spawnHub(hub, folder);
  // One in six dies while it starts: then there is somebody else's unfinished work to mend.
  if (die() < 1 / 6) {
    await pause(100 + die() * 300);
  } else {
    const url = await running.url;
    if (!url) throw new Error(`the hub does not start: ${running.output()}`);
    for (const presser of pressers) presser.connect(url);
    await pause(40 + die() * 200);
  }
  await running.kill();
  for (const presser of pressers) presser.leave();
}

/** A last start: what is still unanswered is sent again, and the ledger is verified. */
async function endedCleanly(hub: string, folder: string, pressers: Presser[]) {
  const running = spawnHub(hub, folder);
  const url = await running.url;
  if (!url) return `the hub does not start: ${running.output()}`;
  for (const presser of pressers) presser.connect(url);
  await pause(200);
  for (const presser of pressers) presser.leave();
  const code = await running.end();
  if (code !== 0) return `exit ${code}: ${running.output()}`;
  const verdict = await verifyHistory(nodeDisk, folder);
  return verdict.ok ? null : printVerdict(verdict);
}

async function compared(folder: string, told: ReadonlyMap<string, string>) {
  const lines = await linesIn(join(folder, 'ledger'));
  const ids = countIds(lines);
  const issued = lines.flatMap((line) =>
    line.facts.flatMap((f) => (f.type === 'ticket.issued' ? [{ id: line.id, ...f }] : [])),
  );
  // A number is unique within its business day.
  const numbers = countIds(issued.map((f) => ({ id: `${f.ticket.slice(0, 10)} ${f.number}` })));
  const numberOf = new Map(issued.map(({ id, number }) => [id, number]));
  const twice = (counts: Map<string, number>) =>
    [...counts].flatMap(([id, n]) => (n > 1 ? [id] : []));
  return {
    lost: [...told].flatMap(([id, number]) => (numberOf.get(id) === number ? [] : [id])),
    doubled: [...twice(ids), ...twice(numbers)],
  };
}

/** Whole lines of a ledger's folder, in order. */
export async function linesIn(folder: string) {
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.flatMap((text) => text.split('\n').flatMap((line) => lineOf(line) ?? []));
}
