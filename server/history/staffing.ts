import { weekdayOf } from '../../shared/calendar.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import {
  demandOf,
  ENOUGH_DAYS,
  likeDays,
  nextDay,
  type StaffedHalf,
  type Staffing,
  staffedHalf,
} from '../../shared/questions/staffing.ts';
import type { Archive } from './answering.ts';

/** Lets presses through between two pieces of work. */
const breath = () => new Promise<void>((done) => setImmediate(done));

/** What the next day that the branch opens will need; null where none is known to come. */
export async function staffingNext({ rows, lobby }: Archive): Promise<Staffing | null> {
  const { settings, day } = lobby().visit;
  const date = day && nextDay(settings, day.date);
  if (!date) return null;
  const weekday = weekdayOf(date);
  const read = await rows.read((d) => weekdayOf(d as BusinessDate) === weekday);
  const days = likeDays(read.rows, date);
  if (days.length < ENOUGH_DAYS) return { date, days: days.length, halves: [] };
  const demand = demandOf(days, settings);
  const halves: StaffedHalf[] = [];
  for (const i of demand.halves.keys()) {
    halves.push(staffedHalf(demand, days, i));
    await breath();
  }
  return { date, days: days.length, halves };
}
