import type { BusinessDate, CounterId, StaffId, TicketId } from '../ids.ts';
import type { PauseReason } from '../visit/facts.ts';
import { type Spread, spreadOf } from '../visit/spread.ts';
import { rowsOf } from '../visit/table.ts';
import type { LegEnd, Ticket, TicketClass } from '../visit/ticket.ts';
import { type KeptDay, type Names, namesIn } from './keptDay.ts';

/** A counter's day: how it stood, whom it served, and its sums. Never a single rating. */
export interface CounterStory {
  readonly date: BusinessDate;
  readonly counter: CounterId;
  readonly offset: number;
  /** From its first opening to its last closing, or to now; null: it never opened. */
  readonly span: { readonly from: number; readonly to: number } | null;
  readonly stretches: readonly CounterStretch[];
  readonly stays: readonly Stay[];
  readonly openMs: number;
  readonly pausedMs: number;
  /** Milliseconds somebody was being served. */
  readonly servingMs: number;
  readonly service: Spread;
  /** Service start − call. */
  readonly gap: Spread;
  readonly calls: number;
  readonly missed: number;
  readonly names: Names;
}

export type CounterStretch = {
  readonly from: number;
  readonly to: number;
  readonly teller: StaffId | null;
} & ({ readonly is: 'open' } | { readonly is: 'paused'; readonly reason: PauseReason });

/** One customer at this counter. */
export interface Stay {
  readonly ticket: TicketId;
  readonly number: string;
  readonly class: TicketClass;
  readonly service: string;
  readonly teller: StaffId | null;
  readonly calledAt: number;
  readonly startedAt: number;
  /** null: still being served. */
  readonly endedAt: number | null;
  readonly how: LegEnd | null;
  readonly walkIn: boolean;
}

/** @param at hub time up to which what still goes on is counted */
export function counterStory(
  day: KeptDay,
  counter: CounterId,
  people: Parameters<typeof namesIn>[1],
  at: number,
): CounterStory {
  const stretches = stretchesOf(day, counter, at);
  const stays = staysAt(day, counter);
  const [first, last] = [stretches[0], stretches.at(-1)];
  const sum = (is: CounterStretch['is']) =>
    stretches.filter((s) => s.is === is).reduce((ms, s) => ms + s.to - s.from, 0);
  const done = stays.filter(({ how, endedAt }) => endedAt !== null && how !== 'forgotten');
  const calls = [...rowsOf(day.visit.calls)].filter((c) => c.counter === counter && !c.undone);
  return {
    ...{ date: day.date, counter, offset: day.visit.offset, stretches, stays },
    span: first && last ? { from: first.from, to: last.to } : null,
    ...{ openMs: sum('open'), pausedMs: sum('paused') },
    servingMs: stays.reduce((ms, s) => ms + (s.endedAt ?? at) - s.startedAt, 0),
    service: spreadOf(done.map((s) => (s.endedAt ?? at) - s.startedAt)),
    gap: spreadOf(stays.filter((s) => !s.walkIn).map((s) => s.startedAt - s.calledAt)),
    calls: calls.length,
    missed: calls.filter(({ missedAt }) => missedAt !== null).length,
    names: namesIn(day, people),
  };
}

/** From the counter's own facts; the close of the day ends whatever is still open. */
function stretchesOf({ told }: KeptDay, counter: CounterId, at: number): CounterStretch[] {
  const done: CounterStretch[] = [];
  let present: CounterStretch | null = null;
  const turn = (when: number, next: CounterStretch | null) => {
    if (present && when > present.from) done.push({ ...present, to: when });
    present = next;
  };
  let teller: StaffId | null = null;
  for (const { fact } of told) {
    if (fact.type === 'day.closed') turn(fact.at, null);
    if (!('counter' in fact) || fact.counter !== counter) continue;
    const begin = { from: fact.at, to: fact.at };
    if (fact.type === 'counter.opened' || fact.type === 'counter.handedOver') teller = fact.teller;
    if (fact.type === 'counter.closed') turn(fact.at, null);
    else if (fact.type === 'counter.paused')
      turn(fact.at, { ...begin, teller, is: 'paused', reason: fact.reason });
    else if (OPENS.has(fact.type)) turn(fact.at, { ...begin, teller, is: 'open' });
  }
  turn(at, null);
  return done;
}

const OPENS = new Set(['counter.opened', 'counter.resumed', 'counter.handedOver']);

function staysAt({ visit }: KeptDay, counter: CounterId): Stay[] {
  const tickets = [...rowsOf(visit.tickets)].filter((ticket) => !ticket.test);
  const stays = tickets.flatMap((ticket) => legsAt(ticket, counter));
  return stays.sort((a, b) => a.startedAt - b.startedAt);
}

const legsAt = ({ id, number, class: cls, by, legs }: Ticket, counter: CounterId): Stay[] =>
  legs
    .filter((leg) => leg.counter === counter)
    .map(({ service, teller, calledAt, startedAt, endedAt, how }) => ({
      ...{ ticket: id, number, class: cls, service, teller, calledAt, startedAt, endedAt, how },
      walkIn: by === 'walkIn',
    }));
