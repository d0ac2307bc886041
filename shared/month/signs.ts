import { ratio } from '../visit/spread.ts';
import type { DayRow } from './dayRow.ts';
import type { Desk } from './desks.ts';
import type { Rules } from './rules.ts';

/** Signs of gaming 异常迹象: figures that are high where numbers are made rather than earned. */
export const SIGNS = [
  'quick',
  'burst',
  'streak',
  'perfect',
  'mood',
  'longGap',
  'missed',
  'walkIn',
  'offline',
  'early',
  'replaced',
] as const;
export type SignName = (typeof SIGNS)[number];

export interface Sign {
  readonly sign: SignName;
  /** A share, or for `streak` a count; null where it would be of fewer than five. */
  readonly value: number | null;
  /** What it is a share of. */
  readonly n: number;
  /** Above this it is marked. */
  readonly line: number;
  readonly marked: boolean;
  /** Counters and tellers that are above it by themselves, with enough to say so. */
  readonly places: readonly Place[];
}

export interface Place {
  readonly at: 'counter' | 'teller';
  readonly id: string;
  readonly value: number;
  readonly n: number;
}

/** Sums only, and never of fewer: a single rating must not be found in them. */
const LEAST = 5;

interface Part {
  readonly value: number | null;
  readonly n: number;
}

type OfDesks = (desks: readonly Desk[], rules: Rules) => Part;

const total = <T>(list: readonly T[], of: (one: T) => number) =>
  list.reduce((sum, one) => sum + of(one), 0);

const share = (part: number, n: number): Part => ({ value: ratio(part, n), n });

const ofDesks: Partial<Record<SignName, OfDesks>> = {
  quick: (desks) =>
    share(
      total(desks, (d) => d.quick),
      total(desks, (d) => d.given),
    ),
  burst: (desks) =>
    share(
      total(desks, (d) => d.burst),
      total(desks, (d) => d.given),
    ),
  streak: (desks) => ({
    value: Math.max(0, ...desks.map((d) => d.streak)),
    n: total(desks, (d) => d.given),
  }),
  perfect: (desks) =>
    share(
      total(desks, (d) => d.levels.verySatisfied),
      total(desks, (d) => d.given),
    ),
  mood: moodOf,
  longGap: (desks) =>
    share(
      total(desks, (d) => d.longGaps),
      total(desks, (d) => d.gaps),
    ),
  walkIn: (desks) =>
    share(
      total(desks, (d) => d.walkIns),
      total(desks, (d) => d.done),
    ),
};

/** How much rarer those are invited who had waited past the yellow line, of whom less praise is expected. */
function moodOf(desks: readonly Desk[], { signs }: Rules): Part {
  const rate = (of: 'calm' | 'late') =>
    share(
      total(desks, (d) => d[of].invited),
      total(desks, (d) => d[of].done),
    );
  const [calm, late] = [rate('calm'), rate('late')];
  const n = Math.min(calm.n, late.n);
  // Of a handful of either kind a difference says nothing.
  if (n < Math.max(LEAST, signs.atLeast) || calm.value === null || late.value === null)
    return { value: null, n };
  return { value: calm.value - late.value, n };
}

const ofRows: Partial<Record<SignName, (rows: readonly DayRow[]) => Part>> = {
  missed: (rows) =>
    share(
      total(rows, (r) => r.calls.missedInBursts),
      total(rows, (r) => r.calls.n),
    ),
  offline: (rows) =>
    share(
      minutes(total(rows, (r) => total(r.counters, (k) => k.offMs))),
      minutes(total(rows, (r) => total(r.counters, (k) => k.openMs + k.pausedMs))),
    ),
  early: (rows) =>
    share(
      total(rows, (r) => r.early),
      tickets(rows, 'tickets'),
    ),
  replaced: (rows) => share(tickets(rows, 'replaced'), tickets(rows, 'tickets')),
};

const minutes = (ms: number) => Math.round(ms / 60_000);
const tickets = (rows: readonly DayRow[], what: 'tickets' | 'replaced') =>
  total(rows, (row) => total(row.groups, (group) => group.counts[what] ?? 0));

const lineOf = (sign: SignName, { signs }: Rules): number =>
  ({
    quick: signs.quickShare,
    burst: signs.burstShare,
    streak: signs.streak - 1,
    perfect: signs.perfectShare,
    mood: signs.moodGap,
    longGap: signs.longGapShare,
    missed: signs.missedShare,
    walkIn: signs.walkInShare,
    offline: signs.offlineShare,
    early: signs.earlyShare,
    replaced: signs.replacedShare,
  })[sign];

/** @param rows closed days only: whoever looks learns of a rating no sooner than the day after */
export function signsOf(rows: readonly DayRow[], rules: Rules): Sign[] {
  const desks = rows.flatMap((row) => row.desks);
  return SIGNS.map((sign) => {
    const line = lineOf(sign, rules);
    const over = ({ value, n }: Part) => value !== null && value > line && n >= rules.signs.atLeast;
    const of = ofDesks[sign];
    const { value, n } = of ? of(desks, rules) : (ofRows[sign]?.(rows) ?? { value: null, n: 0 });
    const places = of ? placesOf(desks, (own) => of(own, rules)).filter(over) : [];
    const shown = n < LEAST ? null : value;
    const marked = places.length > 0 || over({ value: shown, n });
    return { sign, value: shown, n, line, marked, places };
  });
}

function placesOf(desks: readonly Desk[], of: (desks: readonly Desk[]) => Part): Place[] {
  return (['counter', 'teller'] as const).flatMap((at) => {
    const ids = new Set(desks.flatMap((desk) => desk[at] ?? []));
    return [...ids].sort().map((id) => {
      const { value, n } = of(desks.filter((desk) => desk[at] === id));
      return { at, id, value: value ?? 0, n };
    });
  });
}
