import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeDisk } from '../../ledger/disk.ts';
import { openLedger } from '../../ledger/ledger.ts';
import { Plain } from '../../plainly.ts';
import { type Figures, figuresOf } from '../../upkeep/figures.ts';
import { type Heads, headsOf, type Kept } from '../../upkeep/kept.ts';
import { type Branch, branchesOf } from './branch.ts';
import { type Bad, BadLog, type Log, readLog } from './csv.ts';
import { inFolder } from './folder.ts';
import { Journal } from './journal.ts';
import type { Policy } from './policies.ts';
import { type Prediction, predict } from './prediction.ts';
import { type Breaches, record } from './record.ts';
import type { Row } from './row.ts';
import { printPredictions } from './said.ts';
import { type Score, scoreOf } from './score.ts';
import { playSimulated, type SimulationOptions } from './simulated.ts';

export interface ReplayOptions {
  readonly file: string;
  readonly policy: Policy;
  /** Other lines and rules than a branch begins with. */
  readonly change?: SimulationOptions['change'];
  /** Where the ledgers stay; without it they are made in a temporary folder and removed. */
  readonly data?: string;
  readonly skipBad: boolean;
  /** Tickets without a class count as ordinary, instead of apart. */
  readonly unrecordedAsOrdinary: boolean;
  /** A file for what was predicted, ticket by ticket. */
  readonly predictions?: string;
}

/** What a replay comes to; seconds throughout. */
export interface Replayed extends Figures {
  readonly policy: Policy;
  /** Rows taken, without the bad ones. */
  readonly rows: number;
  readonly bad: number;
  readonly prediction: Score;
  readonly ledger: Heads;
  /** What our own rules would have refused; our own rule breaks none. */
  readonly breaches: Breaches;
  /** The bad rows, where there are any. */
  readonly skipped?: readonly Bad[];
}

/**
 * Replays a recorded log through the real core, into one ledger a branch: as it was, or with another
 * rule of who goes next.
 *
 * @throws Plain when the log or the data folder cannot be used
 */
export async function replay(options: ReplayOptions): Promise<Replayed> {
  try {
    const log = await logFrom(options);
    const played = await inFolder(options.data, (folder) => playAll(log, folder, options));
    const said = played.flatMap((one) => one.said);
    if (options.predictions) await writeFile(options.predictions, printPredictions(said));
    return summary(log, played, options.policy);
  } catch (error) {
    if (error instanceof BadLog) throw new Plain(`${options.file}: ${error.message}`);
    throw error;
  }
}

async function logFrom(options: ReplayOptions): Promise<Log> {
  const log = readLog(await textOf(options.file), options);
  if (!options.unrecordedAsOrdinary) return log;
  const asOrdinary = (row: Row): Row =>
    row.class === 'unrecorded' ? { ...row, class: 'ordinary' } : row;
  return { ...log, rows: log.rows.map(asOrdinary) };
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new BadLog(`it cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

interface Played extends Kept {
  readonly breaches: Breaches;
  readonly said: readonly Prediction[];
}

async function playAll(log: Log, folder: string, options: ReplayOptions): Promise<Played[]> {
  const played: Played[] = [];
  for (const { name, rows, branch, folder: own } of branchesOf(log)) {
    const { ledger } = await openLedger({ disk: nodeDisk, folder: join(folder, own) });
    const journal = new Journal(ledger);
    const done = await play(rows, branch, journal, options);
    await ledger.close();
    played.push({ name, days: journal.days.all(), head: ledger.head(), ...done });
  }
  return played;
}

type Done = Pick<Played, 'breaches' | 'said'>;

async function play(
  rows: readonly Row[],
  branch: Branch,
  journal: Journal,
  { policy, change }: Pick<ReplayOptions, 'policy' | 'change'>,
): Promise<Done> {
  if (policy === 'recorded')
    return { said: predict(rows, branch), breaches: await record(rows, branch, journal) };
  const options = { policy, foretells: true, ...(change && { change }) };
  return { said: await playSimulated(rows, branch, journal, options), breaches: {} };
}

function summary(log: Log, played: readonly Played[], policy: Policy): Replayed {
  const named = log.columns.has('branch');
  return {
    policy,
    rows: log.rows.length,
    bad: log.bad.length,
    ...figuresOf(played, named),
    prediction: scoreOf(played.flatMap((one) => one.said)),
    ledger: headsOf(played, named),
    breaches: sumOf(played.map((one) => one.breaches)),
    ...(log.bad.length > 0 && { skipped: log.bad }),
  };
}

function sumOf(all: readonly Breaches[]): Breaches {
  const sum: Breaches = {};
  for (const breaches of all)
    for (const [code, n] of Object.entries(breaches) as [keyof Breaches, number][])
      sum[code] = (sum[code] ?? 0) + n;
  return sum;
}
