import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { businessDateAt, wallOf } from '../../../shared/calendar.ts';
import type { BusinessDate } from '../../../shared/ids.ts';
import type { Settings } from '../../../shared/settings.ts';
import { sayDamage } from '../../ledger/damage.ts';
import { nodeDisk } from '../../ledger/disk.ts';
import { makeFolder } from '../../ledger/durable.ts';
import { datesIn, ledgerFolder } from '../../ledger/files.ts';
import { openLedger } from '../../ledger/ledger.ts';
import { lockFolder } from '../../ledger/lock.ts';
import { verifyFolder } from '../../ledger/verify.ts';
import { Plain } from '../../plainly.ts';
import { BadLog, type Log, readLog } from '../../rehearsal/replay/csv.ts';
import { Journal } from '../../rehearsal/replay/journal.ts';
import { type Breaches, record } from '../../rehearsal/replay/record.ts';
import type { Row } from '../../rehearsal/replay/row.ts';
import { branchFor } from './branch.ts';

/** Where the other system's "start" is: when a number was called, or when service began. */
export type WaitEnds = 'call' | 'start';

export interface ImportOptions {
  readonly file: string;
  readonly data: string;
  readonly settings: Settings;
  readonly waitEnds: WaitEnds;
  readonly service?: string;
  readonly skipBad: boolean;
  readonly unrecordedAsOrdinary: boolean;
  /** Wall time now, milliseconds. */
  readonly now: number;
}

export interface Imported {
  readonly rows: number;
  readonly bad: number;
  readonly days: number;
  readonly from: string;
  readonly to: string;
  readonly waitEnds: WaitEnds;
  readonly unknownCounters: readonly string[];
  readonly breaches: Breaches;
  readonly ledger: { readonly entries: number; readonly head: string };
}

/** Made aside, and put in place with one rename: a folder has all of a file, or none of it. */
const ASIDE = 'importing';

/**
 * Puts another system's history into a branch's folder, as observed facts of past days, before the branch's
 * own first day.
 *
 * @throws Plain saying what to change; the folder is then as it was
 */
export async function importHistory(options: ImportOptions): Promise<Imported> {
  const { data } = options;
  const log = await logFrom(options);
  const branch = branchFor(options.settings, log.rows, options.service);
  const rows = log.rows.map((row) => inZone(row, options.settings.branch.timeZone));
  refuseUnlived(rows, options);
  await makeFolder(nodeDisk, data);
  const lock = await lockFolder(data);
  const aside = join(data, ASIDE);
  try {
    if (await datesIn(nodeDisk, data))
      throw new Plain(
        `${data} holds a ledger already: history is imported before a branch's first day, into a folder without one.`,
      );
    await rm(aside, { recursive: true, force: true });
    await makeFolder(nodeDisk, aside);
    const { ledger } = await openLedger({ disk: nodeDisk, folder: aside });
    const breaches = await record(rows, branch, new Journal(ledger), options.waitEnds);
    await ledger.close();
    const dates = await soundDates(aside);
    await rename(ledgerFolder(aside), ledgerFolder(data));
    await nodeDisk.syncFolder(data);
    const { seq: entries, hash: head } = ledger.head();
    return {
      ...{ rows: rows.length, bad: log.bad.length, days: dates.length, breaches },
      ...{ from: dates[0] ?? '', to: dates.at(-1) ?? '', waitEnds: options.waitEnds },
      ...{ unknownCounters: branch.unknownCounters, ledger: { entries, head } },
    };
  } finally {
    await rm(aside, { recursive: true, force: true });
    await lock.release();
  }
}

async function logFrom(options: ImportOptions): Promise<Log> {
  const { file, skipBad, unrecordedAsOrdinary } = options;
  try {
    const log = readLog(await readFile(file, 'utf8'), { skipBad });
    if (new Set(log.rows.map((row) => row.branch)).size > 1)
      throw new BadLog('it has rows of several branches; a folder is of one: split the file');
    if (log.rows.length === 0) throw new BadLog('it has no rows');
    if (!unrecordedAsOrdinary) return log;
    const rows = log.rows.map(
      (row): Row => (row.class === 'unrecorded' ? { ...row, class: 'ordinary' } : row),
    );
    return { ...log, rows };
  } catch (error) {
    if (error instanceof BadLog)
      throw new Plain(`${file}: ${error.message}. Nothing was imported.`);
    throw error;
  }
}

/** A log's local times are read as if they were UTC: here they become the branch's own. */
function inZone(row: Row, timeZone: string): Row {
  const shift = (ms: number) => {
    const shown = new Date(ms).toISOString();
    const minute = wallOf(timeZone, shown.slice(0, 10) as BusinessDate, shown.slice(11, 16));
    return minute + (ms % 60_000);
  };
  const { arrive, start, end } = row;
  return {
    ...row,
    arrive: shift(arrive),
    start: start === null ? null : shift(start),
    end: end === null ? null : shift(end),
  };
}

/** A day that still goes on is the hub's own to write. */
function refuseUnlived(rows: readonly Row[], { settings, now, file }: ImportOptions): void {
  const today = businessDateAt(settings, now);
  const early = rows.find((row) => businessDateAt(settings, row.arrive) >= today);
  if (early)
    throw new Plain(
      `${file}: line ${early.line}: its day is not over yet; history ends with the day before today. Nothing was imported.`,
    );
}

async function soundDates(folder: string): Promise<readonly string[]> {
  const [found] = (await verifyFolder(nodeDisk, folder)).ledgers;
  if (found?.ok) return (await datesIn(nodeDisk, folder)) ?? [];
  const damage = found?.damage;
  throw new Plain(
    `Nothing was imported: what was written is not sound (${damage ? sayDamage(damage) : 'nothing there'}). Check the disk.`,
  );
}
