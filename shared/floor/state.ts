import type { CounterId, DeviceId, HelpId, TicketId } from '../ids.ts';
import { unreachable } from '../result.ts';
import type { VisitFact } from '../visit/facts.ts';
import type { Visit } from '../visit/state.ts';
import type { CallFact, FloorFact } from './facts.ts';
import { evolveInspections } from './inspections/evolve.ts';
import type { InspectionFact } from './inspections/facts.ts';
import { type Inspections, initialInspections, newDayForInspections } from './inspections/state.ts';
import type { MeetingFact } from './meetings/facts.ts';
import {
  evolveMeetings,
  initialMeetings,
  type Meetings,
  meetingsFollow,
} from './meetings/state.ts';
import type { NoticeFact } from './notices/facts.ts';
import { evolveNotices, initialNotices, type Notices, newDayForNotices } from './notices/state.ts';
import type { PresidentFact } from './presidents/facts.ts';
import {
  evolvePresidents,
  initialPresidents,
  newDayForPresidents,
  type Presidents,
} from './presidents/state.ts';
import type { RosterFact } from './roster/facts.ts';
import { evolveRoster, initialRoster, type Roster, rosterFollows } from './roster/state.ts';
import type { TrainingFact } from './training/facts.ts';
import {
  evolveTrainings,
  initialTrainings,
  newDayForTrainings,
  type Trainings,
} from './training/state.ts';

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
  readonly roster: Roster;
  readonly meetings: Meetings;
  readonly presidents: Presidents;
  readonly trainings: Trainings;
  readonly notices: Notices;
}

/** What begins anew with each day. */
const blankDay = { calls: [], called: 0, counted: null, openSince: null };

export const initialFloor: Floor = {
  ...blankDay,
  roster: initialRoster,
  meetings: initialMeetings,
  presidents: initialPresidents,
  trainings: initialTrainings,
  notices: initialNotices,
  inspections: initialInspections,
};

/**
 * Which record keeps which facts, by the first word of their names.
 *
 * @param isShut whether the business day is closed, and the next one has not begun
 */
export function evolveFloor(floor: Floor, fact: FloorFact, isShut: boolean): Floor {
  const [kind] = fact.type.split('.');
  switch (kind) {
    case 'inspection': {
      const inspections = evolveInspections(floor.inspections, fact as InspectionFact, isShut);
      return { ...floor, inspections };
    }
    case 'shift':
      return { ...floor, roster: evolveRoster(floor.roster, fact as RosterFact) };
    case 'meeting':
      return { ...floor, meetings: evolveMeetings(floor.meetings, fact as MeetingFact) };
    case 'president':
      return { ...floor, presidents: evolvePresidents(floor.presidents, fact as PresidentFact) };
    case 'training':
      return { ...floor, trainings: evolveTrainings(floor.trainings, fact as TrainingFact) };
    case 'notice':
      return { ...floor, notices: evolveNotices(floor.notices, fact as NoticeFact) };
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

/**
 * Days, doors and counters: nobody is waited for over night, counting goes by the open hours, and the
 * records follow the calendar. `visit` is as it is after the fact.
 */
export function followVisit(before: Floor, fact: VisitFact, visit: Visit): Floor {
  const floor = recordsFollow(before, fact, visit);
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

function recordsFollow(floor: Floor, fact: VisitFact, visit: Visit): Floor {
  const roster = rosterFollows(floor.roster, fact, visit);
  const meetings = meetingsFollow(floor.meetings, fact, visit);
  if (fact.type !== 'day.opened')
    return roster === floor.roster && meetings === floor.meetings
      ? floor
      : { ...floor, roster, meetings };
  return {
    ...{ ...floor, roster, meetings },
    presidents: newDayForPresidents(floor.presidents, fact.date),
    trainings: newDayForTrainings(floor.trainings, fact.date),
    notices: newDayForNotices(floor.notices, fact.at),
  };
}
