import type { BusinessDate } from '../../ids.ts';
import type { CircularId, ClosingId, NodeId, PersonId, ProposalId } from '../ids.ts';
import type { Series } from './commands.ts';

export interface CircularsFact {
  readonly type: 'circular.issued';
  readonly at: number;
  readonly by: PersonId;
  readonly circular: CircularId;
  readonly node: NodeId;
  readonly series: Series;
  readonly year: number;
  /** 号: from 1 in each series and year. */
  readonly n: number;
  readonly date: BusinessDate;
  readonly closing: ClosingId;
  readonly correction: number | null;
  /** Rewards and fines that people had confirmed by then: what it tells does not change later. */
  readonly confirmed: readonly ProposalId[];
}

/** 通报 that was issued: it is made from its closing's frozen figures, whenever it is printed. */
export interface Circular extends Omit<CircularsFact, 'type' | 'circular'> {
  readonly id: CircularId;
}

export type Circulars = Readonly<Record<CircularId, Circular>>;
export const initialCirculars: Circulars = {};

export function evolveCirculars(all: Circulars, { type: _, circular: id, ...fact }: CircularsFact) {
  return { ...all, [id]: { ...fact, id } };
}

/** What was issued of a closing in a series; `correction` null: of the month itself. */
export const circularOf = (
  all: Circulars,
  closing: ClosingId,
  series: Series,
  correction: number | null = null,
): Circular | null =>
  Object.values(all).find(
    (one) => one.closing === closing && one.series === series && one.correction === correction,
  ) ?? null;
