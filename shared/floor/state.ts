import type { CounterId, DeviceId, HelpId, TicketId } from '../ids.ts';
import { unreachable } from '../result.ts';
import type { VisitFact } from '../visit/facts.ts';
import type { CallFact, FloorFact } from './facts.ts';
import { evolveInspections } from './inspections/evolve.ts';
import type { InspectionFact } from './inspections/facts.ts';
import { type Inspections, initialInspections, newDayForInspections } from './inspections/state.ts';

/** A call for a person, open until somebody answers it or the day ends. */
export interface HelpCall {
  readonly help: HelpId;
  readonly at: number;
  readonly device: DeviceId | null;
  readonly counter: CounterId | null;
  readonly ticket: TicketId | null;
}

export interface Floor {
  /** Open calls, oldest first. */
  readonly calls: readonly HelpCall[];
  /** Calls of this business day so far. */
  readonly called: number;
  readonly counted: { readonly at: number; readonly without: number } | null;
  /** Since when the kiosks hand out tickets; null while they do not. */
  readonly openSince: number | null;
  readonly inspections: Inspections;
}

/** What begins anew with each day. */
const blankDay = { calls: [], called: 0, counted: null, openSince: null };

export const initialFloor: Floor = { ...blankDay, inspections: initialInspections };

/** Which record keeps which facts, by the first word of their names. */
export function evolveFloor(floor: Floor, fact: FloorFact): Floor {
  const [kind] = fact.type.split('.');
  switch (kind) {
    case 'inspection': {
      const inspections = evolveInspections(floor.inspections, fact as InspectionFact);
      return { ...floor, inspections };
    }
    default:
      return evolveCalls(floor, fact as CallFact);
  }
}

function evolveCalls(floor: Floor, fact: CallFact): Floor {
  switch (fact.type) {
    case 'help.called': {
      const { help, at, device = null, counter = null, ticket = null } = fact;
      const calls = [...floor.calls, { help, at, device, counter, ticket }];
      return { ...floor, calls, called: floor.called + 1 };
    }
    case 'help.answered':
      return { ...floor, calls: floor.calls.filter((c) => c.help !== fact.help) };
    case 'people.counted':
      return { ...floor, counted: { at: fact.at, without: fact.without } };
    default:
      return unreachable(fact);
  }
}

/** Days and doors: nobody is waited for over night, and counting goes by the open hours. */
export function followVisit(floor: Floor, fact: VisitFact): Floor {
  switch (fact.type) {
    case 'day.opened': {
      const inspections = newDayForInspections(floor.inspections, fact.at, fact.date);
      return { ...floor, ...blankDay, inspections };
    }
    case 'day.closed':
      return { ...floor, calls: [], openSince: null };
    case 'doors.opened':
      return { ...floor, openSince: fact.at };
    case 'doors.closed':
      return { ...floor, openSince: null };
    default:
      return floor;
  }
}
