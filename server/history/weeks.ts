import type { BusinessDate } from '../../shared/ids.ts';
import { WEEKS } from '../../shared/questions/usual.ts';
import { type WeekHeat, weekHeat } from '../../shared/questions/weekHeat.ts';
import type { DayRows } from '../reports/dayRows.ts';

const DAY = 86_400_000;

/** The last weeks by weekday and hour, from the rows that each day's closing keeps for ever. */
export class Weeks {
  readonly #rows: Pick<DayRows, 'read'>;
  #made: { readonly today: BusinessDate; readonly heat: WeekHeat } | null = null;

  constructor(rows: Pick<DayRows, 'read'>) {
    this.#rows = rows;
  }

  /** The eight weeks up to yesterday: made once a day, for what is closed changes no more. */
  async before(today: BusinessDate): Promise<WeekHeat> {
    if (this.#made?.today === today) return this.#made.heat;
    const from = dateAt(Date.parse(today) - WEEKS * 7 * DAY);
    const to = dateAt(Date.parse(today) - DAY);
    const within = (date: string) => date >= from && date <= to;
    const { rows } = await this.#rows.read(within);
    const heat = weekHeat(
      rows.filter(({ date }) => within(date)),
      from,
      to,
    );
    this.#made = { today, heat };
    return heat;
  }
}

const dateAt = (ms: number) => new Date(ms).toISOString().slice(0, 10) as BusinessDate;
