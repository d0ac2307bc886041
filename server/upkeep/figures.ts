import { defaultSettings } from '../../shared/defaults.ts';
import type { DayRow } from '../../shared/month/dayRow.ts';
import { spanOf } from '../../shared/month/span.ts';
import { type Measures, measure, measureByClass } from '../../shared/visit/measures.ts';
import type { PhoneMeasures } from '../../shared/visit/phoneMeasures.ts';
import type { RatingMeasures } from '../../shared/visit/satisfaction.ts';
import type { Spread } from '../../shared/visit/spread.ts';
import type { Day } from './days.ts';

/** What is printed of a set of tickets: seconds and shares; null where there is nothing to say. */
export interface ClassFigures {
  readonly tickets: number;
  readonly queued: number;
  readonly served: number;
  readonly abandoned: number;
  readonly noshow: number;
  readonly called: number;
  readonly notCalled: number;
  readonly wait: Spread & { readonly over: Readonly<Record<string, number | null>> };
  readonly service: Omit<Spread, 'max'>;
  /** Not there in a recorded log: it has no terminals. */
  readonly rating?: RatingMeasures;
  /** What phones said, apart from it. */
  readonly phone?: PhoneMeasures;
}

export interface Figures {
  readonly classes: Readonly<Record<string, ClassFigures>>;
  readonly all: ClassFigures;
  /** Where there are several branches, by name. */
  readonly branches?: Readonly<Record<string, ClassFigures>>;
}

/** Seconds for which the share of longer waits is printed. */
const OVER = [60, 120, 180, 300, 600, 1200, 1800] as const;

export interface BranchDays {
  readonly name: string;
  readonly days: readonly Day[];
}

/** The figures of some branches' days. Recorded days and our own go through the same measures. */
export function figuresOf(branches: readonly BranchDays[], named: boolean): Figures {
  const days = branches.flatMap((branch) => branch.days);
  const { classes, all } = measureByClass(ticketsOf(days), optionsFor(days));
  const own = branches.map(({ name, days }) => {
    const measures = measure(ticketsOf(days), optionsFor(days));
    return [name, printed(measures)] as const;
  });
  return {
    classes: eachPrinted(classes),
    all: printed(all),
    ...(named && { branches: Object.fromEntries(own) }),
  };
}

/** The same of one branch's day rows, also of days whose tickets are gone. */
export function figuresOfRows(rows: readonly DayRow[]): Figures {
  const points = rows.at(-1)?.rules.points ?? defaultSettings.rating.points;
  const { classes, all } = spanOf(rows, { over: OVER, points });
  return { classes: eachPrinted(classes), all: printed(all) };
}

const eachPrinted = (classes: Partial<Record<string, Measures>>) =>
  Object.fromEntries(Object.entries(classes).flatMap(([cls, m]) => (m ? [[cls, printed(m)]] : [])));

const ticketsOf = (days: readonly Day[]) => days.flatMap((day) => day.tickets);

const optionsFor = (days: readonly Day[]) => ({
  over: OVER,
  points: days.at(-1)?.points ?? defaultSettings.rating.points,
  restarts: days.flatMap((day) => day.restarts),
});

function printed(measures: Measures): ClassFigures {
  const { tickets, queued, served, abandoned, noshow, called, notCalled, rating, phone } = measures;
  const { buckets: _, acrossRestart: __, ...wait } = measures.wait;
  const { max: ___, ...service } = measures.service;
  return {
    ...{ tickets, queued, served, abandoned, noshow, called, notCalled, wait, service },
    ...(rating.done > 0 && { rating }),
    ...(phone && { phone }),
  };
}
