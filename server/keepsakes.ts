import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Fact, Lobby } from '../shared/lobby.ts';
import type { Settings } from '../shared/settings.ts';
import { thresholds } from '../shared/views/figures.ts';
import { type Measures, measureByClass } from '../shared/visit/measures.ts';
import { rowsOf } from '../shared/visit/table.ts';
import type { TicketClass } from '../shared/visit/ticket.ts';
import type { Remembered } from './answers.ts';
import { AppendOnly } from './ledger/appendOnly.ts';
import type { Disk } from './ledger/disk.ts';
import { Document } from './ledger/document.ts';
import type { Entry } from './ledger/entry.ts';
import type { Mark } from './ledger/ledger.ts';
import { sameSettings } from './settings.ts';

/** Raised whenever the shape of the state changes: an older checkpoint is then made anew. */
const STATE = 2;

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
}

const digestOf = (lobby: Lobby, answers: readonly Remembered[]) =>
  createHash('sha256')
    .update(JSON.stringify([lobby, answers]))
    .digest('hex');

/** The documents beside the ledger, each rebuilt from it when it is lost or disagrees. */
export class Keepsakes {
  readonly #settings: Low<Settings | null>;
  readonly #checkpoint: Low<Checkpoint | null>;
  readonly #closings: Low<Closing[]>;

  constructor(disk: Disk, folder: string) {
    const document = <T>(name: string, indent = 0) =>
      new Low<T | null>(new Document<T | null>(disk, join(folder, name), indent), null);
    this.#settings = document<Settings>('settings.json', 2);
    this.#checkpoint = document<Checkpoint>('checkpoint.json');
    const place = { disk, folder, name: 'closings.jsonl', torn: join(folder, 'torn') };
    this.#closings = new Low<Closing[]>(new AppendOnly<Closing>(place), []);
  }

  /** What can be read before it is known whether the ledger may be touched. */
  async readDocuments(): Promise<void> {
    await Promise.all([this.#settings.read(), this.#checkpoint.read()]);
  }

  /** Also cuts off what a power cut left unfinished, as the ledger does with its own files. */
  readClosings(): Promise<void> {
    return this.#closings.read();
  }

  /** The checkpoint, if this program can use it. */
  usable(): Checkpoint | null {
    const kept = this.#checkpoint.data;
    if (kept?.state !== STATE || !kept.lobby || !kept.answers) return null;
    return digestOf(kept.lobby, kept.answers) === kept.digest ? kept : null;
  }

  async saveCheckpoint(mark: Mark, lobby: Lobby, answers: readonly Remembered[]): Promise<void> {
    const digest = digestOf(lobby, answers);
    this.#checkpoint.data = { ...mark, state: STATE, digest, lobby, answers };
    await this.#checkpoint.write();
  }

  /** Settings as read by people and programs; the ledger's word counts. */
  async saveSettings(settings: Settings): Promise<void> {
    if (sameSettings(this.#settings.data, settings)) return;
    this.#settings.data = settings;
    await this.#settings.write();
  }

  /** `lobby` is the state right after the entry that closed its day. */
  async saveClosing(entry: Entry, lobby: Lobby): Promise<void> {
    if (this.#closings.data.some((row) => row.seq === entry.seq)) return;
    this.#closings.data.push(closingOf(entry, lobby));
    try {
      await this.#closings.write();
    } catch (error) {
      this.#closings.data.pop();
      throw error;
    }
  }
}

function closingOf({ seq, hash, at }: Entry, { visit }: Lobby): Closing {
  const { settings, restarts } = visit;
  const options = { over: thresholds(settings), points: settings.rating.points, restarts };
  const date = visit.day?.date ?? '';
  return { date, seq, hash, at, ...measureByClass(rowsOf(visit.tickets), options) };
}

export const closesDay = (facts: readonly Fact[]) => facts.some((f) => f.type === 'day.closed');
