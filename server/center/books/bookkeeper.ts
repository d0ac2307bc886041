import { unseal } from '../../ledger/entry.ts';
import type { Log } from '../../log.ts';
import type { Member, Roster } from '../roster.ts';
import type { Shelves } from '../shelf.ts';
import type { Store } from '../store/database.ts';
import { Turns } from '../turns.ts';
import { Account } from './account.ts';
import type { Fold } from './fold.ts';
import { keepAccount, madeUpTo, markOf } from './keeping.ts';
import type { EpochId, Received } from './received.ts';

export interface BookkeeperParts {
  readonly store: Store;
  readonly received: Received;
  readonly roster: Roster;
  readonly shelves: Shelves;
  readonly log: Log;
  /** Accounts held in memory. */
  readonly most?: number;
}

interface Desk {
  readonly turns: Turns;
  account: Account | null;
}

/** Bytes folded at a time: some milliseconds' work, so that branches are answered in between. */
const STRETCH = 128 * 1024;
/** Entries after which a mark is kept within a day. */
const FAR = 1000;
const MOST = 100;

/**
 * Keeps the day rows up behind the intake. An epoch is folded on from where it was left, so a late
 * segment touches its own days' rows and no others. Everything it writes is a cache of what was received:
 * whichever server does it, and however often, it comes to the same.
 */
export class Bookkeeper {
  readonly #parts: BookkeeperParts;
  readonly #desks = new Map<string, Desk>();

  constructor(parts: BookkeeperParts) {
    this.#parts = parts;
  }

  /** Brings the rows of a branch up to the last entry held of each of its epochs. */
  async upTo(branch: string): Promise<void> {
    for (const { member, seq } of await this.#ends(await this.#parts.roster.of(branch)))
      await this.#broughtUp(member, seq, false);
  }

  /** The state a branch is in, after the last entry held; null where nothing is. */
  async now(branch: string): Promise<Fold | null> {
    const last = (await this.#ends((await this.#parts.roster.of(branch)).slice(-1)))[0];
    if (!last || last.seq === 0) return null;
    return (await this.#broughtUp(last.member, last.seq, true))?.fold ?? null;
  }

  /** Brings up whatever is behind; what is wrong with one branch holds up no other. */
  async allUp(): Promise<void> {
    const folds = this.#parts.store.db.selectFrom('folds').select(['branch', 'epoch', 'seq']);
    const kept = new Map((await folds.execute()).map((row) => [nameOf(row), row.seq]));
    for (const { member, seq } of await this.#ends(await this.#parts.roster.all())) {
      if (seq <= (kept.get(nameOf(member)) ?? 0)) continue;
      await this.#broughtUp(member, seq, false).catch((error) => this.#failed(member, error));
    }
  }

  async #ends(members: readonly Member[]) {
    const stood = await this.#parts.shelves.standsOf(members);
    return members.map((member, i) => ({ member, seq: stood[i]?.head.seq ?? 0 }));
  }

  /** @returns null where its rows were up and its state is not wanted */
  async #broughtUp(of: Member, until: number, wanted: boolean): Promise<Account | null> {
    const desk = this.#deskOf(of);
    return desk.turns.take(async () => {
      const { store } = this.#parts;
      if (!desk.account && !wanted && (await madeUpTo(store, of)) >= until) return null;
      try {
        const kept = desk.account ?? Account.from(await markOf(store, of));
        const account = kept && kept.fold.head.seq <= until ? kept : new Account();
        await this.#foldOn(of, account, until);
        desk.account = account;
        this.#letGo();
        return account;
      } catch (error) {
        // It is made anew from what was kept last.
        desk.account = null;
        throw error;
      }
    });
  }

  async #foldOn(of: EpochId, account: Account, until: number): Promise<void> {
    const { fold } = account;
    let isKept = false;
    while (fold.head.seq < until) {
      const days = await this.#parts.received.behind(of, fold.head.seq, until, STRETCH);
      const lines = days.flatMap((day) => day.lines);
      if (lines.length === 0) throw new Error(`entry ${fold.head.seq + 1} is not there`);
      for (const line of lines) account.take(unseal(line, fold.head.seq === 0 ? null : fold.head));
      isKept = this.#isFar(account) || fold.head.seq === until;
      if (isKept) await this.#keep(of, account);
    }
    // Its own closing may have come behind the entry that closed the day.
    if (!isKept && account.waitsBehind !== null) await this.#keep(of, account);
  }

  #isFar = ({ closed, fold, marked }: Account) => closed || fold.head.seq - marked >= FAR;

  async #keep(of: EpochId, account: Account): Promise<void> {
    const { received, store, log } = this.#parts;
    const behind = account.waitsBehind;
    const differences = behind === null ? [] : account.compare(await received.closings(of, behind));
    for (const { date } of differences) log('center.differs', { branch: of.branch, date });
    await keepAccount(store, of, { account, differences, mark: this.#isFar(account) });
  }

  #deskOf({ branch, epoch }: EpochId): Desk {
    const name = nameOf({ branch, epoch });
    const desk = this.#desks.get(name) ?? { turns: new Turns(), account: null };
    // The one used last comes last.
    this.#desks.delete(name);
    this.#desks.set(name, desk);
    return desk;
  }

  #letGo(): void {
    for (const [name, { turns }] of this.#desks) {
      if (this.#desks.size <= (this.#parts.most ?? MOST)) return;
      if (turns.waiting === 0) this.#desks.delete(name);
    }
  }

  #failed({ branch, epoch }: EpochId, error: unknown): void {
    this.#parts.log('center.trouble', { branch, epoch, what: `books: ${error}` });
  }
}

const nameOf = ({ branch, epoch }: EpochId) => `${branch} ${epoch}`;
