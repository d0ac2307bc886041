import type { Hub } from '../../server/hub.ts';
import type { LobbyCommand } from '../../shared/lobby.ts';
import { ticketOf } from '../../shared/visit/state.ts';
import { lastLeg, type RatingLevel } from '../../shared/visit/ticket.ts';
import type { HandClock } from './handClock.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Customers an hour from nine on: a morning peak, a quiet noon, a small afternoon one. */
const HOURS = [22, 33, 31, 16, 12, 26, 29, 14];
const SERVICES = ['cash', 'account', 'cash', 'business', 'cash', 'account'];
/** Minutes a service takes, one after the other. */
const TAKES = [4, 9, 6, 12, 3, 8, 5];
const LEVELS: readonly RatingLevel[] = ['verySatisfied', 'satisfied', 'verySatisfied', 'fair'];
const COUNTERS = ['1', '2', '3'];

export interface Branch {
  readonly hub: Pick<Hub, 'pipeline'>;
  readonly clock: HandClock;
}

/** Presses that the rules may refuse: whoever is not there is not called. */
const does = ({ hub }: Branch, command: object) => hub.pipeline.submitOwn(command as LobbyCommand);

/** A branch's working day of `minutes`, from the moment the clock shows, at three counters. */
export async function playDay(branch: Branch, minutes: number, more = 0): Promise<void> {
  const { visit } = branch.hub.pipeline.lobby;
  const busy = new Map<string, number>();
  for (const counter of COUNTERS) {
    if (!visit.counters[counter as keyof typeof visit.counters]?.terminal)
      await does(branch, { type: 'terminal.online', counter });
    await does(branch, { type: 'counter.open', counter, teller: `t${counter}` });
  }
  let [due, came, called] = [0, 0, 0];
  for (let minute = 0; minute < minutes; minute++) {
    due += ((HOURS[Math.floor(minute / 60)] ?? 8) + more) / 60;
    for (; came < Math.floor(due); came++) {
      const cls = came % 7 === 3 ? 'premium' : 'ordinary';
      const service = SERVICES[came % SERVICES.length];
      await does(branch, { type: 'ticket.issue', service, class: cls, by: 'kiosk' });
    }
    for (const counter of COUNTERS) {
      const until = busy.get(counter);
      if (until !== undefined && until > minute) continue;
      if (until !== undefined) await ends(branch, counter, called);
      busy.delete(counter);
      if (!(await does(branch, { type: 'call.next', counter })).ok) continue;
      await does(branch, { type: 'service.start', counter });
      busy.set(counter, minute + (TAKES[called++ % TAKES.length] ?? 5));
    }
    branch.clock.turn(MINUTE);
  }
}

/** Four of five are invited, and most of them rate. */
async function ends(branch: Branch, counter: string, n: number): Promise<void> {
  const { counters } = branch.hub.pipeline.lobby.visit;
  const ticket = counters[counter as keyof typeof counters]?.present;
  if (n % 5 > 0) await does(branch, { type: 'rating.invite', counter });
  await does(branch, { type: 'service.end', counter });
  const seen = ticket && ticketOf(branch.hub.pipeline.lobby.visit, ticket);
  const prompt = seen && lastLeg(seen)?.prompt;
  if (prompt?.is !== 'open' || n % 3 === 2) return;
  const { offer } = prompt;
  const level = LEVELS[n % LEVELS.length];
  await does(branch, { type: 'rating.give', ticket, offer, level, took: 3000 });
}

/** Weeks of four weekdays each, closed every evening; ends at nine on the day after. */
export async function playWeeks(branch: Branch, weeks: number): Promise<void> {
  for (let week = 0; week < weeks; week++)
    for (const [n, days] of [1, 1, 2, 3].entries()) {
      await playDay(branch, 8 * 60, n * 2 - 3 + (week % 2));
      await does(branch, { type: 'day.close', by: 'manager' });
      branch.clock.turn(days * DAY - 8 * 60 * MINUTE);
      await does(branch, { type: 'tick' });
    }
}
