import type { BusinessDate, PresidentId, StaffId } from '../../ids.ts';
import { unreachable } from '../../result.ts';
import { oldest } from '../dates.ts';
import type { PresidentFact } from './facts.ts';

export type PresidentSituation =
  | { readonly is: 'planned'; readonly to: string }
  | { readonly is: 'here'; readonly since: number }
  | {
      readonly is: 'over';
      readonly to: string;
      readonly seconds: number;
      /** false: entered from paper. */
      readonly measured: boolean;
      readonly solved: readonly string[];
    }
  | { readonly is: 'forgotten' };

/** One stay of a president in the lobby, to come, under way or over. */
export interface PresidentVisit {
  readonly id: PresidentId;
  readonly as: string;
  readonly person: StaffId | null;
  readonly date: BusinessDate;
  readonly from: string;
  readonly situation: PresidentSituation;
}

export interface Presidents {
  /** Of the last two months and the days to come. */
  readonly visits: readonly PresidentVisit[];
  /** Ids given out so far, by date: a dropped one's is not given again. */
  readonly given: Readonly<Record<BusinessDate, number>>;
}

export const initialPresidents: Presidents = { visits: [], given: {} };

export const visitOf = (presidents: Presidents, id: PresidentId) =>
  presidents.visits.find((v) => v.id === id);

export function evolvePresidents(presidents: Presidents, fact: PresidentFact): Presidents {
  const { visits, given } = presidents;
  switch (fact.type) {
    case 'president.dropped':
      return { ...presidents, visits: visits.filter((v) => v.id !== fact.visit) };
    case 'president.left':
      return changed(presidents, fact.visit, { situation: over(fact, true) });
    case 'president.forgotten':
      return changed(presidents, fact.visit, { situation: { is: 'forgotten' } });
    case 'president.planned':
    case 'president.arrived':
    case 'president.entered': {
      const { visit: id, as, person = null, date, from } = fact;
      const next = { id, as, person, date, from, situation: situationAfter(fact) };
      const isNew = !visits.some((v) => v.id === id);
      if (!isNew) return changed(presidents, id, next);
      return {
        visits: [...visits, next],
        given: { ...given, [date]: (given[date] ?? 0) + 1 },
      };
    }
    default:
      return unreachable(fact);
  }
}

type Begins = Extract<
  PresidentFact,
  { type: 'president.planned' | 'president.arrived' | 'president.entered' }
>;

function situationAfter(fact: Begins): PresidentSituation {
  if (fact.type === 'president.planned') return { is: 'planned', to: fact.to };
  return fact.type === 'president.arrived' ? { is: 'here', since: fact.at } : over(fact, false);
}

type Over = Extract<PresidentFact, { type: 'president.left' | 'president.entered' }>;

const over = ({ to, seconds, solved }: Over, measured: boolean) =>
  ({ is: 'over', to, seconds, measured, solved }) as const;

const changed = (
  presidents: Presidents,
  id: PresidentId,
  change: Partial<PresidentVisit>,
): Presidents => ({
  ...presidents,
  visits: presidents.visits.map((v) => (v.id === id ? { ...v, ...change } : v)),
});

/** A new day lets go of what is older than two months. */
export function newDayForPresidents(presidents: Presidents, today: BusinessDate): Presidents {
  const since = oldest(today);
  const given = Object.entries(presidents.given).filter(([date]) => date >= since);
  return {
    visits: presidents.visits.filter((v) => v.date >= since),
    given: Object.fromEntries(given),
  };
}
