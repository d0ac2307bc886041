import { ChevronLeft, ChevronRight } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { localTime } from '../../../shared/calendar.ts';
import type { MonthName } from '../../../shared/ids.ts';
import {
  type Period,
  periodAfter,
  periodAt,
  periodBefore,
  periodOf,
} from '../../../shared/month/periods.ts';
import { periodName } from '../../../shared/reports/names.ts';
import { lang, words } from '../../../shared/screen/language.ts';
import { cityMonth } from '../../../shared/words/cityMonth.ts';
import { addressOf, type CityPage } from '../address.ts';
import type { CityProps } from '../tabs.ts';
import './monthBar.css';

/** The month before the one that runs: the last that can be closed; null before the time is known. */
export function lastMonth({ link, shell }: Pick<CityProps, 'link' | 'shell'>): Period | null {
  const now = link.hubNow();
  if (now <= 0) return null;
  return periodBefore(periodAt('month', localTime(shell.timeZone, now).date));
}

export function monthIn(path: readonly string[], props: Pick<CityProps, 'link' | 'shell'>) {
  const named = periodOf(path[0] ?? '');
  const period = named?.kind === 'month' ? named : lastMonth(props);
  return period && { period, month: period.id as MonthName };
}

interface MonthBarProps {
  readonly page: CityPage;
  readonly period: Period;
  /** What stands in the address before the month, and behind it. */
  readonly before?: readonly string[];
  readonly rest?: readonly string[];
  readonly children?: ComponentChildren;
}

/** Which month, and a way to those beside it. */
export function MonthBar({ page, period, before = [], rest = [], children }: MonthBarProps) {
  const w = words(cityMonth);
  const to = (other: Period) => addressOf(page, ...before, other.id, ...rest);
  return (
    <header class="month-bar">
      <div>
        <a class="button button-quiet" href={to(periodBefore(period))}>
          <ChevronLeft aria-hidden="true" />
          <span class="unseen">{w.earlier}</span>
        </a>
        <h2>{periodName(period, lang.value)}</h2>
        <a class="button button-quiet" href={to(periodAfter(period))}>
          <ChevronRight aria-hidden="true" />
          <span class="unseen">{w.later}</span>
        </a>
      </div>
      {children}
    </header>
  );
}
