import type { CounterId, DeviceId, HelpId, TicketId } from '../ids.ts';
import { unreachable } from '../result.ts';
import type { VisitFact } from '../visit/facts.ts';
import type { FloorFact } from './facts.ts';

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
}

export const initialFloor: Floor = { calls: [], called: 0, counted: null, openSince: null };

export function evolveFloor(floor: Floor, fact: FloorFact): Floor {
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
    case 'day.opened':
      return initialFloor;
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
