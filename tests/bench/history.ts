import { join } from 'node:path';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { makeFolder } from '../../server/ledger/durable.ts';
import { addDays, businessDateAt } from '../../shared/calendar.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import { keepYear } from '../kit/keptYear.ts';
import { livelyBranch } from '../kit/lively.ts';

export interface Past {
  readonly days: number;
  readonly tickets: number;
  /** Entries of today, which is still open. */
  readonly today?: number;
}

/**
 * A data folder whose days end yesterday, or go on today: one day played by the real core and moved on,
 * chained and closed by the real ledger. That it is what a hub would have written, `verify` tells.
 *
 * @returns the name of the folder inside `folder`, and today's date
 */
export async function keepPast(folder: string, { days, tickets, today = 0 }: Past) {
  const data = join(folder, 'data');
  const date = businessDateAt(livelyBranch, Date.now()) as BusinessDate;
  await makeFolder(nodeDisk, data);
  await keepYear(nodeDisk, data, { from: addDays(date, -days), days, tickets, today });
  return { data, today: date };
}
