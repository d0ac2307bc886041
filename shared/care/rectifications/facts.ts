import type { BusinessDate, PracticeId, RectificationId, StaffId } from '../../ids.ts';
import type { AlertAction, AlertCause } from '../causes.ts';
import type { Track } from './commands.ts';

/** Where a rectification comes from, and what it is about. */
export interface Source {
  readonly from: 'alert' | 'rating' | 'complaint' | 'inspection' | 'meeting' | 'hand';
  /** Id of what it came from, in its own room; null by hand. */
  readonly ref: string | null;
  /** A word of the catalogue: an alert's kind, or what a finding is; `other` says `what`. */
  readonly about: string;
  /** The class, service or counter it is about, where there is one. */
  readonly subject?: string;
  /** In somebody's own words, one plain line; nothing about a customer. */
  readonly what?: string;
}

type OnOne<T extends string, Body = object> = {
  readonly type: T;
  readonly at: number;
  readonly rectification: RectificationId;
} & Readonly<Body>;
type OnPractice<T extends string, Body = object> = {
  readonly type: T;
  readonly at: number;
  readonly practice: PracticeId;
  readonly by?: StaffId;
} & Readonly<Body>;

export type RectificationFact =
  | OnOne<
      'rectification.opened',
      {
        source: Source;
        track: Track;
        /** Where the figure has to be back; null for `confirmed`. Later settings do not move it. */
        line: number | null;
        /** null: nobody yet; the plan names somebody. */
        owner: StaffId | null;
        due: BusinessDate;
        by?: StaffId;
      }
    >
  | OnOne<
      'rectification.planned',
      {
        owner: StaffId;
        due: BusinessDate;
        cause: AlertCause;
        action: AlertAction;
        note?: string;
        by?: StaffId;
      }
    >
  /** At each day's close: the day's figure, null where there was nothing to measure, from `n`. */
  | OnOne<'rectification.tracked', { date: BusinessDate; figure: number | null; n: number }>
  /** 滚动: still open at a month's end, it goes on into the next; `2026-11`. */
  | OnOne<'rectification.rolled', { from: string; into: string }>
  | OnOne<'rectification.closed', { evidence: string; by?: StaffId }>
  /** By a person with a reason, or because the same figure went over its line again. */
  | OnOne<
      'rectification.reopened',
      { why?: string; source?: Source; due: BusinessDate; by?: StaffId }
    >
  | OnPractice<'practice.posted', { title: string; text: string; rectification?: RectificationId }>
  | OnPractice<'practice.withdrawn'>;
export type RectificationFactOf<T extends RectificationFact['type']> = Extract<
  RectificationFact,
  { type: T }
>;
