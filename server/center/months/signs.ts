import type { BranchId } from '../../../shared/ids.ts';
import type { Rules } from '../../../shared/month/rules.ts';
import { type Sign, signsOf } from '../../../shared/month/signs.ts';
import type { Books } from '../books/books.ts';

/** Signs to look into 异常迹象 of one branch in a month, by the lines of the city's rules. */
export interface BranchSigns {
  readonly branch: BranchId;
  readonly signs: readonly Sign[];
}

/**
 * What of a month's figures looks made rather than earned, branch by branch: sums of closed days only,
 * from the day rows that the center made of the facts itself.
 */
export async function signsIn(
  books: Pick<Books, 'month' | 'lobby'>,
  month: string,
  rules: Rules,
): Promise<BranchSigns[]> {
  const signs: BranchSigns[] = [];
  for (const [branch, rows] of await books.month(month)) {
    const day = (await books.lobby(branch))?.lobby.visit.day;
    // A day that goes on would tell of ratings given a moment ago.
    const closed = rows.filter((row) => !(day?.open && row.date >= day.date));
    signs.push({ branch, signs: signsOf(closed, rules) });
  }
  return signs.sort((a, b) => (a.branch < b.branch ? -1 : 1));
}
