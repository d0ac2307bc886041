import fc from 'fast-check';
import { defaultSettings } from '../../shared/defaults.ts';
import { type CounterId, helpIdOf, type LoanId, ordinalOf } from '../../shared/ids.ts';
import type { Lobby, LobbyCommand } from '../../shared/lobby.ts';
import type { Settings } from '../../shared/settings.ts';
import { counterOf, ticketOf } from '../../shared/visit/state.ts';
import { DATE, leftAlone, of, on, prompt, replaced, strays } from './whom.ts';

/** A press of somebody who mostly knows what they do; `a` and `b` choose on what. */
export interface Press {
  readonly what: keyof typeof presses;
  readonly a: number;
  readonly b: number;
  /** Seconds since the press before. */
  readonly after: number;
}

const counters = ['1', '2', '3', '5', 'nowhere'] as CounterId[];
const services = ['cash', 'cash', 'account', 'business', 'wealth', 'gold'];
const classes = ['ordinary', 'ordinary', 'ordinary', 'premium', 'care'] as const;
const levels = ['verySatisfied', 'satisfied', 'fair', 'dissatisfied'] as const;

const at = (a: number) => ({ counter: of(counters, a) });

function issue(_: Lobby, a: number, b: number) {
  const cls = of(classes, b);
  const service = of(services, a % 9 ? a % 5 : 5);
  const by = cls === 'care' || b % 6 === 0 ? 'hand' : 'kiosk';
  const care = cls === 'care' && b % 35 ? { reason: 'elderly' } : {};
  const test = a % 13 === 0 ? { test: true } : {};
  return { type: 'ticket.issue', service, class: cls, by, ...care, ...test };
}

const loans = [1, 2].map((n) => `019ab000-0000-7000-8000-00000000000${n}` as LoanId);

/** A number somebody was lent, or, now and then, nobody; known ones come again. */
function handIn({ visit }: Lobby, a: number, b: number) {
  const n = (b % 7 ? 701 : 690) + (a % 55);
  return {
    ...{ type: 'ticket.handIn', date: visit.day?.date ?? DATE, number: `A${n}` },
    ...{ service: 'cash', class: 'ordinary', issuedAt: visit.lastAt - (b % 120) * 1000 },
  };
}

/** What a teller most likely does next at this counter. */
function work({ visit }: Lobby, a: number, b: number) {
  const counter = of(counters.slice(0, 3), a);
  const { situation, present, terminal } = counterOf(visit, counter);
  if (situation.is === 'closed') return { type: 'counter.open', counter };
  if (situation.is === 'paused') return { type: 'counter.resume', counter };
  if (!terminal && b % 3) return { type: 'terminal.online', counter };
  if (!present) return { type: 'call.next', counter };
  const doing = ticketOf(visit, present)?.situation;
  if (doing?.is === 'serving') return { type: 'service.end', counter };
  const absent = ordinalOf(present) % 3 === 0 && doing?.is === 'called';
  if (!absent) return { type: 'service.start', counter };
  return { type: doing.times > 1 ? 'ticket.missed' : 'call.again', counter };
}

const presses = {
  work,
  issue,
  replace: replaced,
  strays,
  next: (_: Lobby, a: number) => ({ type: 'call.next', ...at(a) }),
  pick: (l: Lobby, a: number, b: number) => ({
    ...{ type: 'call.ticket', ...at(a) },
    ...on(l, b % 3 ? 'line' : 'held', b),
  }),
  again: (_: Lobby, a: number) => ({ type: 'call.again', ...at(a) }),
  missed: (_: Lobby, a: number) => ({ type: 'ticket.missed', ...at(a) }),
  back: (l: Lobby, a: number) => ({ type: 'ticket.back', ...on(l, 'missed', a) }),
  giveUp: (l: Lobby, a: number, b: number) => ({
    ...{ type: 'ticket.giveUp' },
    ...on(l, of(['line', 'held', 'missed'] as const, b), a),
  }),
  hold: (l: Lobby, a: number, b: number) => {
    const present = Object.values(l.visit.counters).flatMap((k) => k.present ?? []);
    const ticket = present.length > 0 && b % 2 ? { ticket: of(present, a) } : on(l, 'line', a);
    return { type: 'ticket.hold', ...ticket };
  },
  first: (l: Lobby, a: number, b: number) => ({
    ...{ type: 'ticket.class', ...on(l, b % 3 ? 'line' : 'held', a) },
    ...{ class: 'care', reason: 'elderly' },
  }),
  release: (l: Lobby, a: number) => ({ type: 'ticket.release', ...on(l, 'held', a) }),
  start: (_: Lobby, a: number) => ({ type: 'service.start', ...at(a) }),
  end: (_: Lobby, a: number) => ({ type: 'service.end', ...at(a) }),
  transfer: (_: Lobby, a: number, b: number) => ({
    ...{ type: 'service.transfer', ...at(a), to: of(services, b) },
  }),
  walkIn: (_: Lobby, a: number, b: number) => ({
    ...{ type: 'service.walkIn', ...at(a), service: of(services, b) },
    ...{ class: of(classes, b), reason: 'other' },
  }),
  undo: ({ visit }: Lobby, a: number, b: number) => {
    const fresh = Object.values(visit.counters).filter((k) => k.press);
    return {
      type: 'press.undo',
      counter: fresh.length > 0 && b % 5 ? of(fresh, a).id : of(counters, a),
    };
  },
  open: (_: Lobby, a: number) => ({ type: 'counter.open', ...at(a) }),
  pause: (_: Lobby, a: number) => ({ type: 'counter.pause', ...at(a), reason: 'lunch' }),
  resume: (_: Lobby, a: number) => ({ type: 'counter.resume', ...at(a) }),
  close: (_: Lobby, a: number) => ({ type: 'counter.close', ...at(a) }),
  plug: (_: Lobby, a: number, b: number) => ({
    ...{ type: b % 3 ? 'terminal.online' : 'terminal.offline', ...at(a) },
  }),
  invite: (_: Lobby, a: number) => ({ type: 'rating.invite', ...at(a) }),
  rate: (l: Lobby, a: number, b: number) => ({
    ...{ type: 'rating.give', ...prompt(l, a, b), level: of(levels, b) },
    ...{
      took: 500 + (b % 40) * 100,
      ...(a % 3 ? {} : { pressedAt: l.visit.lastAt - (a % 60) * 1000 }),
    },
  }),
  change: (l: Lobby, a: number, b: number) => ({
    ...{ type: 'rating.change', ...prompt(l, a, b), level: of(levels, a) },
  }),
  explain: (l: Lobby, a: number, b: number) => ({
    ...{ type: 'rating.explain', ...prompt(l, a, b), reasons: ['wait', 'attitude'] },
  }),
  decline: (l: Lobby, a: number, b: number) => ({ type: 'rating.decline', ...prompt(l, a, b) }),
  extend: (l: Lobby, a: number, b: number) => ({ type: 'rating.extend', ...prompt(l, a, b) }),
  tick: () => ({ type: 'tick' }),
  restart: (l: Lobby) => ({ type: 'hub.start', offset: 0, since: l.visit.lastAt }),
  borrow: (_: Lobby, a: number) => ({ type: 'numbers.borrow', loan: of(loans, a) }),
  cutOff: (_: Lobby, a: number) => ({ type: 'numbers.cutOff', loan: of(loans, a) }),
  handIn,
  meanwhile: (l: Lobby, a: number, b: number) => ({
    type: 'ticket.servedMeanwhile',
    tickets: [leftAlone(l, a), b % 3 ? leftAlone(l, b) : on(l, 'missed', b).ticket],
  }),
  help: (l: Lobby, a: number, b: number) => ({
    type: 'help.call',
    ...(a % 3 ? { counter: of(counters, a) } : {}),
    ...(b % 4 ? {} : on(l, 'line', b)),
  }),
  answer: ({ floor, visit }: Lobby, a: number) => ({
    type: 'help.answer',
    help: floor.calls[a % 4]?.help ?? helpIdOf(visit.day?.date ?? DATE, (a % 9) + 1),
  }),
  count: (_: Lobby, a: number) => ({ type: 'people.count', without: a % 40 }),
  closeDay: () => ({ type: 'day.close', by: 'manager' }),
  acknowledge: (l: Lobby, a: number) => ({
    ...{ type: 'alert.acknowledge', alert: l.care.alerts[a % 5]?.id ?? '2026-11-23.a99' },
  }),
  handle: (l: Lobby, a: number) => ({
    ...{ type: 'alert.handle', alert: l.care.alerts[a % 5]?.id ?? '2026-11-23.a99' },
    ...{ cause: 'peak', action: 'other' },
  }),
};

export const commandOf = ({ what, a, b }: Press, lobby: Lobby) =>
  presses[what](lobby, a, b) as unknown as LobbyCommand;

const often: Partial<Record<Press['what'], number>> = {
  ...{
    handIn: 2,
    borrow: 2,
    work: 30,
    issue: 20,
    back: 3,
    rate: 8,
    undo: 4,
    replace: 4,
    strays: 12,
    meanwhile: 2,
    transfer: 2,
    decline: 4,
    restart: 0.25,
    closeDay: 0.1,
  },
};
const weights = (Object.keys(presses) as Press['what'][]).map((what) => ({
  weight: (often[what] ?? 1) * 20,
  arbitrary: fc.constant(what),
}));

const press: fc.Arbitrary<Press> = fc.record({
  what: fc.oneof(...weights),
  a: fc.nat(5000),
  b: fc.nat(5000),
  after: fc.oneof(
    { weight: 200, arbitrary: fc.integer({ min: 0, max: 10 }) },
    { weight: 120, arbitrary: fc.integer({ min: 10, max: 40 }) },
    { weight: 10, arbitrary: fc.integer({ min: 40, max: 1300 }) },
    // The night.
    { weight: 1, arbitrary: fc.constant(15 * 3600) },
  ),
});

/** Presses of a day at a small branch; a run of them may well reach into the next one. */
export const somePresses = fc.array(press, { minLength: 30, maxLength: 120, size: 'max' });

/** The sample branch, with other figures for its rules. */
export const someSettings: fc.Arbitrary<Settings> = fc
  .record({
    callGap: fc.constantFrom(0, 15),
    recallGap: fc.constantFrom(0, 20),
    callsBeforeMissed: fc.constantFrom(1, 2),
    comeBackWithinCalls: fc.constantFrom(0, 1, 3),
    putBackPlaces: fc.constantFrom(0, 2, 3),
    passedOverAtMost: fc.constantFrom(1, 3),
  })
  .map((rules) => ({ ...defaultSettings, rules: { ...defaultSettings.rules, ...rules } }));
