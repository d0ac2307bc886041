import { rows, waitingFor } from '../../shared/visit/queue.ts';
import { canServe, counterOf, counterSetting, ticketOf } from '../../shared/visit/state.ts';
import { lastLeg, type Ticket } from '../../shared/visit/ticket.ts';
import type { Cast } from './cast.ts';
import type { Stay } from './customer.ts';
import type { Teller } from './day.ts';
import { play, press, type Script, wait } from './script.ts';
import { answers, comesBack, hasForm } from './visitor.ts';

const SECOND = 1000;
/** Calls again this long after it may. */
const GLANCE = 3 * SECOND;

/**
 * A teller's day 柜员. Each step looks at the counter as it is, not as the part has it: somebody may
 * be pressing the same counter's keys on a screen.
 */
export function* works(me: Teller, cast: Cast): Script {
  const { counter } = me;
  yield* wait(me.opens - cast.stage.now());
  yield* press({ type: 'counter.open', counter, teller: me.id });
  while (!mayGo(me, cast)) {
    const there = presentAt(me, cast);
    const lunch = me.breaks.find((b) => b.from <= cast.stage.now() && cast.stage.now() < b.to);
    if (there) yield* attends(there, me, cast);
    else if (lunch) yield* pauses(lunch, me, cast);
    else if (isFree(me, cast)) yield* press({ type: 'call.next', counter });
    yield* wait(cast.plan.glance);
  }
  yield* press({ type: 'counter.close', counter });
}

const looksAt = (me: Teller, { stage }: Cast) => counterOf(stage.lobby().visit, me.counter);

function presentAt(me: Teller, cast: Cast): Ticket | undefined {
  const { present } = looksAt(me, cast);
  return present ? ticketOf(cast.stage.lobby().visit, present) : undefined;
}

function isFree(me: Teller, cast: Cast): boolean {
  const { visit } = cast.stage.lobby();
  const open = looksAt(me, cast).situation.is === 'open';
  return open && waitingFor(visit, me.counter).length > 0;
}

/** Goes when the hour has come; at the branch's closing not before everybody inside was served. */
function mayGo(me: Teller, cast: Cast): boolean {
  const { visit } = cast.stage.lobby();
  if (!visit.day?.open) return true;
  if (cast.stage.now() < me.closes || looksAt(me, cast).present) return false;
  if (me.closes < cast.plan.closes) return true;
  const inside = rows(visit, [...visit.line, ...visit.held]);
  const setting = counterSetting(visit, me.counter);
  return !visit.doors && !inside.some((ticket) => canServe(setting, ticket));
}

function* pauses(lunch: Teller['breaks'][number], { counter }: Teller, cast: Cast): Script {
  yield* press({ type: 'counter.pause', counter, reason: lunch.reason });
  yield* wait(lunch.to - cast.stage.now());
  yield* press({ type: 'counter.resume', counter });
}

function* attends(ticket: Ticket, me: Teller, cast: Cast): Script {
  if (ticket.situation.is === 'serving') yield* serves(ticket, me, cast);
  else if (cast.isAway(ticket.id)) yield* callsInVain(ticket, me, cast);
  else {
    yield* wait(cast.holderOf(ticket.id).walk);
    yield* press({ type: 'service.start', counter: me.counter });
  }
}

function* callsInVain(ticket: Ticket, { counter }: Teller, cast: Cast): Script {
  const { recallGap } = cast.stage.lobby().visit.settings.rules;
  yield* wait(recallGap * SECOND + GLANCE);
  yield* press({ type: 'call.again', counter });
  yield* wait(recallGap * SECOND);
  if (!cast.isAway(ticket.id)) return;
  const missed = yield* press({ type: 'ticket.missed', counter });
  if (missed.ok) play(comesBack(ticket.id, cast), cast.stage);
}

function* serves(ticket: Ticket, me: Teller, cast: Cast): Script {
  const { stays } = cast.holderOf(ticket.id);
  const leg = lastLeg(ticket);
  const stay = stays[ticket.legs.length - 1] ?? stays.at(-1);
  if (!leg || !stay) return;
  yield* wait(leg.startedAt + stay.lasts - cast.stage.now());
  const own = cast.dice.for(`${ticket.id} ${ticket.legs.length}`);
  if (stay.after.is === 'done' && own.chance(me.invites))
    yield* press({ type: 'rating.invite', counter: me.counter });
  yield* ends(ticket, stay, me, cast);
  yield* wait(own.lasting(9, 0.5) * SECOND);
}

function* ends(ticket: Ticket, { after }: Stay, { counter }: Teller, cast: Cast): Script {
  const { stage, plan } = cast;
  if (after.is === 'transfers') {
    yield* press({ type: 'service.transfer', counter, to: after.to });
    return;
  }
  if (after.is === 'holds') {
    const held = yield* press({ type: 'ticket.hold', ticket: ticket.id });
    if (held.ok) play(hasForm(ticket.id, after.for), stage);
    return;
  }
  const { from, to, counter: dark } = plan.outage;
  const off = counter === dark && from <= stage.now() && stage.now() < to;
  stage.notice({ type: off ? 'terminal.offline' : 'terminal.online', counter });
  const ended = yield* press({ type: 'service.end', counter });
  if (ended.ok) play(answers(ticket.id, cast), stage);
}
