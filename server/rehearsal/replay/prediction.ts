import { businessDateAt } from '../../../shared/calendar.ts';
import { expectedWait } from '../../../shared/foresight/expected.ts';
import { type TicketId, ticketIdOf } from '../../../shared/ids.ts';
import { evolve, initialLobby, type Lobby } from '../../../shared/lobby.ts';
import type { Branch } from './branch.ts';
import { closeOf } from './dates.ts';
import { classOf, factOf } from './facts.ts';
import { asSeen, type Moment, momentsOf } from './moments.ts';
import type { Row } from './row.ts';

/** What was said to one customer at the moment of taking a number; seconds. */
export interface Prediction {
  readonly row: Row;
  /** What was said, or the mean of the waits known by then where nothing was; null: none known. */
  readonly seconds: number | null;
  /** From the 20th to the 80th percentile; null where nothing was said. */
  readonly range: { readonly low: number; readonly high: number } | null;
  /** What it came to; null for those never called. */
  readonly wait: number | null;
}

/**
 * Goes through one branch's log as somebody there would have seen it, in strict order of time, also
 * across business days, and asks for the expected wait of each who has to queue. What is said rests
 * on nothing later than that moment.
 *
 * @param knowsQueue whether the log says who had to queue
 */
export function predict(rows: readonly Row[], branch: Branch, knowsQueue: boolean): Prediction[] {
  const { settings } = branch;
  const moments = rows.flatMap((row, place) =>
    momentsOf(row, place, closeOf(settings, businessDateAt(settings, row.arrive))),
  );
  const seer = new Seer(branch, knowsQueue);
  return moments.sort(asSeen).flatMap((moment) => seer.see(moment) ?? []);
}

class Seer {
  readonly #branch: Branch;
  readonly #teller: Foreteller;
  #lobby: Lobby;
  /** Today's; who is still there from the day before is out of sight once today begins. */
  #tickets = new Map<Row, TicketId>();

  constructor(branch: Branch, knowsQueue: boolean) {
    this.#branch = branch;
    this.#teller = new Foreteller(branch, knowsQueue);
    this.#lobby = initialLobby(branch.settings);
  }

  /** @returns what was said to one who came at this moment and had to queue */
  see(moment: Moment): Prediction | null {
    const { row, at, is } = moment;
    if (is === 'issued') this.#openDay(at);
    const said = is === 'issued' && row.queued ? this.#teller.say(this.#lobby, row) : null;
    const ticket = this.#ticketOf(moment);
    if (ticket) this.#lobby = evolve(this.#lobby, factOf(moment, ticket, this.#branch));
    if (is === 'started' && row.queued) this.#teller.learn(at - row.arrive);
    return said && { ...said, wait: row.start === null ? null : (row.start - row.arrive) / 1000 };
  }

  #ticketOf({ is, row }: Moment): TicketId | undefined {
    const { day } = this.#lobby.visit;
    if (is === 'issued' && day)
      this.#tickets.set(row, ticketIdOf(day.date, this.#tickets.size + 1));
    return this.#tickets.get(row);
  }

  #openDay(at: number): void {
    const date = businessDateAt(this.#branch.settings, at);
    if (this.#lobby.visit.day?.date === date) return;
    this.#tickets = new Map();
    this.#lobby = evolve(this.#lobby, { type: 'day.opened', at, date });
  }
}

/** Says what a wait will be, and where nothing can be said, what waits have been so far. */
export class Foreteller {
  readonly #branch: Branch;
  readonly #knowsQueue: boolean;
  #waits = { n: 0, sum: 0 };

  constructor(branch: Branch, knowsQueue: boolean) {
    this.#branch = branch;
    this.#knowsQueue = knowsQueue;
  }

  say({ visit, pace }: Lobby, row: Row): Omit<Prediction, 'wait'> {
    const { wait: said } = expectedWait(visit, pace, {
      service: this.#branch.serviceOf(row),
      class: classOf(row),
      queued: this.#knowsQueue,
    });
    if (said) return { row, seconds: said.mid, range: { low: said.low, high: said.high } };
    const { n, sum } = this.#waits;
    return { row, seconds: n > 0 ? sum / n / 1000 : null, range: null };
  }

  /** Somebody was called after so many milliseconds. */
  learn(waited: number): void {
    this.#waits = { n: this.#waits.n + 1, sum: this.#waits.sum + waited };
  }
}
