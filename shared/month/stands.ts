import type { CounterId } from '../ids.ts';
import type { VisitFact } from '../visit/facts.ts';
import type { CounterSituation, Visit } from '../visit/state.ts';
import { emptyTable, rowsOf, type Table, withRow } from '../visit/table.ts';

/** From `at` on a counter stands like this, until its next row. */
export interface Stand {
  readonly at: number;
  readonly counter: CounterId;
  readonly is: CounterSituation['is'];
  readonly terminal: boolean;
}

/** How today's counters stood, in order: the visit's own state knows only how they stand now. */
export type Stands = Table<Stand>;

export const noStands: Stands = emptyTable;

const MOVES = /^(counter|terminal|day|hub)\./;

/** `visit` is the state after the fact. */
export function followStands(stands: Stands, fact: VisitFact, visit: Visit): Stands {
  if (!MOVES.test(fact.type)) return stands;
  let next = fact.type === 'day.opened' ? noStands : stands;
  for (const { id, situation, terminal } of Object.values(visit.counters)) {
    const last = standing(next, id);
    const is = situation.is;
    if (last ? last.is === is && last.terminal === terminal : is === 'closed' && !terminal)
      continue;
    next = withRow(next, next.size + 1, { at: fact.at, counter: id, is, terminal });
  }
  return next;
}

function standing(stands: Stands, counter: CounterId): Stand | undefined {
  let last: Stand | undefined;
  for (const row of rowsOf(stands)) if (row.counter === counter) last = row;
  return last;
}

/** A counter's stretch of the day that was all alike. */
export interface Stretch extends Omit<Stand, 'at'> {
  readonly from: number;
  readonly to: number;
}

/** The day's stretches up to `until`. */
export function stretches(stands: Stands, until: number): Stretch[] {
  const open = new Map<CounterId, Stand>();
  const done: Stretch[] = [];
  const end = ({ at: from, ...stand }: Stand, to: number) => {
    if (to > from) done.push({ ...stand, from, to });
  };
  for (const row of rowsOf(stands)) {
    const before = open.get(row.counter);
    if (before) end(before, row.at);
    open.set(row.counter, row);
  }
  for (const stand of open.values()) end(stand, until);
  return done;
}
