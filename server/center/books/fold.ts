import { defaultSettings } from '../../../shared/defaults.ts';
import { evolve, initialLobby, type Lobby } from '../../../shared/lobby.ts';
import { type DayRow, rowOf } from '../../../shared/month/dayRow.ts';
import { type Entry, GENESIS, type Head } from '../../ledger/entry.ts';

/** A day's row, and the last entry that it was made of. */
export interface MadeRow {
  readonly row: DayRow;
  readonly seq: number;
}

interface FoldedSoFar {
  readonly lobby: Lobby;
  readonly head: Head;
  readonly broken: number | null;
}

const BEGINNING: FoldedSoFar = {
  ...{ lobby: initialLobby(defaultSettings), head: GENESIS, broken: null },
};

/** One epoch's ledger as far as it was folded: the branch's own code, over the facts it sent. */
export class Fold {
  lobby: Lobby;
  head: Head;
  /** The entry that no sense could be made of: nothing behind it counts. */
  broken: number | null;
  #finished: MadeRow[] = [];

  /** @param from the state right after the entry `head` */
  constructor(from: FoldedSoFar = BEGINNING) {
    this.lobby = from.lobby;
    this.head = from.head;
    this.broken = from.broken;
  }

  /** To be given in order. What a branch may have put into a fact never throws here. */
  take({ seq, hash, at, facts }: Entry): void {
    this.head = { seq, hash, at };
    if (this.broken !== null) return;
    const before = { lobby: this.lobby, finished: this.#finished.length };
    try {
      for (const fact of facts) {
        const ended = fact.type === 'day.opened' ? this.today() : null;
        if (ended) this.#finished.push({ row: ended, seq: seq - 1 });
        this.lobby = evolve(this.lobby, fact);
      }
    } catch {
      this.broken = seq;
      this.lobby = before.lobby;
      this.#finished.length = before.finished;
    }
  }

  /** The present day's row so far; of a day that is closed, for good once the next one opens. */
  today(): DayRow | null {
    return rowOf(this.lobby, this.lobby.visit.lastAt);
  }

  /** Rows of the days that ended since this was asked last. */
  finished(): MadeRow[] {
    const rows = this.#finished;
    this.#finished = [];
    return rows;
  }
}
