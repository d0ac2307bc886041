import type { BusinessDate, InspectionId, PhotoId, StaffId } from '../../ids.ts';
import type { Checklist, InspectedModule } from './checklist.ts';
import type { InspectionKind, InspectionMode } from './commands.ts';
import type { PatrolAnswer, Round } from './patrols.ts';

type At<T extends string, Body = object> = {
  readonly type: T;
  readonly at: number;
  /** Who pressed it, where somebody is signed in. */
  readonly by?: StaffId;
} & Readonly<Body>;
type On<T extends string, Body = object> = At<T, { inspection: InspectionId } & Body>;

interface As {
  readonly mode: InspectionMode;
  readonly kind: InspectionKind;
  readonly modules: readonly InspectedModule[];
}

/** A module's score: 100 − points off. */
export interface ModuleScore {
  readonly module: InspectedModule;
  readonly score: number;
}

export type InspectionFact =
  | At<'inspection.checklistSet', { checklist: Checklist }>
  | On<'inspection.planned', As & { on: BusinessDate }>
  | On<'inspection.cancelled', { reason: string }>
  /** With what it is, also where it was planned: the last plan counts. */
  | On<'inspection.started', As & { date: BusinessDate; checklist: string }>
  | On<
      'inspection.marked',
      {
        item: string;
        points: number;
        remark?: string;
        photos?: readonly PhotoId[];
        responsible?: StaffId;
        managing?: StaffId;
      }
    >
  | On<'inspection.passed', { items: readonly string[] }>
  | On<
      'inspection.finished',
      { date: BusinessDate; checklist: string; scores: readonly ModuleScore[] }
    >
  | At<
      'inspection.patrolled',
      { date: BusinessDate; round: Round; late: boolean; answers: readonly PatrolAnswer[] }
    >;
