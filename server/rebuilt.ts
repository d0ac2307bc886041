import { join } from 'node:path';
import { defaultSettings } from '../shared/defaults.ts';
import { evolve, initialLobby, type Lobby } from '../shared/lobby.ts';
import { type DayRow, ROW } from '../shared/month/dayRow.ts';
import { timeOf } from '../shared/uuid7.ts';
import { Answers, type Remembered, WEEK } from './answers.ts';
import { CityHistory, isCityFolder } from './center/city/history.ts';
import { folding } from './folding.ts';
import {
  type Checkpoint,
  type Closing,
  closesDay,
  closingOf,
  isNewer,
  isOlder,
  isUsable,
  SETTINGS,
} from './keepsakes.ts';
import { canonical } from './ledger/canonical.ts';
import { type Damage, LedgerUnopened } from './ledger/damage.ts';
import type { Disk } from './ledger/disk.ts';
import type { Entry } from './ledger/entry.ts';
import { readLines } from './ledger/lines.ts';
import type { Verdict } from './ledger/verdict.ts';
import { verifyFolder } from './ledger/verify.ts';
import { CHECKPOINT, CLOSINGS, type Listener } from './ledger/witnesses.ts';

/** The full verification: every entry, and what was made of them rebuilt and compared. Only reads. */
export const verifyHistory = (disk: Disk, folder: string): Promise<Verdict> =>
  verifyFolder(disk, folder, invite);

async function invite(disk: Disk, folder: string): Promise<Listener> {
  if (await isCityFolder(disk, folder)) return new CityHistory();
  const settings = () => readJson(disk, join(folder, SETTINGS));
  const checkpoint = (await readJson(disk, join(folder, CHECKPOINT))) as Checkpoint | null;
  const closings = await readClosed(disk, folder);
  return new Rebuilt({ checkpoint, closings, settings: await settings() }, settings);
}

/** Null where there is no file; one that is no JSON equals nothing. */
async function readJson(disk: Disk, path: string): Promise<object | null> {
  const bytes = await disk.read(path);
  try {
    return bytes && JSON.parse(bytes.toString());
  } catch {
    return {};
  }
}

interface Kept {
  readonly checkpoint: Checkpoint | null;
  readonly closings: ReadonlyMap<number, Row>;
  readonly settings: object | null;
}

interface Row {
  readonly line: number;
  readonly closing: Closing;
}

/** Closings by the seq of the entry that closed the day. */
async function readClosed(disk: Disk, folder: string): Promise<Map<number, Row>> {
  const bytes = (await disk.read(join(folder, CLOSINGS))) ?? Buffer.alloc(0);
  const parse = (text: Buffer, line: number): Row => {
    const { key: _, sig: __, ...closing } = JSON.parse(text.toString());
    return { line, closing };
  };
  return new Map(readLines(bytes, { parse }).rows.map((row) => [row.closing.seq, row]));
}

/** Nearly always they are written alike already; else in one form, whatever the order of their keys. */
const same = (a: unknown, b: unknown) =>
  JSON.stringify(a) === JSON.stringify(b) || plain(a) === plain(b);
const plain = (value: unknown) => canonical(JSON.parse(JSON.stringify(value)));

/** What a program kept that knew less of a day must be a part of what is known of it now. */
export function saysWhatIs(
  { row: kept, ...closing }: Closing,
  { row, ...rebuilt }: Closing,
): boolean {
  if (!same(closing, rebuilt)) return false;
  if (!kept || kept.v > ROW) return kept === undefined;
  if (kept.v === ROW) return same(kept, row);
  const known = row && kept.v < COUNTS_LATE ? withoutLate(row) : row;
  return isPartOf(plainly(kept), plainly({ ...known, v: kept.v }));
}

/** The first rows that count what was finished after the close of the day before. */
const COUNTS_LATE = 3;

function withoutLate(row: DayRow): DayRow {
  const records = Object.entries(row.records).map(([name, said]) => {
    const inTime = (one: object) => !('late' in one);
    return [name, Array.isArray(said) ? said.filter(inTime) : said] as const;
  });
  return { ...row, records: Object.fromEntries(records) };
}

const plainly = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function isPartOf(kept: unknown, whole: unknown): boolean {
  if (typeof kept !== 'object' || kept === null) return kept === whole;
  if (typeof whole !== 'object' || whole === null) return false;
  const found = new Map(Object.entries(whole));
  if (Array.isArray(kept) && kept.length !== found.size) return false;
  return Object.entries(kept).every(([key, part]) => isPartOf(part, found.get(key)));
}

const sorted = (answers: readonly Remembered[]) => answers.toSorted(([a], [b]) => (a < b ? -1 : 1));

/** The last close before the checkpoint; where none is known, the beginning. */
function lastClose({ checkpoint, closings }: Kept): number {
  if (!checkpoint) return Number.POSITIVE_INFINITY;
  const before = [...closings.keys()].filter((seq) => seq <= checkpoint.seq);
  const last = closings.get(before.reduce((a, b) => Math.max(a, b), 0));
  return Number(last?.closing.at ?? Number.NEGATIVE_INFINITY);
}

/** Folds every entry once more, and holds what was kept against what comes out. */
class Rebuilt implements Listener {
  readonly #kept: Kept;
  readonly #settingsNow: () => Promise<object | null>;
  readonly #answers = new Answers();
  /** Answers to ids made before are forgotten by the time they could be compared. */
  readonly #since: number;
  #lobby: Lobby = initialLobby(defaultSettings);
  #damage: Damage | undefined;
  /** Without its first entries a state cannot be rebuilt. */
  #whole: boolean | null = null;

  constructor(kept: Kept, settingsNow: () => Promise<object | null>) {
    this.#kept = kept;
    this.#since = lastClose(kept) - WEEK;
    this.#settingsNow = settingsNow;
  }

  hear(entry: Entry): void {
    this.#whole ??= entry.seq === 1;
    if (!this.#whole || this.#damage) return;
    try {
      folding(entry.seq, () => this.#fold(entry));
    } catch (error) {
      const senseless = { file: 'ledger', line: 0, seq: entry.seq, what: 'senseless' } as const;
      this.#damage = error instanceof LedgerUnopened ? error.damage : senseless;
    }
  }

  #fold(entry: Entry): void {
    this.#lobby = entry.facts.reduce(evolve, this.#lobby);
    if (timeOf(entry.id) >= this.#since) this.#answers.learn(entry);
    if (closesDay(entry.facts)) {
      this.#answers.forget(entry.at);
      this.#compareClosing(entry);
    }
    const { checkpoint } = this.#kept;
    if (entry.seq === checkpoint?.seq) this.#compareCheckpoint(checkpoint, entry);
  }

  #compareClosing(entry: Entry): void {
    const row = this.#kept.closings.get(entry.seq);
    if (!row || saysWhatIs(row.closing, closingOf(entry, this.#lobby))) return;
    this.#damage = { file: CLOSINGS, line: row.line, seq: entry.seq, what: 'untrue' };
  }

  #compareCheckpoint(kept: Checkpoint, { seq, at }: Entry): void {
    if (isOlder(kept)) return;
    const { lobby, answers } = kept;
    if (isNewer(kept)) {
      this.#damage = { file: CHECKPOINT, line: 0, seq, what: 'newer' };
      return;
    }
    const known = () => same(sorted(answers), sorted(this.#answers.all()));
    if (isUsable(kept) && kept.at === at && same(lobby, this.#lobby) && known()) return;
    this.#damage = { file: CHECKPOINT, line: 0, seq, what: 'untrue' };
  }

  /** Settings are read twice: a running hub may have changed them meanwhile. */
  async verdict(): Promise<Damage | undefined> {
    const { settings } = this.#lobby.visit;
    if (this.#damage || !this.#whole || !this.#kept.settings) return this.#damage;
    if (same(this.#kept.settings, settings)) return;
    if (same(await this.#settingsNow(), settings)) return;
    return { file: SETTINGS, line: 0, what: 'untrue' };
  }
}
