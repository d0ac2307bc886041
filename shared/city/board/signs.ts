import type { SignLines } from '../../assessment.ts';
import type { BranchId } from '../../ids.ts';
import type { DayRow } from '../../month/dayRow.ts';
import { type Sign, signsOf } from '../../month/signs.ts';

/** 异常迹象 of a branch in a month: figures and their lines; what each one is stands in the definitions. */
export interface SignsRow {
  readonly branch: BranchId;
  readonly signs: readonly Sign[];
  readonly marked: number;
  /** The version of the rules that drew the lines. */
  readonly version: string;
  readonly lines: SignLines;
}

/** Those with the most signs above their lines first. */
export const signsBoard = (month: ReadonlyMap<BranchId, readonly DayRow[]>): SignsRow[] =>
  [...month]
    .flatMap(([branch, rows]) => {
      const rules = rows.at(-1)?.rules;
      if (!rules) return [];
      const signs = signsOf(rows, rules);
      const marked = signs.filter((sign) => sign.marked).length;
      return [{ branch, signs, marked, version: rules.version, lines: rules.signs }];
    })
    .sort((a, b) => b.marked - a.marked || (a.branch < b.branch ? -1 : 1));
