import type { BusinessDate, InspectionId, PhotoId, StaffId } from '../../ids.ts';
import { type Dated, isOf, lateMark, onNewDay } from '../afterClose.ts';
import type { Checklist, ChecklistItem, InspectedModule } from './checklist.ts';
import type { InspectionKind, InspectionMode } from './commands.ts';
import type { InspectedFromAbove, ModuleScore } from './facts.ts';
import type { Patrol } from './patrols.ts';
import { STANDARD } from './standard.ts';

/** What was found of one item. */
export interface InspectionMark {
  readonly at: number;
  readonly points: number;
  readonly remark: string | null;
  readonly photos: readonly PhotoId[];
  readonly responsible: StaffId | null;
  readonly managing: StaffId | null;
}

/** An inspection 检查. */
export interface Inspection {
  readonly id: InspectionId;
  readonly mode: InspectionMode;
  readonly kind: InspectionKind;
  readonly modules: readonly InspectedModule[];
  /** Planned for, or else the day it was begun. */
  readonly on: BusinessDate;
  /** null: the branch's own. */
  readonly from: InspectedFromAbove | null;
  readonly withdrawn: Withdrawn | null;
  readonly stands: InspectionStands;
}

/** 撤回 by the center: sent in error. */
export interface Withdrawn extends Dated {
  readonly at: number;
  readonly why: string;
}

export type InspectionStands =
  | { readonly is: 'planned' }
  | Running<{ readonly is: 'running' }>
  | Running<
      {
        readonly is: 'finished';
        readonly at: number;
        readonly scores: readonly ModuleScore[];
      } & Dated
    >
  | { readonly is: 'cancelled'; readonly at: number; readonly reason: string };

type Running<T> = T & {
  /** The version of the checklist it is made by. */
  readonly checklist: string;
  readonly startedAt: number;
  readonly by: StaffId | null;
  readonly marks: Readonly<Record<string, InspectionMark>>;
};

/** A score stands until the next inspection of its module. */
export interface StandingScore {
  readonly score: number;
  readonly inspection: InspectionId;
  readonly date: BusinessDate;
  /** What stood before one of the center's, should that be taken back. */
  readonly before?: StandingScore;
}

export interface Inspections {
  /** The branch's own, the newest last; without any the standard one counts. */
  readonly checklists: readonly Checklist[];
  /** Planned and running ones, and those that ended within the last 100 days: a quarter's. */
  readonly all: readonly Inspection[];
  readonly standing: Partial<Readonly<Record<InspectedModule, StandingScore>>>;
  /** Planned or begun this business day: ids are counted from here. */
  readonly opened: number;
  /** Today's rounds. */
  readonly patrols: readonly Patrol[];
}

export const initialInspections: Inspections = {
  ...{ checklists: [], all: [], standing: {}, opened: 0, patrols: [] },
};

export const inspectionOf = ({ all }: Inspections, id: InspectionId) =>
  all.find((one) => one.id === id);

/** The checklist in force on a date: the newest that begins by then. */
export const checklistOn = ({ checklists }: Inspections, date: BusinessDate): Checklist =>
  checklists.findLast(({ from }) => from <= date) ?? STANDARD;

export const checklistNamed = ({ checklists }: Inspections, version: string): Checklist =>
  checklists.find((one) => one.version === version) ?? STANDARD;

/** What an inspection looks at. */
export const itemsOf = (
  list: Checklist,
  { modules }: Pick<Inspection, 'modules'>,
): ChecklistItem[] => list.items.filter((item) => modules.includes(item.module));

const KEPT = 100 * 86_400_000;
/** A plan that nobody came to is forgotten with the quarter, too. */
const endOf = ({ stands, on }: Inspection): number | null => {
  if (stands.is === 'running') return null;
  return 'at' in stands ? stands.at : Date.parse(`${on}T12:00:00Z`);
};

/** A new day forgets rounds, inspections of quarters past, and checklists that nothing names any more. */
export function newDayForInspections(
  now: Inspections,
  at: number,
  today: BusinessDate,
): Inspections {
  const all = now.all
    .filter((one) => at - (endOf(one) ?? at) <= KEPT)
    .map((one) => ({
      ...one,
      stands: onNewDay(one.stands, today),
      withdrawn: one.withdrawn && onNewDay(one.withdrawn, today),
    }));
  const named = new Set(all.map(({ stands }) => ('checklist' in stands ? stands.checklist : '')));
  const current = now.checklists.findLast(({ from }) => from <= today);
  const checklists = now.checklists.filter(
    (list) => list === current || list.from > today || named.has(list.version),
  );
  return { ...now, all, checklists, opened: 0, patrols: [] };
}

/** Those taken back on a business day, by when they had ended: ids begin anew with a new ledger. */
export const withdrawnOn = ({ all }: Inspections, date: BusinessDate) =>
  all.flatMap(({ id, stands, withdrawn }) =>
    withdrawn && isOf(withdrawn, date) && stands.is === 'finished'
      ? [{ id, at: stands.at, ...lateMark(withdrawn) }]
      : [],
  );

/**
 * What inspections that count on a business day scored, in the order in which they ended: of a module
 * the last one stands. A planned one is older in the list than one on the spot that came before it.
 */
export const inspectedOn = ({ all }: Inspections, date: BusinessDate) =>
  all
    .flatMap(({ id, stands }) =>
      stands.is === 'finished' && isOf(stands, date)
        ? stands.scores.map(({ module, score }) => ({
            ...{ id, module, score, at: stands.at, ...lateMark(stands) },
          }))
        : [],
    )
    .sort((a, b) => a.at - b.at);
