import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Fact, Lobby } from '../shared/lobby.ts';
import { type DayRow, rowOf } from '../shared/month/dayRow.ts';
import type { Settings } from '../shared/settings.ts';
import { thresholds } from '../shared/views/figures.ts';
import { type Measures, measureByClass } from '../shared/visit/measures.ts';
import { rowsOf } from '../shared/visit/table.ts';
import type { TicketClass } from '../shared/visit/ticket.ts';
import type { Remembered } from './answers.ts';
import { LedgerUnopened } from './ledger/damage.ts';
import type { Disk } from './ledger/disk.ts';
import { Document } from './ledger/document.ts';
import type { Entry, Head } from './ledger/entry.ts';
import { openKey, type SignedHead, type SigningKey } from './ledger/key.ts';
import type { Mark } from './ledger/ledger.ts';
import { Rows } from './ledger/rows.ts';
import { CHECKPOINT, CLOSINGS, HEADS } from './ledger/witnesses.ts';
import { sameSettings } from './settings.ts';

export const SETTINGS = 'settings.json';

/** Raised whenever the shape of the state changes: an older checkpoint is then made anew. */
export const STATE = 8;

/** The state at a place in the ledger: a cache, with its own digest against a half-rotten disk. */
export interface Checkpoint extends Mark {
  readonly state: number;
  readonly digest: string;
  readonly lobby: Lobby;
  readonly answers: readonly Remembered[];
}

/** 日终: a closed day's measures and the entry that closed it; never pruned. */
export interface Closing {
  readonly date: string;
  readonly seq: number;
  readonly hash: string;
  readonly at: number;
  readonly classes: Partial<Record<TicketClass, Measures>>;
  readonly all: Measures;
  /** Left out by programs that did not know it yet. */
  readonly row?: DayRow;
}

const digestOf = (lobby: Lobby, answers: readonly Remembered[]) =>
  createHash('sha256')
    .update(JSON.stringify([lobby, answers]))
    .digest('hex');

/** What stands beside the ledger: documents rebuilt from it when they disagree, and signed heads. */
export class Keepsakes {
  readonly #settings: Low<Settings | null>;
  readonly #checkpoint: Low<Checkpoint | null>;
  readonly #closings: Rows<Closing & Signature>;
  readonly #heads: Rows<SignedHead>;
  readonly #openKey: () => Promise<SigningKey>;
  #opened: Promise<SigningKey> | null = null;
  #later: (() => Promise<void>) | null = null;

  constructor(disk: Disk, folder: string) {
    const document = <T>(name: string, indent = 0) =>
      new Low<T | null>(new Document<T | null>(disk, join(folder, name), indent), null);
    this.#settings = document<Settings>(SETTINGS, 2);
    this.#checkpoint = document<Checkpoint>(CHECKPOINT);
    const place = { disk, folder, torn: join(folder, 'torn') };
    this.#closings = new Rows({ ...place, name: CLOSINGS });
    this.#heads = new Rows({ ...place, name: HEADS });
    this.#openKey = () => openKey(disk, folder, this.#lastSigned() > 0);
  }

  /** What can be read before it is known whether the ledger may be touched. */
  async readDocuments(): Promise<void> {
    await Promise.all([this.#settings.read(), this.#checkpoint.read()]);
  }

  /** Also cuts off what a power cut left unfinished, as the ledger does with its own files. */
  async readRows(): Promise<void> {
    await this.#closings.read();
    await this.#heads.read();
  }

  /** They are read before anything is signed: a start need not wait for years of them. */
  readRowsLater(): void {
    let read: Promise<void> | null = null;
    this.#later = () => {
      read ??= this.readRows().catch((error: unknown) => {
        read = null;
        throw error;
      });
      return read;
    };
  }

  /**
   * The checkpoint, if this program can use it.
   *
   * @throws LedgerUnopened when a newer program made it: what that one wrote would be read by guessing
   */
  usable(): Checkpoint | null {
    if (isNewer(this.#checkpoint.data)) throw new LedgerUnopened(MADE_LATER);
    return isUsable(this.#checkpoint.data) ? this.#checkpoint.data : null;
  }

  async saveCheckpoint(mark: Mark, lobby: Lobby, answers: readonly Remembered[]): Promise<void> {
    const digest = digestOf(lobby, answers);
    this.#checkpoint.data = { ...mark, state: STATE, digest, lobby, answers };
    try {
      await this.#checkpoint.write();
    } finally {
      // It is read once, at a start: until then it need not lie in memory.
      this.#checkpoint.data = null;
    }
  }

  /** Settings as read by people and programs; the ledger's word counts. */
  async saveSettings(settings: Settings): Promise<void> {
    const before = this.#settings.data;
    if (sameSettings(before, settings)) return;
    this.#settings.data = settings;
    try {
      await this.#settings.write();
    } catch (error) {
      this.#settings.data = before;
      throw error;
    }
  }

  hasClosing(seq: number): boolean {
    return this.#closings.has(seq);
  }

  async saveClosing(closing: Closing): Promise<void> {
    await this.#later?.();
    return this.#closings.add(async () => {
      if (this.hasClosing(closing.seq)) return null;
      const { key, sig } = (await this.key()).sign(closing);
      return { ...closing, key, sig };
    });
  }

  /** Signs where the ledger stands, unless a later head was signed already. */
  async saveHead(head: Head): Promise<void> {
    await this.#later?.();
    return this.#heads.add(async () =>
      head.seq > this.#lastSigned() ? (await this.key()).sign(head) : null,
    );
  }

  /** Lets go of the files. */
  async close(): Promise<void> {
    await Promise.all([this.#closings.close(), this.#heads.close()]);
  }

  /** One opening for all: two at a time would make two keys. */
  key(): Promise<SigningKey> {
    this.#opened ??= this.#known().catch((error: unknown) => {
      this.#opened = null;
      throw error;
    });
    return this.#opened;
  }

  async #known(): Promise<SigningKey> {
    await this.#later?.();
    return this.#openKey();
  }

  #lastSigned(): number {
    return Math.max(this.#closings.lastSeq, this.#heads.lastSeq);
  }
}

type Signature = Pick<SignedHead, 'key' | 'sig'>;

/** One made by an older program is no change: it is passed over, and made anew. */
export const isOlder = (kept: Checkpoint) => Number.isInteger(kept.state) && kept.state < STATE;

export const isNewer = (kept: Partial<Checkpoint> | null) =>
  Number.isInteger(kept?.state) && Number(kept?.state) > STATE;

/** @throws LedgerUnopened when a newer program closed a day, or started, in this folder */
export async function refuseNewer(disk: Disk, folder: string): Promise<void> {
  const kept = await new Document<Checkpoint>(disk, join(folder, CHECKPOINT)).read();
  if (isNewer(kept)) throw new LedgerUnopened(MADE_LATER);
}

const MADE_LATER = { file: CHECKPOINT, line: 0, what: 'newer' } as const;

/** Nor is one believed that is half rotten. */
export const isUsable = (kept: Checkpoint | null): kept is Checkpoint =>
  kept?.state === STATE &&
  Boolean(kept.lobby && kept.answers) &&
  digestOf(kept.lobby, kept.answers) === kept.digest;

/** `lobby` is the state right after the entry that closed its day. */
export function closingOf({ seq, hash, at }: Entry, lobby: Lobby): Closing {
  const { visit } = lobby;
  const { settings, restarts } = visit;
  const options = { over: thresholds(settings), points: settings.rating.points, restarts };
  const date = visit.day?.date ?? '';
  const row = rowOf(lobby, at);
  const measures = measureByClass(rowsOf(visit.tickets), options);
  return { date, seq, hash, at, ...measures, ...(row && { row }) };
}

export const closesDay = (facts: readonly Fact[]) => facts.some((f) => f.type === 'day.closed');
