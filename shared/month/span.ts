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
  const of = (want: (kind: Kind) => boolean) =>
    measuresOf(corrected(sumsOf(groups.filter(want)), corrections.filter(want)), options);
  const services = [...new Set(groups.map((group) => group.service))].sort();
  const classes = MEASURED_CLASSES.filter((cls) => groups.some((group) => group.class === cls));
  return {
    days: rows.length,
    classes: Object.fromEntries(classes.map((cls) => [cls, of((kind) => kind.class === cls)])),
    services: Object.fromEntries(services.map((id) => [id, of((kind) => kind.service === id)])),
    all: of(() => true),
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
