import type { BusinessDate, InspectionId, PhotoId, SendingId, StaffId } from '../../ids.ts';
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

/** 市分行检查: made by the center, and entered here as a whole. */
export interface InspectedFromAbove {
  readonly sent: SendingId;
  /** Who inspected, by the center's own ids. */
  readonly inspector: string;
  /** The day it was made; it counts from the day it is entered. */
  readonly on: BusinessDate;
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
  | On<
      'inspection.started',
      As & { date: BusinessDate; checklist: string; from?: InspectedFromAbove }
    >
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
  /** Taken back by the center that had sent it: its scores stand no more. */
  | On<'inspection.withdrawn', { date: BusinessDate; why: string }>
  | On<'inspection.passed', { items: readonly string[] }>
  | On<
      'inspection.finished',
      { date: BusinessDate; checklist: string; scores: readonly ModuleScore[] }
    >
  | At<
      'inspection.patrolled',
      { date: BusinessDate; round: Round; late: boolean; answers: readonly PatrolAnswer[] }
    >;
