import { z } from 'zod';
import {
  alertId,
  businessDate,
  practiceId,
  rectificationId,
  staffId,
  ticketId,
} from '../../ids.ts';
import { plainLine } from '../../plain.ts';
import { customerClass } from '../../settings.ts';
import { alertAction, alertCause } from '../causes.ts';

const ofWaits = z.enum(['longestWait', 'averageWait', 'overLine']);
const ofTheBranch = z.enum(['abandonRate', 'satisfaction', 'invitationRate', 'confirmed']);

/** What a rectification is tracked on; `confirmed` has no figure: a person says when it is done. */
export const track = z.union([
  z.strictObject({ measure: ofWaits, class: customerClass }),
  z.strictObject({ measure: ofTheBranch }),
]);
export type Track = z.infer<typeof track>;

/** What somebody opens one from; findings and complaints open theirs by themselves. */
const source = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('alert'), alert: alertId }),
  z.strictObject({ from: z.literal('rating'), ticket: ticketId }),
  z.strictObject({ from: z.literal('hand'), what: plainLine(1, 120) }),
]);

/** Rectifications 整改, and good practice 先进做法 beside them. */
export const rectificationCommands = [
  z.strictObject({
    type: z.literal('rectification.open'),
    source,
    /** Left out: what the source itself is measured by. */
    track: track.optional(),
    owner: staffId.optional(),
    due: businessDate.optional(),
  }),
  z.strictObject({
    type: z.literal('rectification.plan'),
    rectification: rectificationId,
    owner: staffId,
    due: businessDate,
    cause: alertCause,
    action: alertAction,
    note: plainLine(1, 200).optional(),
  }),
  z.strictObject({
    type: z.literal('rectification.close'),
    rectification: rectificationId,
    evidence: plainLine(1, 300),
  }),
  z.strictObject({
    type: z.literal('rectification.reopen'),
    rectification: rectificationId,
    why: plainLine(1, 200),
  }),
  z.strictObject({
    type: z.literal('practice.post'),
    title: plainLine(1, 60),
    text: plainLine(1, 300),
    rectification: rectificationId.optional(),
  }),
  z.strictObject({ type: z.literal('practice.withdraw'), practice: practiceId }),
] as const;

export type RectificationCommand = z.infer<(typeof rectificationCommands)[number]>;
export type RectificationCommandOf<T extends RectificationCommand['type']> = Extract<
  RectificationCommand,
  { type: T }
>;
