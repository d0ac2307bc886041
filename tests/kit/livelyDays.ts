import { dayAfter } from '../../shared/calendar.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import type { Lobby } from '../../shared/lobby.ts';
import { type DayRow, rowOf } from '../../shared/month/dayRow.ts';
import { Lively, type LivelyOptions } from './lively.ts';

/** The rows that some days of a branch leave behind, and the state at the close of each. */
export function livelyDays(options: LivelyOptions = {}): { rows: DayRow[]; lobbies: Lobby[] } {
  const { from = '2026-10-01', days = 1 } = options;
  const branch = new Lively(options);
  const rows: DayRow[] = [];
  const lobbies: Lobby[] = [];
  let date = from as BusinessDate;
  for (let n = 0; n < days; n++, date = dayAfter(date)) {
    const last = branch.day(date).at(-1);
    const row = rowOf(branch.lobby, last?.at ?? 0);
    if (row) rows.push(row);
    lobbies.push(branch.lobby);
  }
  return { rows, lobbies };
}
