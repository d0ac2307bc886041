import type { BusinessDate } from '../../ids.ts';
import { type Measures, measureByClass } from '../../visit/measures.ts';
import type { Visit } from '../../visit/state.ts';
import { rowsOf } from '../../visit/table.ts';

/** What a meeting is told of the last day's service; definitions as in the day's measures. */
export interface ServiceFigures {
  readonly date: BusinessDate;
  readonly served: number;
  readonly abandoned: number;
  /** Mean waits, seconds, over `n` tickets each. */
  readonly ordinary: { readonly n: number; readonly mean: number | null };
  readonly premium: { readonly n: number; readonly mean: number | null };
  /** 满意度, mean points, and how many rated. */
  readonly satisfaction: { readonly n: number; readonly points: number | null };
  readonly invitationRate: number | null;
}

const waitOf = (measures: Measures | undefined) => ({
  n: measures?.wait.n ?? 0,
  mean: measures?.wait.mean ?? null,
});

/** A day's figures as they stand at its close. */
export function serviceFigures({ day, settings, tickets, restarts }: Visit): ServiceFigures | null {
  if (!day) return null;
  const { points } = settings.rating;
  const { classes, all } = measureByClass(rowsOf(tickets), { over: [], points, restarts });
  return {
    date: day.date,
    served: all.served,
    abandoned: all.abandoned,
    ordinary: waitOf(classes.ordinary),
    premium: waitOf(classes.premium),
    satisfaction: { n: all.rating.given, points: all.rating.satisfaction },
    invitationRate: all.rating.invitationRate,
  };
}
