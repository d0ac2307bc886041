import { accept, unreachable } from '../result.ts';
import {
  back,
  callAgain,
  callNext,
  callTicket,
  giveUp,
  hold,
  leave,
  missed,
  release,
} from './calling.ts';
import { changeSettings } from './changeSettings.ts';
import type { CommandOf, VisitCommand } from './commands.ts';
import { closeCounter, openCounter, pause, resume, terminal } from './counters.ts';
import { closeDay, openDay, setDoors } from './day.ts';
import type { VisitFact } from './facts.ts';
import { goFirst } from './goFirst.ts';
import { issue, walkIn } from './issue.ts';
import { borrow, cutOff, handIn } from './lending.ts';
import { servedMeanwhile } from './meanwhile.ts';
import { rateByPhone } from './phone.ts';
import { change, decline, expired, explain, extend, give, invite } from './rating.ts';
import type { Context, Decision } from './refusals.ts';
import { end, start, transfer, undo } from './serving.ts';
import type { Visit } from './state.ts';

/** What a command on a visit comes to: facts, none at all, or one refusal and nothing changed. */
export function decide(visit: Visit, c: VisitCommand, ctx: Context): Decision {
  switch (c.type) {
    case 'ticket.issue':
      return issue(visit, c, ctx);
    case 'ticket.class':
      return goFirst(visit, c, ctx);
    case 'ticket.handIn':
      return handIn(visit, c, ctx);
    case 'ticket.servedMeanwhile':
      return servedMeanwhile(visit, c, ctx);
    case 'ticket.back':
      return back(visit, c, ctx);
    case 'ticket.giveUp':
      return giveUp(visit, c, ctx);
    case 'ticket.leave':
      return leave(visit, c, ctx);
    case 'ticket.hold':
      return hold(visit, c, ctx);
    case 'ticket.release':
      return release(visit, c, ctx);
    case 'ticket.missed':
      return missed(visit, c, ctx);
    case 'call.next':
      return callNext(visit, c, ctx);
    case 'call.ticket':
      return callTicket(visit, c, ctx);
    case 'call.again':
      return callAgain(visit, c, ctx);
    case 'service.walkIn':
      return walkIn(visit, c, ctx);
    case 'service.start':
      return start(visit, c, ctx);
    case 'service.end':
      return end(visit, c, ctx);
    case 'service.transfer':
      return transfer(visit, c, ctx);
    case 'press.undo':
      return undo(visit, c, ctx);
    default:
      return decideRest(visit, c, ctx);
  }
}

type Rest = Exclude<VisitCommand, { type: `${'ticket' | 'call' | 'service' | 'press'}.${string}` }>;

function decideRest(visit: Visit, c: Rest, ctx: Context): Decision {
  switch (c.type) {
    case 'counter.open':
      return openCounter(visit, c, ctx);
    case 'counter.pause':
      return pause(visit, c, ctx);
    case 'counter.resume':
      return resume(visit, c, ctx);
    case 'counter.close':
      return closeCounter(visit, c, ctx);
    case 'terminal.online':
    case 'terminal.offline':
      return terminal(visit, c, ctx);
    case 'numbers.borrow':
      return borrow(visit, c, ctx);
    case 'numbers.cutOff':
      return cutOff(visit, c, ctx);
    case 'rating.invite':
      return invite(visit, c, ctx);
    case 'rating.give':
      return give(visit, c, ctx);
    case 'rating.change':
      return change(visit, c, ctx);
    case 'rating.explain':
      return explain(visit, c, ctx);
    case 'rating.byPhone':
      return rateByPhone(visit, c, ctx);
    case 'rating.decline':
      return decline(visit, c, ctx);
    case 'rating.extend':
      return extend(visit, c, ctx);
    default:
      return decideDay(visit, c, ctx);
  }
}

type DayCommand = Exclude<
  Rest,
  { type: `${'counter' | 'terminal' | 'rating' | 'numbers'}.${string}` }
>;

function decideDay(visit: Visit, c: DayCommand, ctx: Context): Decision {
  switch (c.type) {
    case 'day.open':
      return openDay(visit, c, ctx);
    case 'day.close':
      return closeDay(visit, c, ctx);
    case 'doors.set':
      return setDoors(visit, c, ctx);
    case 'settings.change':
      return changeSettings(visit, c, ctx);
    case 'hub.start':
      return accept([started(c, ctx.at)]);
    case 'clock.step':
      return accept([{ ...c, type: 'clock.stepped', at: ctx.at }]);
    case 'tick':
      return accept(expired(visit, ctx.at));
    default:
      return unreachable(c);
  }
}

const started = ({ after, ...c }: CommandOf<'hub.start'>, at: number): VisitFact => ({
  ...{ ...c, type: 'hub.started', at },
  ...(after && { after }),
});
