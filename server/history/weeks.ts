import { join } from 'node:path';
import type { BusinessDate } from '../../shared/ids.ts';
import { slotsOf } from '../../shared/month/slots.ts';
import { WEEKS } from '../../shared/questions/usual.ts';
import { type DaySlots, type WeekHeat, weekHeat } from '../../shared/questions/weekHeat.ts';
import type { Closing } from '../keepsakes.ts';
import { LedgerUnopened, Unsound } from '../ledger/damage.ts';
import { streamLines } from '../ledger/lines.ts';
import { CLOSINGS } from '../ledger/witnesses.ts';
import type { Past, Place } from './past.ts';

const DAY = 86_400_000;

/** As a closing begins; what else is in the line is read of the wanted days alone. */
const DATED = /^\{"date":"(\d{4}-\d{2}-\d{2})"/;

/** The last weeks by weekday and hour, from the rows that each day's closing keeps for ever. */
export class Weeks {
  readonly #place: Place;
  readonly #past: Past;
  readonly #days = new Map<string, DaySlots>();

  constructor(place: Place, past: Past) {
    this.#place = place;
    this.#past = past;
  }

  /** The eight weeks up to yesterday. */
  async before(today: BusinessDate): Promise<WeekHeat> {
    const from = dateAt(Date.parse(today) - WEEKS * 7 * DAY);
    const to = dateAt(Date.parse(today) - DAY);
    for (const date of this.#days.keys()) if (date < from) this.#days.delete(date);
    const missing = new Set(datesFrom(from, to).filter((date) => !this.#days.has(date)));
    if (missing.size > 0) await this.#readClosings(missing);
    for (const date of await this.#past.dates())
      if (missing.has(date) && !this.#days.has(date)) await this.#readDay(date);
    return weekHeat([...this.#days.values()], from, to);
  }

  async #readClosings(wanted: ReadonlySet<string>): Promise<void> {
    const { disk, folder } = this.#place;
    if (!(await disk.list(folder))?.includes(CLOSINGS)) return;
    await streamLines(disk, join(folder, CLOSINGS), (line) => {
      const date = DATED.exec(line.toString('latin1', 0, 32))?.[1];
      if (!date || !wanted.has(date)) return;
      const { row } = JSON.parse(line.toString()) as Closing;
      if (row) this.#days.set(date, { date: row.date, slots: row.slots });
    });
  }

  /** A closing made by an older program has no row yet: the day's own file tells the same. */
  async #readDay(date: BusinessDate): Promise<void> {
    const nothing: DaySlots = { date, slots: [] };
    const seen = await this.#past.walk(date, {}).catch((error: unknown) => {
      if (error instanceof Unsound || error instanceof LedgerUnopened) return null;
      throw error;
    });
    if (!seen?.ok) return void this.#days.set(date, nothing);
    const { visit } = seen.value;
    this.#days.set(date, { date, slots: slotsOf(visit, [], visit.lastAt) });
  }
}

const dateAt = (ms: number) => new Date(ms).toISOString().slice(0, 10) as BusinessDate;

function datesFrom(from: BusinessDate, to: BusinessDate): BusinessDate[] {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY) + 1;
  return Array.from({ length: days }, (_, n) => dateAt(Date.parse(from) + n * DAY));
}
