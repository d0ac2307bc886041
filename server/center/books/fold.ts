import { defaultSettings } from '../../../shared/defaults.ts';
import { evolve, initialLobby, type Lobby } from '../../../shared/lobby.ts';
import { type DayRow, rowOf } from '../../../shared/month/dayRow.ts';
import { type Entry, GENESIS, type Head } from '../../ledger/entry.ts';

/** One epoch's ledger as far as it was folded: the branch's own code, over the facts it sent. */
export class Fold {
  lobby: Lobby;
  head: Head;
  /** The entry that no sense could be made of: nothing behind it counts. */
  broken: number | null = null;
  #finished: DayRow[] = [];

  /** @param from the state right after the entry `head` */
  constructor(
    from: { lobby: Lobby; head: Head } = { lobby: initialLobby(defaultSettings), head: GENESIS },
  ) {
    this.lobby = from.lobby;
    this.head = from.head;
  }

  /** To be given in order. What a branch may have put into a fact never throws here. */
  take({ seq, hash, at, facts }: Entry): void {
    this.head = { seq, hash, at };
    if (this.broken !== null) return;
    const before = { lobby: this.lobby, finished: this.#finished.length };
    try {
      for (const fact of facts) {
        const ended = fact.type === 'day.opened' ? this.today() : null;
        if (ended) this.#finished.push(ended);
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
  finished(): DayRow[] {
    const rows = this.#finished;
    this.#finished = [];
    return rows;
  }
}
