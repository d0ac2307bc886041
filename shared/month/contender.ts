import type { BranchId } from '../ids.ts';
import { type Contender, type Figure, RANKINGS, type Ranking } from './ranking.ts';
import type { Ranked, Sheet, SheetItem, Total } from './sheet.ts';

/** An item of the sheet without what it was computed from. */
export type ItemFigure = Pick<SheetItem, 'item' | 'weight' | 'value' | 'n' | 'score' | 'sample'>;

export type RankedFigure = Figure & Pick<Ranked, 'sample'>;

/** All that a branch is ranked by in a month: four figures, six items and their total. */
export interface MonthFigures extends Contender {
  /** The rules they were made by: those of the month's last day. */
  readonly version: string;
  readonly figures: Readonly<Record<Ranking, RankedFigure>>;
  readonly items: readonly ItemFigure[];
  readonly total: Total;
}

export function contenderOf(branch: BranchId, sheet: Sheet): MonthFigures {
  const { version, measures, total } = sheet;
  const figures = Object.fromEntries(
    RANKINGS.map((ranking): [Ranking, RankedFigure] => {
      const found = measures.find(({ measure }) => measure === ranking);
      const { value = null, n = 0, sample = 'none' } = found ?? {};
      return [ranking, { value, n, sample }];
    }),
  ) as MonthFigures['figures'];
  const items = sheet.items.map(({ item, weight, value, n, score, sample }) => {
    return { item, weight, value, n, score, sample };
  });
  return { branch, version, figures, items, total };
}
