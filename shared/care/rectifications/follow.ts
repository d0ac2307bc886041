import type { BusinessDate } from '../../ids.ts';
import { evolve } from '../../visit/evolve.ts';
import type { VisitFact } from '../../visit/facts.ts';
import type { Visit } from '../../visit/state.ts';
import type { RectificationFact } from './facts.ts';
import { figureOf } from './figures.ts';
import { isOpen, type Rectifications } from './state.ts';

/** `2026-11`. */
const monthOf = (date: BusinessDate) => date.slice(0, 7);

/**
 * 滚动跟踪: what a day's end means for what is still being put right. Each close tracks its figure,
 * each new month rolls it on; `visit` is as it was before these facts.
 */
export function followedUp(
  { all }: Rectifications,
  visit: Visit,
  facts: readonly VisitFact[],
): RectificationFact[] {
  const open = all.filter(isOpen);
  if (open.length === 0) return [];
  const last = facts.at(-1);
  if (last?.type === 'day.opened') {
    const into = monthOf(last.date);
    const from = monthOf(visit.day?.date ?? last.date);
    if (into === from) return [];
    return open.map(({ id: rectification }) => ({
      ...{ type: 'rectification.rolled', at: last.at, rectification, from, into },
    }));
  }
  if (last?.type !== 'day.closed') return [];
  const then = facts.reduce(evolve, visit);
  const { at, date } = last;
  return open
    .filter((one) => one.line !== null)
    .map(({ id: rectification, track }) => ({
      ...{ type: 'rectification.tracked', at, rectification, date },
      ...figureOf(then, track),
    }));
}
