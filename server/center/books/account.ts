import { createHash } from 'node:crypto';
import type { Lobby } from '../../../shared/lobby.ts';
import { type Closing, closesDay, closingOf, STATE } from '../../keepsakes.ts';
import type { Entry, Head } from '../../ledger/entry.ts';
import { saysWhatIs } from '../../rebuilt.ts';
import { Fold, type MadeRow } from './fold.ts';

/** A day whose closing says something else than its facts come to. */
export interface Difference {
  readonly date: string;
  readonly seq: number;
}

/** Closings that a branch never sent are waited for no longer than so many days. */
const WAITED = 60;

/** What is kept of an account to go on from: a cache of the ledger, with its own digest. */
interface Mark {
  readonly state: number;
  readonly head: Head;
  readonly lobby: Lobby;
  readonly broken: number | null;
  readonly pending: readonly Closing[];
}

/** One epoch's account: its fold, and the closings that are still to be held against the branch's own. */
export class Account {
  readonly fold: Fold;
  /** The entry of the last mark that was kept. */
  marked = 0;
  /** Whether a day was closed since. */
  closed = false;
  readonly #pending: Closing[];
  #today = '';

  constructor(fold = new Fold(), pending: readonly Closing[] = []) {
    this.fold = fold;
    this.#pending = [...pending];
  }

  /** null: another program's, or half rotten; it is made anew. */
  static from(text: string | null): Account | null {
    const [digest, body = ''] = text?.split('\n') ?? [];
    if (!digest || digestOf(body) !== digest) return null;
    const { state, head, lobby, broken, pending } = JSON.parse(body) as Mark;
    if (state !== STATE) return null;
    const account = new Account(new Fold({ lobby, head, broken }), pending);
    account.marked = head.seq;
    account.#today = JSON.stringify(account.fold.today());
    return account;
  }

  take(entry: Entry): void {
    this.fold.take(entry);
    if (this.fold.broken !== null || !closesDay(entry.facts)) return;
    this.closed = true;
    this.#pending.push(closingOf(entry, this.fold.lobby));
    if (this.#pending.length > WAITED) this.#pending.shift();
  }

  /** Behind which entry there may be a closing to be looked at; null: none is waited for. */
  get waitsBehind(): number | null {
    return this.#pending[0] ? this.#pending[0].seq - 1 : null;
  }

  /** Holds the branch's own closings against what its facts come to. */
  compare(lines: readonly string[]): Difference[] {
    const differences: Difference[] = [];
    for (const line of lines) {
      const { key: _, sig: __, ...own } = JSON.parse(line) as Closing & Record<string, unknown>;
      const at = this.#pending.findIndex(({ seq }) => seq === own.seq);
      const [made] = at < 0 ? [] : this.#pending.splice(at, 1);
      if (made && !saysWhatIs(own, made)) differences.push({ date: made.date, seq: made.seq });
    }
    return differences;
  }

  /** The rows that are new or other than when this was asked last. */
  touched(): MadeRow[] {
    // A day that had closed is as it was when the next one opens.
    const rows = this.fold.finished().filter(({ row }) => JSON.stringify(row) !== this.#today);
    const row = this.fold.today();
    const text = JSON.stringify(row);
    if (!row || text === this.#today) return rows;
    this.#today = text;
    return [...rows, { row, seq: this.fold.head.seq }];
  }

  mark(): string {
    const { head, lobby, broken } = this.fold;
    const mark: Mark = { state: STATE, head, lobby, broken, pending: this.#pending };
    const body = JSON.stringify(mark);
    this.marked = head.seq;
    this.closed = false;
    return `${digestOf(body)}\n${body}`;
  }
}

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex');
