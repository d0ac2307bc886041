import type { BusinessDate } from '../ids.ts';
import type { Slot } from '../month/slots.ts';
import { weekdayOf } from './usual.ts';

/** The last weeks by weekday and hour. */
export interface WeekHeat {
  /** The span looked at; days in it that are not known, or were not open, are in no cell. */
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  /** Days that stand in it. */
  readonly days: number;
  readonly cells: readonly HeatCell[];
}

export interface HeatCell {
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  /** Days that had somebody there in that hour. */
  readonly days: number;
  /** Customers who took a number, a day. */
  readonly arrivals: number;
  /** The most who waited at once, mean over the days. */
  readonly waiting: number;
  /** Mean wait of those who came in that hour and were served, seconds; null: nobody was. */
  readonly wait: number | null;
}

export interface DaySlots {
  readonly date: BusinessDate;
  readonly slots: readonly Pick<Slot, 'at' | 'arrivals' | 'waits' | 'waitMs' | 'waitingMax'>[];
}

interface Sum {
  days: number;
  arrivals: number;
  waiting: number;
  waits: number;
  waitMs: number;
}

export function weekHeat(
  days: readonly DaySlots[],
  from: BusinessDate,
  to: BusinessDate,
): WeekHeat {
  const sums = new Map<string, Sum>();
  for (const { date, slots } of days)
    for (const [hour, halves] of byHour(slots)) add(sums, `${weekdayOf(date)} ${hour}`, halves);
  const cells = [...sums].map(([key, { days: n, arrivals, waiting, waits, waitMs }]): HeatCell => {
    const [weekday, hour] = key.split(' ').map(Number) as [number, number];
    const wait = waits > 0 ? waitMs / waits / 1000 : null;
    return { weekday, hour, days: n, arrivals: arrivals / n, waiting: waiting / n, wait };
  });
  return { from, to, days: days.filter(({ slots }) => slots.some(hasPeople)).length, cells };
}

type Half = DaySlots['slots'][number];
const hasPeople = ({ arrivals, waitingMax }: Half) => arrivals > 0 || waitingMax > 0;

function byHour(slots: readonly Half[]): Map<number, Half[]> {
  const hours = new Map<number, Half[]>();
  for (const slot of slots.filter(hasPeople)) {
    const hour = Number(slot.at.slice(0, 2));
    hours.set(hour, [...(hours.get(hour) ?? []), slot]);
  }
  return hours;
}

function add(sums: Map<string, Sum>, key: string, halves: readonly Half[]): void {
  const sum = sums.get(key) ?? { days: 0, arrivals: 0, waiting: 0, waits: 0, waitMs: 0 };
  sums.set(key, sum);
  sum.days++;
  sum.waiting += Math.max(...halves.map(({ waitingMax }) => waitingMax));
  for (const { arrivals, waits, waitMs } of halves) {
    sum.arrivals += arrivals;
    sum.waits += waits;
    sum.waitMs += waitMs;
  }
}
