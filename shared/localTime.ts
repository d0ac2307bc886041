import type { BusinessDate } from './ids.ts';

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** How far the wall there is ahead of UTC, by quarter hours: asking the format costs its time. */
  readonly offsets: Map<number, number>;
  /** Minutes since the epoch, as they are there: each is asked for by many. */
  readonly minutes: Map<number, LocalTime>;
}

interface LocalTime {
  readonly date: BusinessDate;
  readonly time: string;
}

const zones = new Map<string, Zone>();
const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
/** A day's minutes; then the map begins anew. */
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
  const made = { format, offsets: new Map(), minutes: new Map() };
  zones.set(timeZone, made);
  return made;
}

/** How far the wall there is ahead of UTC: the same all through a quarter hour, but where clocks change in it. */
function offsetAt(there: Zone, wall: number): number {
  const quarter = Math.floor(wall / QUARTER) * QUARTER;
  const known = there.offsets.get(quarter);
  if (known !== undefined) return known;
  const offset = asked(there, quarter);
  if (offset !== asked(there, quarter + QUARTER - MINUTE)) return asked(there, wall);
  if (there.offsets.size >= MOST) there.offsets.clear();
  there.offsets.set(quarter, offset);
  return offset;
}

function asked({ format }: Zone, wall: number): number {
  const part: Record<string, number> = {};
  for (const p of format.formatToParts(wall)) part[p.type] = Number(p.value);
  const { year = 0, month = 0, day, hour, minute } = part;
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(wall / MINUTE) * MINUTE;
}

/** The local date and `HH:MM` of a wall time. */
export function localTime(timeZone: string, wall: number): LocalTime {
  const there = zone(timeZone);
  const { minutes } = there;
  const minute = Math.floor(wall / MINUTE);
  const known = minutes.get(minute);
  if (known) return known;
  const text = new Date(wall + offsetAt(there, wall)).toISOString();
  const made = { date: text.slice(0, 10) as BusinessDate, time: text.slice(11, 16) };
  if (minutes.size >= MOST) minutes.clear();
  minutes.set(minute, made);
  return made;
}

/** So many days after a date, or before it where `days` is negative. */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  const noon = new Date(`${date}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10) as BusinessDate;
}

export const dayAfter = (date: BusinessDate) => addDays(date, 1);
