import { dayAfter, spanOf, weekdayOf } from '../calendar.ts';
import { type Demand, neededIn } from '../foresight/staffing.ts';
import type { BusinessDate, CounterId, ServiceId } from '../ids.ts';
import type { DayRow } from '../month/dayRow.ts';
import { unpacked } from '../month/packed.ts';
import type { Settings } from '../settings.ts';

/** 明日排班: how many counters each half-hour of the next day needs, beside what was open. */
export interface Staffing {
  readonly date: BusinessDate;
  /** Past days of the same weekday that it rests on. */
  readonly days: number;
  /** Empty where too little is known. */
  readonly halves: readonly StaffedHalf[];
}

export interface StaffedHalf {
  /** `09:30`, the branch's own wall. */
  readonly at: string;
  /** Who came, on average. */
  readonly arrivals: number;
  readonly counters: readonly CounterId[];
  /** False: not even all counters keep nine of ten under their line. */
  readonly enough: boolean;
  /** Counters that were open, on average. */
  readonly open: number;
}

/** So many days of a weekday are looked back upon, and so few say nothing: ours. */
const LOOKED_AT = 8;
export const ENOUGH_DAYS = 2;

/** The next day that the branch opens after `today`; null: none is known. */
export function nextDay({ hours }: Settings, today: BusinessDate): BusinessDate | null {
  let date = dayAfter(today);
  for (let ahead = 0; ahead < 14; ahead++, date = dayAfter(date))
    if (!hours || spanOf(hours, date)) return date;
  return null;
}

/** Days of the same weekday with customers, the latest few; what the branch's own rows tell of it. */
export function likeDays(rows: readonly DayRow[], date: BusinessDate): readonly DayRow[] {
  const like = rows.filter(
    (row) => row.date < date && weekdayOf(row.date) === weekdayOf(date) && row.slots.length > 0,
  );
  return like.filter((row) => row.slots.some((slot) => slot.arrivals > 0)).slice(-LOOKED_AT);
}

/**
 * The demand of a day as days like it were. A service or class that the branch has given up since is
 * left out: nobody can come for it any more.
 */
export function demandOf(days: readonly DayRow[], settings: Settings): Demand {
  const offered = new Set<string>(settings.services.map((s) => s.id));
  // The night until the day's end belongs to the day before, and comes last.
  const order = (at: string) => `${at < settings.rules.dayEnds ? 1 : 0}${at}`;
  const all = new Set(days.flatMap((day) => day.slots.map((slot) => slot.at)));
  const times = [...all].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  const halves = times.map((at) => {
    const by: Record<string, number> = {};
    for (const day of days) {
      const slot = day.slots.find((s) => s.at === at);
      for (const [kind, n] of Object.entries(slot?.by ?? {}))
        if (offered.has(kind.split(' ')[1] ?? '')) by[kind] = (by[kind] ?? 0) + n / days.length;
    }
    return { at, by };
  });
  return { settings, halves, durations: durationsOf(days) };
}

function durationsOf(days: readonly DayRow[]): Demand['durations'] {
  const durations: Record<ServiceId, number[]> = {};
  for (const { service, services, gaps } of days.flatMap((day) => day.groups)) {
    // A counter is taken from the call on.
    const gap = mean(unpacked(gaps));
    const own = unpacked(services).map((ms) => (ms + gap) / 1000);
    durations[service] = [...(durations[service] ?? []), ...own];
  }
  return durations;
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);

const HALF_HOUR = 1_800_000;

/** One half-hour of it; a whole day is asked for in pieces, so that presses come through between. */
export function staffedHalf(demand: Demand, days: readonly DayRow[], i: number): StaffedHalf {
  const { at = '', by = {} } = demand.halves[i] ?? {};
  const { counters, enough } = neededIn(demand, i);
  const opened = days.map((day) => day.slots.find((slot) => slot.at === at)?.openMs ?? 0);
  const arrivals = Object.values(by).reduce((sum, n) => sum + n, 0);
  const open = opened.reduce((sum, ms) => sum + ms, 0) / days.length / HALF_HOUR;
  return { at, arrivals, counters, enough, open };
}
