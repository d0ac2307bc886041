import type { BranchId, BusinessDate, MonthName } from '../../ids.ts';
import type { MonthFigures } from '../../month/contender.ts';
import type { Item } from '../../month/items.ts';
import type { Ranking, Standing } from '../../month/ranking.ts';
import type { Text } from '../../settings.ts';
import type { NodeId } from '../ids.ts';

/** Where in its ledger a branch's figures end. */
export interface StoodOn {
  readonly epoch: number;
  readonly seq: number;
  readonly hash: string;
}

/** A branch's month as the center's books have it, by the rules of the city. */
export interface BranchMonth extends MonthFigures {
  readonly name: Text;
  /** Days with figures. */
  readonly days: number;
  /** Its first day with figures at all, where that lies in this month: it opened in mid-month. */
  readonly opened: BusinessDate | null;
  /** The rules it measured itself by; another version than the city's is said, never mixed in. */
  readonly own: string;
  readonly head: StoodOn;
}

/** Another month's own figures, to stand beside these. */
export interface Brief {
  readonly figures: Readonly<Record<Ranking, number | null>>;
  readonly items: Readonly<Record<Item, number | null>>;
  readonly total: number | null;
  /** Where that month was closed: its places. */
  readonly place: number | null;
  readonly totalPlace: number | null;
}

/** All that a closing freezes of a branch. */
export interface Frozen extends BranchMonth, Pick<Standing, 'mean' | 'place' | 'short' | 'group'> {
  /** From 1; null: too small a sample, or nothing measured. */
  readonly places: Readonly<Record<Ranking, number | null>>;
  /** In the ranking of six-item totals; null where it lacks an item that others have. */
  readonly totalPlace: number | null;
  /** 一级支行 and 二级支行 that it stood under on the month's last day. */
  readonly first: NodeId | null;
  readonly second: NodeId | null;
  readonly before: Brief | null;
  readonly yearAgo: Brief | null;
}

/** What stands in the way of a closing, or has to be known of it. */
export type Lack =
  /** Its ledger is not complete to the month's last day; `through`: the last day that is. */
  | { readonly what: 'ledger'; readonly branch: BranchId; readonly through: BusinessDate | null }
  /** What it sent was refused: a fork, a rollback, a forgery. */
  | { readonly what: 'refused'; readonly branch: BranchId; readonly code: string }
  /** Figures that somebody asked to correct, and nobody has answered. */
  | { readonly what: 'corrections'; readonly branch: BranchId; readonly n: number }
  /** What it says of its own days is not what its facts say. */
  | { readonly what: 'alarm'; readonly branch: BranchId; readonly n: number }
  /** Nothing was measured in this month. */
  | { readonly what: 'nothing'; readonly branch: BranchId }
  /** It is enrolled, and belongs to no unit. */
  | { readonly what: 'unbound'; readonly branch: BranchId }
  /** A post in the way of a reward or a fine was vacant for some days. */
  | {
      readonly what: 'vacant';
      readonly node: NodeId;
      readonly seat: string;
      readonly days: number;
    };

/** What the books say of a month, gathered for a decision. */
export interface Gathered {
  readonly month: MonthName;
  readonly branches: readonly BranchMonth[];
  readonly lacks: readonly Lack[];
  /** By branch, of the month before and of the same month last year. */
  readonly before: Readonly<Record<string, MonthFigures>>;
  readonly yearAgo: Readonly<Record<string, MonthFigures>>;
}
