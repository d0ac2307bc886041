import { businessDateAt } from '../../../shared/calendar.ts';
import {
  type Asked,
  foresee,
  foretell,
  noForesight,
  withTold,
} from '../../../shared/foresight/foretell.ts';
import { meanWait, waitsSeen } from '../../../shared/foresight/learned.ts';
import { type TicketId, ticketIdOf } from '../../../shared/ids.ts';
import type { Fact } from '../../../shared/lobby.ts';
import { isVisit } from '../../../shared/owners.ts';
import { evolve } from '../../../shared/visit/evolve.ts';
import type { VisitFact } from '../../../shared/visit/facts.ts';
import { initialVisit, type Visit } from '../../../shared/visit/state.ts';
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
 */
export function predict(rows: readonly Row[], branch: Branch): Prediction[] {
  const { settings } = branch;
  const moments = rows.flatMap((row, place) =>
    momentsOf(row, place, closeOf(settings, businessDateAt(settings, row.arrive))),
  );
  const seer = new Seer(branch);
  return moments.sort(asSeen).flatMap((moment) => seer.see(moment) ?? []);
}

class Seer {
  readonly #branch: Branch;
  readonly #teller: Foreteller;
  #visit: Visit;
  /** Today's; who is still there from the day before is out of sight once today begins. */
  #tickets = new Map<Row, TicketId>();

  constructor(branch: Branch) {
    this.#branch = branch;
    this.#teller = new Foreteller(branch, 'seen');
    this.#visit = initialVisit(branch.settings);
  }

  /** @returns what was said to one who came at this moment and had to queue */
  see(moment: Moment): Prediction | null {
    const { row, at, is } = moment;
    if (is === 'issued') this.#openDay(at);
    const ticket = this.#ticketOf(moment);
    const comes = ticket && is === 'issued' && row.queued;
    const said = comes ? this.#teller.say(this.#visit, row) : null;
    if (ticket) this.#enter(factOf(moment, ticket, this.#branch));
    return said && { ...said, wait: row.start === null ? null : (row.start - row.arrive) / 1000 };
  }

  #enter(fact: VisitFact): void {
    this.#teller.heard([fact], this.#visit);
    this.#visit = evolve(this.#visit, fact);
  }

  #ticketOf({ is, row }: Moment): TicketId | undefined {
    const { day } = this.#visit;
    if (is === 'issued' && day)
      this.#tickets.set(row, ticketIdOf(day.date, this.#tickets.size + 1));
    return this.#tickets.get(row);
  }

  #openDay(at: number): void {
    const date = businessDateAt(this.#branch.settings, at);
    if (this.#visit.day?.date === date) return;
    this.#tickets = new Map();
    this.#enter({ type: 'day.opened', at, date });
  }
}

/** Says what a wait will be, and where nothing can be said, what waits have been so far. */
export class Foreteller {
  readonly #branch: Branch;
  readonly #rule: Asked['rule'];
  #known = noForesight;

  constructor(branch: Branch, rule: Asked['rule']) {
    this.#branch = branch;
    this.#rule = rule;
  }

  /** To the next one who takes a number. */
  say(visit: Visit, row: Row): Omit<Prediction, 'wait'> {
    const seed = visit.tickets.size + 1;
    const told = foretell(this.#known, visit, {
      ...{ service: this.#branch.serviceOf(row), class: classOf(row), at: row.arrive, seed },
      rule: this.#rule,
    });
    if (told && visit.day) {
      this.#known = withTold(this.#known, ticketIdOf(visit.day.date, seed), told);
      return { row, seconds: told.mid, range: { low: told.low, high: told.high } };
    }
    const { learned } = this.#known;
    return { row, seconds: waitsSeen(learned) > 0 ? meanWait(learned) : null, range: null };
  }

  /** What has happened, one fact after another, since `before`. */
  heard(facts: readonly Fact[], before: Visit): void {
    let visit = before;
    for (const fact of facts) {
      if (!isVisit(fact)) continue;
      const after = evolve(visit, fact);
      this.#known = foresee(this.#known, fact, visit, after);
      visit = after;
    }
  }
}
