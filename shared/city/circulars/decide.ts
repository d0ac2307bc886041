import type { BusinessDate } from '../../ids.ts';
import { accept, type Refusal, type Result, refuse } from '../../result.ts';
import type { CircularId, PersonId } from '../ids.ts';
import { type Months, proposalsOf } from '../months/state.ts';
import type { CircularsCommand } from './commands.ts';
import { type Circulars, type CircularsFact, circularOf } from './state.ts';

export type CircularsRefusal =
  | 'circular.issuedAlready'
  | 'circular.noCorrection'
  | 'circular.proposalsOpen'
  | 'month.notClosed';

export interface CircularsContext {
  readonly at: number;
  readonly by: PersonId;
  readonly today: BusinessDate;
  readonly months: Months;
}

/** Of a closed month alone; an assessment tells of rewards and fines, so each has to be decided first. */
export function decideCirculars(
  all: Circulars,
  { closing, series, correction }: CircularsCommand,
  { at, by, today: date, months }: CircularsContext,
): Result<readonly CircularsFact[], Refusal<CircularsRefusal>> {
  const closed = months.closings[closing];
  if (!closed) return refuse('month.notClosed');
  if (correction !== null && !closed.corrections.some(({ n }) => n === correction))
    return refuse('circular.noCorrection');
  if (circularOf(all, closing, series, correction)) return refuse('circular.issuedAlready');
  const proposals = proposalsOf(months, closing);
  const open = proposals.filter(({ is }) => is === 'open').length;
  if (series === 'assessment' && open > 0) return refuse('circular.proposalsOpen', { n: open });
  const { node } = closed;
  const year = Number(date.slice(0, 4));
  const isSame = (one: (typeof all)[CircularId]) =>
    one.node === node && one.series === series && one.year === year;
  const n = Object.values(all).filter(isSame).length + 1;
  const circular = `${node}.${series}.${year}.${n}` as CircularId;
  const confirmed = proposals.filter(({ is }) => is === 'confirmed').map(({ id }) => id);
  return accept([
    {
      ...{ type: 'circular.issued', at, by, circular, node, series, year, n, date },
      ...{ closing, correction, confirmed: series === 'assessment' ? confirmed : [] },
    },
  ]);
}
