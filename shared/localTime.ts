import type { BusinessDate } from './ids.ts';

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Minutes since the epoch, as they are there: each is asked for by many. */
  readonly minutes: Map<number, LocalTime>;
  /** Quarters of an hour since the epoch, and how far its clocks are then ahead, milliseconds. */
  readonly ahead: Map<number, number>;
}

interface LocalTime {
  readonly date: BusinessDate;
  readonly time: string;
}

const zones = new Map<string, Zone>();
const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
/** A day's minutes, some weeks' quarters; then a map begins anew. */
const MOST = 1440;

function zone(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const made = { format, minutes: new Map(), ahead: new Map() };
  zones.set(timeZone, made);
  return made;
}

/** The local date and `HH:MM` of a wall time. */
export function localTime(timeZone: string, wall: number): LocalTime {
  const there = zone(timeZone);
  const minute = Math.floor(wall / MINUTE);
  const known = there.minutes.get(minute);
  if (known) return known;
  const text = new Date(minute * MINUTE + aheadIn(there, wall)).toISOString();
  const made = { date: text.slice(0, 10) as BusinessDate, time: text.slice(11, 16) };
  return kept(there.minutes, minute, made);
}

/** Clocks change at whole quarters of an hour everywhere; to ask how they stand costs its time. */
function aheadIn({ format, ahead }: Zone, wall: number): number {
  const quarter = Math.floor(wall / QUARTER);
  const known = ahead.get(quarter);
  if (known !== undefined) return known;
  const part: Record<string, string> = {};
  for (const p of format.formatToParts(quarter * QUARTER)) part[p.type] = p.value;
  const shown = `${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}Z`;
  return kept(ahead, quarter, Date.parse(shown) - quarter * QUARTER);
}

function kept<T>(map: Map<number, T>, at: number, made: T): T {
  if (map.size >= MOST) map.clear();
  map.set(at, made);
  return made;
}

/** So many days after a date, or before it where `days` is negative. */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  const noon = new Date(`${date}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10) as BusinessDate;
}

export const dayAfter = (date: BusinessDate) => addDays(date, 1);
