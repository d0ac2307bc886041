import { lineOf } from '../settings.ts';
import { waiting } from '../visit/queue.ts';
import type { Visit } from '../visit/state.ts';
import type { TicketClass } from '../visit/ticket.ts';
import { comingKinds } from './comingKinds.ts';
import { type Futures, futuresOf, type Longest, type Present, staffed } from './futures.ts';
import { waitsSeen } from './learned.ts';
import { type Move, mannedAfter, movesFor } from './moves.ts';
import type { Kind } from './simulate.ts';

/** What a move would bring: the longest wait of a class by a time, without it and with it. */
export type Advice = Move & {
  readonly class: WatchedClass;
  /** Seconds, the middle of the futures looked at. */
  readonly from: number;
  readonly to: number;
  /** Hub time of which both speak. */
  readonly until: number;
};
export type WatchedClass = 'ordinary' | 'premium' | 'care';

/** Fewer waits seen, or less of the day, and nothing is advised: ours. */
const ENOUGH_WAITS = 30;
const ENOUGH_SECONDS = 1200;
const ENOUGH_SERVICES = 5;

const CLASSES: readonly WatchedClass[] = ['ordinary', 'premium', 'care'];
const HALF_HOUR = 1800;
const MINUTES_5 = 300;

/**
 * One round of looking ahead: prepared once, then one move after another may be weighed, so that no
 * step of it takes long. `next` says whether there is more to weigh.
 */
export interface Round {
  readonly next: () => boolean;
  /** What is worth saying once all has been weighed: at most one move that helps, or one break. */
  readonly advice: () => readonly Advice[];
}

const nothing: Round = { next: () => false, advice: () => [] };

/** Null advice is advice too: without enough history, or with all well, a round says nothing. */
export function roundOf(present: Present): Round {
  const { visit, at } = present;
  if (!isBelieved(present)) return nothing;
  const marks = marksFrom(visit, at);
  const futures = futuresOf(present, Math.max(...marks));
  const without = staffed(futures, mannedAfter(futures, visit, null));
  const kind = worstKind(visit, at, without, marks);
  const left = movesFor(visit, kind);
  const found: Advice[] = [];
  return {
    next() {
      const move = left.shift();
      if (move) found.push(...weighed(move, { present, futures, without, marks }));
      return left.length > 0;
    },
    advice: () => best(found, visit),
  };
}

/** All of a round at once. */
export function adviceFor(present: Present): readonly Advice[] {
  const round = roundOf(present);
  while (round.next());
  return round.advice();
}

/** Every service that is waited for must have been seen often enough, and the day for long enough. */
function isBelieved({ learned, visit, at }: Present): boolean {
  if (!visit.day?.open || waitsSeen(learned) < ENOUGH_WAITS) return false;
  if (comingKinds(visit, at).seen < ENOUGH_SECONDS) return false;
  const services = new Set(waiting(visit).map((t) => t.service));
  return [...services].every((id) => (learned.durations[id]?.length ?? 0) >= ENOUGH_SERVICES);
}

/** Half an hour on and an hour on, each at a full five minutes of the branch's clock. */
function marksFrom({ offset }: Visit, at: number): number[] {
  const wall = (at + offset) / 1000;
  return [HALF_HOUR, 2 * HALF_HOUR].map(
    (ahead) => Math.ceil((wall + ahead) / MINUTES_5) * MINUTES_5 - wall,
  );
}

/** Of the class whose longest wait will be furthest over yellow: whom most of it wait for. */
function worstKind(
  visit: Visit,
  at: number,
  without: Longest,
  marks: readonly number[],
): Kind | null {
  const over = (cls: TicketClass) =>
    Math.max(...marks.map((mark) => middle(without(cls, mark)))) /
    lineOf(visit.settings, cls).yellow;
  const cls = CLASSES.reduce((worst, c) => (over(c) > over(worst) ? c : worst));
  if (over(cls) <= 1) return null;
  const own = waiting(visit).filter((t) => t.class === cls);
  const counts = new Map<Kind['service'], number>();
  for (const { service } of own) counts.set(service, (counts.get(service) ?? 0) + 1);
  const coming = comingKinds(visit, at).kinds.filter((k) => k.class === cls);
  for (const { service, rate } of coming)
    counts.set(service, (counts.get(service) ?? 0) + rate * HALF_HOUR);
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  return most ? { class: cls, service: most[0] } : null;
}

interface Weighing {
  readonly present: Present;
  readonly futures: Futures;
  readonly without: Longest;
  readonly marks: readonly number[];
}

function weighed(move: Move, { present, futures, without, marks }: Weighing): Advice[] {
  const { visit, at } = present;
  const after = staffed(futures, mannedAfter(futures, visit, move));
  return marks.flatMap((mark): Advice[] => {
    const compared = CLASSES.map((cls) => compare(cls, without(cls, mark), after(cls, mark)));
    const harms = compared.some((c) => !isHarmless(c, move, visit));
    const most = compared.reduce((a, b) => (gainOf(b, visit) > gainOf(a, visit) ? b : a));
    if (harms || (move.does !== 'pause' && !isReal(most))) return [];
    const said = move.does === 'pause' ? (compared[0] ?? most) : most;
    const { cls, from, to } = said;
    return [{ ...move, class: cls, from, to, until: Math.round(at + mark * 1000) }];
  });
}

interface Compared {
  readonly cls: WatchedClass;
  readonly from: number;
  readonly to: number;
  /** The share of futures in which the move helps this class. */
  readonly helps: number;
  readonly bad: number;
}

function compare(
  cls: WatchedClass,
  without: readonly number[],
  after: readonly number[],
): Compared {
  const helped = without.filter((seconds, i) => seconds > (after[i] ?? 0)).length;
  return {
    ...{ cls, from: Math.round(middle(without)), to: Math.round(middle(after)) },
    helps: helped / without.length,
    bad: quantile(after, 0.8),
  };
}

/** Two minutes and a fifth of it, or five, in four of five futures: less nobody can know. Ours. */
const isReal = ({ from, to, helps }: Compared) =>
  from - to >= Math.max(120, Math.min(300, from / 5)) && helps >= 0.8;

/** A break must leave every wait under half its yellow line; help must not push others over theirs. */
function isHarmless({ cls, from, to, bad }: Compared, move: Move, { settings }: Visit): boolean {
  const { yellow } = lineOf(settings, cls);
  return move.does === 'pause' ? bad <= yellow / 2 : to <= Math.max(from + 60, yellow);
}

const gainOf = ({ cls, from, to }: Compared, { settings }: Visit) =>
  (from - to) / lineOf(settings, cls).orange;

/** Moves that help are told apart by what they bring; opening goes before turning a counter round. */
function best(found: readonly Advice[], visit: Visit): readonly Advice[] {
  const gain = (a: Advice) =>
    gainOf({ cls: a.class, from: a.from, to: a.to, helps: 1, bad: 0 }, visit) *
    (a.does === 'assign' ? 0.8 : 1);
  const [first] = found.toSorted((a, b) => gain(b) - gain(a) || a.until - b.until);
  return first ? [first] : [];
}

const quantile = (values: readonly number[], p: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(p * (values.length - 1))] ?? 0;
const middle = (values: readonly number[]) => quantile(values, 0.5);
