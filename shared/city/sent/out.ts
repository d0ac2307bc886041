import type { SentBody } from '../../down/item.ts';
import { type BranchId, type BusinessDate, sendingIdOf } from '../../ids.ts';
import type { PersonId } from '../ids.ts';
import type { SentFact } from './facts.ts';
import type { SentRoom } from './state.ts';

/** What goes out to whom, before it has its number. */
export interface Out {
  readonly body: SentBody;
  readonly to: readonly BranchId[];
}

export const outTo = (body: SentBody, to: readonly BranchId[]): Out => ({ body, to });

/** Numbered on from the last one, by the day; the number never begins anew. */
export const numbered = (
  { sendings }: SentRoom,
  outs: readonly Out[],
  { at, today, by }: { at: number; today: BusinessDate; by: PersonId | null },
): SentFact[] =>
  outs.map((out, i) => {
    const id = sendingIdOf(today, sendings.size + i + 1);
    return { type: 'sent.out', at, by, id, ...out };
  });
