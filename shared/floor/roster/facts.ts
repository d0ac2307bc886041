import type { BusinessDate } from '../../ids.ts';
import type { DayPlan } from './commands.ts';

export type RosterFact =
  | ({ readonly type: 'shift.planned'; readonly at: number; readonly date: BusinessDate } & DayPlan)
  | {
      readonly type: 'shift.patternSet';
      readonly at: number;
      readonly week: readonly (DayPlan | null)[];
    };
