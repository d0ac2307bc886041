import { isBack } from '../../care/rectifications/figures.ts';
import { isOpen, type Rectification, sameTrack } from '../../care/rectifications/state.ts';
import { dateAt } from '../../care/today.ts';
import type { BranchId, BusinessDate } from '../../ids.ts';
import type { Lobby } from '../../lobby.ts';
import { daysBetween } from '../days.ts';

/** A branch as its own ledger has it. */
export interface Known {
  readonly branch: BranchId;
  readonly lobby: Lobby;
}

/** One rectification 整改 of some branch, as the city follows it. */
export interface BoardRow {
  readonly branch: BranchId;
  readonly one: Rectification;
  readonly opened: BusinessDate;
  /** Calendar days it has been, or was, open. */
  readonly age: number;
  /** Days past the day it is due; 0 before it, and once it is closed. */
  readonly overdue: number;
  /** The last figure measured at a close; null: none yet, or it has no figure. */
  readonly figure: number | null;
  /** `back`: at its line or better at the last close; `closed`: ended. */
  readonly stands: 'over' | 'back' | 'unmeasured' | 'closed';
  /** How often the same was opened or reopened here within what the branch has at hand: 1, the first time. */
  readonly times: number;
  readonly closed: BusinessDate | null;
}

/** 滚动跟踪督促整改: every branch's, worst first; those that ended stand behind those that are open. */
export const rectificationBoard = (branches: readonly Known[], today: BusinessDate): BoardRow[] =>
  branches
    .flatMap(({ branch, lobby }) =>
      lobby.care.rectifications.all.map((one) => rowOf(branch, lobby, one, today)),
    )
    .sort(worstFirst);

function rowOf(branch: BranchId, lobby: Lobby, one: Rectification, today: BusinessDate): BoardRow {
  const on = (at: number) => dateAt(lobby.visit, at);
  const opened = on(one.openedAt);
  const closed = one.closed && on(one.closed.at);
  const figure = one.tracked.findLast((day) => day.figure !== null)?.figure ?? null;
  const isDone = !isOpen(one);
  const measured = figure === null ? 'unmeasured' : isBack(one, figure) ? 'back' : 'over';
  return {
    ...{ branch, one, opened, closed, figure },
    age: daysBetween(opened, closed ?? today),
    overdue: isDone ? 0 : Math.max(0, daysBetween(one.due, today)),
    stands: isDone ? 'closed' : measured,
    times: timesOf(lobby.care.rectifications.all, one),
  };
}

/** About the same figure, or, where there is none, about the same thing. */
const isAlike = (a: Rectification, b: Rectification) =>
  a.track.measure === 'confirmed' || b.track.measure === 'confirmed'
    ? a.source.from === b.source.from && a.source.about === b.source.about
    : sameTrack(a.track, b.track);

const timesOf = (all: readonly Rectification[], one: Rectification) =>
  all
    .filter((other) => other.openedAt <= one.openedAt && isAlike(other, one))
    .reduce((sum, other) => sum + 1 + other.reopened, 0);

const RANK: Record<BoardRow['stands'], number> = { over: 0, unmeasured: 1, back: 2, closed: 3 };

/** Overdue ones first, then those that are over their line, come again, or are old. */
const worstFirst = (a: BoardRow, b: BoardRow) =>
  Number(a.stands === 'closed') - Number(b.stands === 'closed') ||
  b.overdue - a.overdue ||
  RANK[a.stands] - RANK[b.stands] ||
  b.times - a.times ||
  b.age - a.age ||
  (a.branch < b.branch ? -1 : 1);

/** A month of one branch's board: what came over from before, what came, what ended, what goes on. */
export interface RollRow {
  readonly branch: BranchId;
  readonly carried: number;
  readonly opened: number;
  readonly closed: number;
  readonly goesOn: number;
  /** Those open at its end, or now, that were open at an earlier month's end already. */
  readonly rolledTwice: number;
}

/** @param month `2026-11`: the present one, or the one before it, which is as far as branches remember */
export function rollOf(rows: readonly BoardRow[], month: string): RollRow[] {
  const branches = [...new Set(rows.map(({ branch }) => branch))].sort();
  const before = (date: BusinessDate) => date.slice(0, 7) < month;
  const within = (date: BusinessDate | null) => date?.slice(0, 7) === month;
  return branches.map((branch) => {
    const own = rows.filter((row) => row.branch === branch && row.opened.slice(0, 7) <= month);
    const open = own.filter(({ closed }) => !closed || closed.slice(0, 7) > month);
    return {
      branch,
      carried: own.filter((row) => before(row.opened) && !(row.closed && before(row.closed)))
        .length,
      opened: own.filter((row) => within(row.opened)).length,
      closed: own.filter((row) => within(row.closed)).length,
      goesOn: open.length,
      rolledTwice: open.filter(({ one }) => one.rolled > 1).length,
    };
  });
}

/** 先进做法 of all branches, newest first. */
export const practicesOf = (branches: readonly Known[]) =>
  branches
    .flatMap(({ branch, lobby }) =>
      lobby.care.rectifications.practices.map((practice) => ({ branch, practice })),
    )
    .sort((a, b) => b.practice.at - a.practice.at);
