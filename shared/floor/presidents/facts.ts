import type { BusinessDate, PresidentId, StaffId } from '../../ids.ts';

type Of<T extends string, Body = object> = {
  readonly type: T;
  readonly at: number;
  readonly visit: PresidentId;
} & Readonly<Body>;

type Who = { as: string; person?: StaffId | undefined };

export type PresidentFact =
  /** Times are `HH:MM` on the branch's wall. */
  | Of<'president.planned', Who & { date: BusinessDate; from: string; to: string }>
  | Of<'president.dropped'>
  | Of<'president.arrived', Who & { date: BusinessDate; from: string }>
  | Of<'president.left', { to: string; seconds: number; solved: readonly string[] }>
  /** The day was closed before anybody said they had left. */
  | Of<'president.forgotten'>
  | Of<
      'president.entered',
      Who & {
        date: BusinessDate;
        from: string;
        to: string;
        seconds: number;
        solved: readonly string[];
      }
    >;
