import { localTime } from '../../shared/calendar.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import { figuresAt } from '../../shared/questions/figuresAt.ts';
import {
  type HourFigures,
  type HourRow,
  type Usual,
  usualOn,
  WEEKS,
  weekdayOf,
} from '../../shared/questions/usual.ts';
import { LedgerUnopened, Unsound } from '../ledger/damage.ts';
import type { Past } from './past.ts';

/** A wall clock that was wrong by this much, milliseconds, labels no hour of that day. */
const WRONG = 15 * 60_000;

/** Every zone is whole quarters of an hour from UTC. */
const QUARTER = 15 * 60_000;

/** What is usual on each weekday: the panel's figures, half-hour by half-hour, of past days. */
export class Customs {
  readonly #past: Past;
  readonly #rows = new Map<string, HourRow>();

  constructor(past: Past) {
    this.#past = past;
  }

  /** Of the weekday of `today`, from the eight before it as far as they are kept. */
  async usualOn(today: BusinessDate): Promise<Usual> {
    const weekday = weekdayOf(today);
    const dates = (await this.#past.dates()).filter((d) => d < today && weekdayOf(d) === weekday);
    const rows: HourRow[] = [];
    for (const date of dates.slice(-WEEKS)) {
      const row = await this.#rowOf(date);
      if (Object.keys(row.at).length > 0) rows.push(row);
    }
    this.#forget(today);
    return usualOn(rows, weekday);
  }

  /** A day that is damaged, or on which nobody came, is nobody's custom. */
  async #rowOf(date: BusinessDate): Promise<HourRow> {
    const known = this.#rows.get(date);
    if (known) return known;
    const row = await this.#read(date).catch((error: unknown) => {
      if (error instanceof Unsound || error instanceof LedgerUnopened) return { date, at: {} };
      throw error;
    });
    this.#rows.set(date, row);
    return row;
  }

  async #read(date: BusinessDate): Promise<HourRow> {
    const at: Record<string, HourFigures> = {};
    let isWrong = false;
    const seen = await this.#past.walk(date, {
      fact: ({ fact }) => {
        if (fact.type === 'clock.stepped' && Math.abs(fact.by) >= WRONG) isWrong = true;
      },
      mark: (when, visit) => {
        if (!visit || (when + visit.offset) % QUARTER !== 0) return;
        const { time } = localTime(visit.settings.branch.timeZone, when + visit.offset);
        if (/:[03]0$/.test(time)) at[time] = figuresAt(visit, when);
      },
    });
    const isEmpty = !seen.ok || seen.value.visit.tickets.size === 0;
    return { date, at: isWrong || isEmpty ? {} : at };
  }

  /** Rows of days that no week to come will look at. */
  #forget(today: BusinessDate): void {
    const oldest = Date.parse(today) - (WEEKS + 1) * 7 * 86_400_000;
    for (const date of this.#rows.keys()) if (Date.parse(date) < oldest) this.#rows.delete(date);
  }
}
