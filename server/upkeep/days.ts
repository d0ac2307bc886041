import { defaultSettings } from '../../shared/defaults.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import { evolve, type Fact, initialLobby, type Lobby } from '../../shared/lobby.ts';
import { type DayRow, rowOf } from '../../shared/month/dayRow.ts';
import type { Settings } from '../../shared/settings.ts';
import { rowsOf } from '../../shared/visit/table.ts';
import type { Ticket } from '../../shared/visit/ticket.ts';

/** A business day as its ledger tells it. */
export interface Day {
  readonly date: BusinessDate;
  readonly tickets: readonly Ticket[];
  /** Hub starts within it. */
  readonly restarts: readonly number[];
  /** What each answer to a rating was worth at the end of it. */
  readonly points: Settings['rating']['points'];
  /** What reports are made from; of a day that was not closed, so far. */
  readonly row: DayRow;
}

/** Folds facts into states, and keeps what each day leaves behind: the state itself forgets it. */
export class Days {
  lobby: Lobby;
  readonly #past: Day[] = [];

  constructor(lobby: Lobby = initialLobby(defaultSettings)) {
    this.lobby = lobby;
  }

  take(fact: Fact): void {
    if (fact.type === 'day.opened') this.#keep();
    this.lobby = evolve(this.lobby, fact);
  }

  /** All days so far; the last one may still be open. */
  all(): readonly Day[] {
    return [...this.#past, ...this.#today()];
  }

  #keep(): void {
    this.#past.push(...this.#today());
  }

  #today(): Day[] {
    const { day, tickets, restarts, settings } = this.lobby.visit;
    const { points } = settings.rating;
    const row = rowOf(this.lobby, this.lobby.visit.lastAt);
    if (!day || !row) return [];
    return [{ date: day.date, tickets: [...rowsOf(tickets)], restarts, points, row }];
  }
}
