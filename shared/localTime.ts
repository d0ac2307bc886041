import type { BusinessDate } from './ids.ts';

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Minutes since the epoch, as they are there: each is asked for by many, and costs its time. */
  readonly minutes: Map<number, LocalTime>;
}

interface LocalTime {
  readonly date: BusinessDate;
  readonly time: string;
}

const zones = new Map<string, Zone>();
const MINUTE = 60_000;
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
  const made = { format, minutes: new Map() };
  zones.set(timeZone, made);
  return made;
}

/** The local date and `HH:MM` of a wall time. Clocks change at whole minutes everywhere. */
export function localTime(timeZone: string, wall: number): LocalTime {
  const { format, minutes } = zone(timeZone);
  const minute = Math.floor(wall / MINUTE);
  const known = minutes.get(minute);
  if (known) return known;
  const part: Record<string, string> = {};
  for (const p of format.formatToParts(wall)) part[p.type] = p.value;
  const made = {
    date: `${part.year}-${part.month}-${part.day}` as BusinessDate,
    time: `${part.hour}:${part.minute}`,
  };
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
