import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isReceipt, type Receipt } from '../../server/center/receipt.ts';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { PublicKey } from '../../server/ledger/key.ts';
import { printVerdict } from '../../server/ledger/verdict.ts';
import { verifyHistory } from '../../server/rebuilt.ts';
import { dice } from '../kit/dice.ts';
import { linesIn } from './kills.ts';
import type { Line } from './onDisk.ts';
import { spawnHub } from './process.ts';
import { Failures, type Outcome, type Section } from './section.ts';
import { TownHall } from './townHall.ts';

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Times that one center and one branch die together, one after the other. */
const IN_A_ROW = 10;

type Counts = { runs: number; sent: number; lost: number; doubled: number; unwitnessed: number };

/**
 * kill -9 of a center and of a branch at random instants while things are sent down: whatever the center
 * acknowledged to whoever sent it becomes a fact of the branch once, and the center holds all of that.
 *
 * @param env where the center's database is; its files, if left out
 */
export async function roadDown(
  { seed: first, runs, hub }: Section,
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome<Counts>> {
  const counts = { runs: 0, sent: 0, lost: 0, doubled: 0, unwitnessed: 0 };
  const failures = new Failures('roadDown');
  for (let seed = first; seed < first + runs; seed += IN_A_ROW) {
    const rounds = Math.min(IN_A_ROW, first + runs - seed);
    const found = await oneCity(hub, seed, rounds, env);
    counts.runs += rounds;
    counts.sent += found.sent;
    for (const what of ['lost', 'doubled', 'unwitnessed'] as const)
      counts[what] += failures.note(seed, `${what}: ${found[what]}`, found[what].length);
  }
  return { counts, failures: failures.lines };
}

async function oneCity(program: string, seed: number, rounds: number, env: NodeJS.ProcessEnv) {
  const folder = await mkdtemp(join(tmpdir(), 'tingtang-road-'));
  const die = dice(seed);
  const data = join(folder, 'branch');
  const hall = new TownHall(program, join(folder, 'city'), env);
  try {
    const code = await hall.opens();
    const hub = () => spawnHub(program, data, '--center', hall.url, '--center-code', code);
    const first = hub();
    if (!(await first.url)) throw new Error(`the hub does not start: ${first.output()}`);
    for (let round = 0; round < rounds; round++) {
      const running = round === 0 ? first : hub();
      const sending = hall.sends(3);
      await pause(die() * 1000);
      if (round % 2 === 1) await hall.dies();
      await running.kill();
      await sending;
    }
    const lines = await endedCleanly(hub, data, hall.sent.length);
    return { sent: hall.sent.length, ...(await compared(data, lines, hall)) };
  } finally {
    await hall.ends();
    await rm(folder, { recursive: true, force: true });
  }
}

/** A last start, in peace: all that is still on its way arrives. */
async function endedCleanly(hub: () => ReturnType<typeof spawnHub>, data: string, sent: number) {
  const running = hub();
  if (!(await running.url)) throw new Error(`the hub does not start: ${running.output()}`);
  for (let tries = 0; tries < 100; tries++) {
    if (itemsIn(await linesIn(join(data, 'ledger'))).length >= sent) break;
    await pause(100);
  }
  const code = await running.end();
  if (code !== 0) throw new Error(`exit ${code}: ${running.output()}`);
  return linesIn(join(data, 'ledger'));
}

type Lines = readonly Omit<Line, 'date'>[];

const itemsIn = (lines: Lines) =>
  lines.flatMap(({ facts }) => facts.flatMap((f) => (f.type === 'center.delivered' ? f.item : [])));

const titlesIn = (lines: Lines) =>
  lines.flatMap(({ facts }) => facts.flatMap((f) => (f.type === 'notice.posted' ? f.title : [])));

async function compared(data: string, lines: Lines, hall: TownHall) {
  const titles = titlesIn(lines);
  const numbers = itemsIn(lines).map(({ n }) => n);
  const twice = <T>(all: readonly T[]) =>
    all.filter((one, i) => all.indexOf(one) !== i).map(String);
  const verdict = await verifyHistory(nodeDisk, data);
  return {
    lost: [
      ...hall.sent.filter((title) => !titles.includes(title)),
      ...(verdict.ok ? [] : [printVerdict(verdict)]),
      ...(numbers.every((n, i) => n === i + 1) ? [] : [`items ${numbers}`]),
    ],
    doubled: [...twice(titles), ...twice(numbers), ...twice(lines.map(({ id }) => id))],
    unwitnessed: await unwitnessed(data, lines, hall),
  };
}

/** Each receipt is the center's, of a line that is there; the last one is of the last line. */
async function unwitnessed(data: string, lines: Lines, hall: TownHall): Promise<string[]> {
  const text = await readFile(join(data, 'receipts.jsonl'), 'utf8');
  const receipts = text
    .trim()
    .split('\n')
    .map((row) => JSON.parse(row) as Receipt);
  const key = new PublicKey(await hall.publicKey());
  const hashes = new Map(lines.map(({ seq, hash }) => [seq, hash]));
  const isWhole = (one: Receipt) => isReceipt(key, one) && hashes.get(one.seq) === one.hash;
  const last = { ends: lines.at(-1)?.seq ?? 0, receipted: receipts.at(-1)?.seq ?? 0 };
  const held = await hall.heldOf('main');
  return [
    ...receipts.filter((one) => !isWhole(one)).map(({ seq }) => `receipt ${seq}`),
    ...(last.ends === last.receipted ? [] : [JSON.stringify(last)]),
    ...(held === last.ends ? [] : [`the center holds ${held} of ${last.ends}`]),
  ];
}
