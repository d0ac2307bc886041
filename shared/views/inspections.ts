import { localTime } from '../calendar.ts';
import type { Checklist } from '../floor/inspections/checklist.ts';
import { dueBy, type Patrol, ROUNDS, type Round } from '../floor/inspections/patrols.ts';
import {
  checklistNamed,
  checklistOn,
  type Inspection,
  type Inspections,
} from '../floor/inspections/state.ts';
import type { BusinessDate } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import type { Outside } from './devices.ts';
import { type Person, peopleOf } from './meetings.ts';
import { type Branch, branchPart } from './parts.ts';

/** 巡检: plans, the running inspection, results and scores that stand; and today's rounds. */
export interface InspectionsView {
  readonly branch: Branch;
  readonly today: BusinessDate | null;
  readonly people: readonly Person[];
  readonly planned: readonly Inspection[];
  readonly running: Inspection | null;
  /** Finished ones, the last first. */
  readonly finished: readonly Inspection[];
  readonly standing: Inspections['standing'];
  /** The one in force, or the running inspection's own. */
  readonly checklist: Checklist;
  readonly rounds: readonly RoundCard[];
}

export interface RoundCard {
  readonly round: Round;
  /** `HH:MM` by which it is due; null: whenever. */
  readonly due: string | null;
  readonly done: readonly Patrol[];
}

export function inspectionsView(lobby: Lobby, at: number, outside: Outside): InspectionsView {
  const { visit, floor } = lobby;
  const { inspections } = floor;
  const { all, standing, patrols } = inspections;
  const running = all.find(({ stands }) => stands.is === 'running') ?? null;
  const today = visit.day?.date ?? localTime(visit.settings.branch.timeZone, at).date;
  const version = running && 'checklist' in running.stands ? running.stands.checklist : null;
  return {
    branch: branchPart(visit),
    today: visit.day?.date ?? null,
    people: peopleOf(lobby, outside),
    planned: all
      .filter(({ stands }) => stands.is === 'planned')
      .sort((a, b) => (a.on < b.on ? -1 : 1)),
    running,
    finished: all.filter(({ stands }) => stands.is === 'finished').reverse(),
    standing,
    checklist: version ? checklistNamed(inspections, version) : checklistOn(inspections, today),
    rounds: ROUNDS.map((round) => ({
      round,
      due: timeOf(dueBy(round, visit)),
      done: patrols.filter((p) => p.round === round),
    })),
  };
}

const two = (n: number) => String(n).padStart(2, '0');
const timeOf = (minutes: number | null) =>
  minutes === null ? null : `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
