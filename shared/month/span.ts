import type { Settings } from '../settings.ts';
import { MEASURED_CLASSES, type Measures, measuresOf } from '../visit/measures.ts';
import type { TicketClass } from '../visit/ticket.ts';
import type { DayRow } from './dayRow.ts';
import { type Group, sumsOf } from './groups.ts';
import type { Corrected } from './records.ts';

/** The figures of some days, as if they had been one. */
export interface Span {
  readonly days: number;
  readonly classes: Partial<Record<TicketClass, Measures>>;
  readonly services: Readonly<Record<string, Measures>>;
  readonly all: Measures;
  /** Whole milliseconds of all waits, and of those by class. */
  readonly waited: Readonly<Record<'all' | 'premium' | 'ordinary', number>>;
}

export interface SpanOptions {
  /** Seconds for which the share above is wanted. */
  readonly over: readonly number[];
  readonly points: Settings['rating']['points'];
  /** Those of other days, or of no day at all, change nothing. */
  readonly corrections?: readonly Corrected[];
}

/** Merges days; the answer is what `measure` says of all their tickets, with the corrections applied. */
export function spanOf(rows: readonly DayRow[], options: SpanOptions): Span {
  const groups = rows.flatMap((row) => row.groups);
  const dates = new Set<string>(rows.map((row) => row.date));
  const corrections = (options.corrections ?? []).filter(({ date }) => dates.has(date));
  const of = (want: (kind: Kind) => boolean) => {
    const sums = corrected(sumsOf(groups.filter(want)), corrections.filter(want));
    const ms = sums.waits.reduce((sum, wait) => sum + wait, 0);
    return { measures: measuresOf(sums, options), ms };
  };
  const services = [...new Set(groups.map((group) => group.service))].sort();
  const classes = MEASURED_CLASSES.filter((cls) => groups.some((group) => group.class === cls)).map(
    (cls) => ({ cls, ...of((kind) => kind.class === cls) }),
  );
  const waitedBy = (cls: TicketClass) => classes.find((one) => one.cls === cls)?.ms ?? 0;
  const all = of(() => true);
  return {
    days: rows.length,
    classes: Object.fromEntries(classes.map(({ cls, measures }) => [cls, measures])),
    services: Object.fromEntries(
      services.map((id) => [id, of((kind) => kind.service === id).measures]),
    ),
    all: all.measures,
    waited: { all: all.ms, premium: waitedBy('premium'), ordinary: waitedBy('ordinary') },
  };
}

type Kind = Pick<Group, 'class' | 'service'> | Pick<Corrected, 'class' | 'service'>;

type Durations = ReturnType<typeof sumsOf>;

/** Each puts one duration in the place of another; one that is not there any more was corrected before. */
function corrected(sums: Durations, corrections: readonly Corrected[]): Durations {
  const waits = sums.waits.slice();
  const services = sums.services.slice();
  for (const { what, from, to } of corrections.toSorted((a, b) => a.at - b.at)) {
    const list = what === 'wait' ? waits : services;
    const place = list.indexOf(from);
    if (place >= 0) list.splice(place, 1, ...(to === null ? [] : [to]));
  }
  return { ...sums, waits, services };
}
