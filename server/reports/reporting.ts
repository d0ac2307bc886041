import type { BusinessDate } from '../../shared/ids.ts';
import type { Lobby } from '../../shared/lobby.ts';
import {
  isIn,
  type Period,
  periodBefore,
  periodOf,
  yearBefore,
} from '../../shared/month/periods.ts';
import { type Report, type ReportSources, reportOf } from '../../shared/month/report.ts';
import { rulesOn } from '../../shared/month/rules.ts';
import type { DayRows, Rows } from './dayRows.ts';

/** Which days' rows a report is made of: its own, and those it is compared with. */
export function neededFor(period: Period): (date: string) => boolean {
  const periods = [period, periodBefore(period), yearBefore(period)];
  return (date) => periods.some((one) => one && isIn(one, date));
}

export function sourcesOf({ visit, down }: Lobby, rows: Rows): ReportSources {
  const { settings, day } = visit;
  const today = (day?.date ?? rows.dates.at(-1) ?? '1970-01-01') as BusinessDate;
  const [first, last] = [rows.dates[0], rows.dates.at(-1)];
  return {
    known: first && last ? { first, last } : null,
    ...{ rows: rows.rows, lost: rows.lost, today, open: day?.open ?? false },
    rules: rulesOn(settings, today, down.rules),
    branch: { id: settings.branch.id, name: settings.branch.name },
    services: Object.fromEntries(settings.services.map(({ id, name }) => [id, name])),
  };
}

/**
 * A running hub's report on a period.
 *
 * @param id of a period that there is
 */
export async function reportFor(id: string, lobby: Lobby, rows: DayRows): Promise<Report> {
  const period = periodOf(id);
  if (!period) throw new Error(`no period is called ${id}`);
  return reportOn(period, lobby, await rows.read(neededFor(period)));
}

export const reportOn = (period: Period, lobby: Lobby, rows: Rows): Report =>
  reportOf(period, sourcesOf(lobby, rows));
