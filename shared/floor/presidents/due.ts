import { mondayOf } from '../../calendar.ts';
import type { Cadence } from '../../duties.ts';
import type { BusinessDate } from '../../ids.ts';
import type { Presidents } from './state.ts';

/** 应到, 已到: what a cadence asks for in the period that a date lies in, and what was kept of it. */
export interface Due {
  readonly as: string;
  readonly times: number;
  readonly per: Cadence['per'];
  readonly minutes: number;
  /** The first day of the period. */
  readonly since: BusinessDate;
  readonly kept: number;
  /** Still to come in this period, as planned. */
  readonly planned: number;
}

const START: Record<Cadence['per'], (date: BusinessDate) => BusinessDate> = {
  day: (date) => date,
  week: mondayOf,
  month: (date) => `${date.slice(0, 8)}01` as BusinessDate,
};

const samePeriod = (per: Cadence['per'], a: BusinessDate, b: BusinessDate) =>
  START[per](a) === START[per](b);

export const dues = (
  presidents: Presidents,
  cadence: readonly Cadence[],
  date: BusinessDate,
): Due[] =>
  cadence.map(({ as, times, per, minutes }) => {
    const own = presidents.visits.filter((v) => v.as === as && samePeriod(per, v.date, date));
    const kept = own.filter(
      ({ situation }) => situation.is === 'over' && situation.seconds >= minutes * 60,
    );
    const planned = own.filter((v) => v.situation.is === 'planned' && v.date >= date);
    return {
      ...{ as, times, per, minutes, since: START[per](date) },
      ...{ kept: kept.length, planned: planned.length },
    };
  });
