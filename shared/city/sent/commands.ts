import { z } from 'zod';
import { complaintBody, inspectionBody, noticeBody } from '../../down/item.ts';
import { branchId, monthName, sendingId } from '../../ids.ts';
import { plainLine } from '../../plain.ts';
import { nodeId } from '../ids.ts';

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** All branches below these units, or these branches themselves. */
const to = z.union([
  z.strictObject({ nodes: z.array(nodeId).min(1).max(2000) }),
  z.strictObject({ branches: z.array(branchId).min(1).max(2000) }),
]);
export type Addressed = z.infer<typeof to>;

/** 下发: what somebody of the city sends down to branches. */
export const sentCommands = [
  command('sent.notice', {
    to,
    notice: noticeBody.omit({ kind: true, figures: true, escalated: true }),
  }),
  /** 风险提示, 目标提示: to each of these branches with its own figures of the month. */
  command('sent.prompt', {
    month: monthName,
    branches: z.array(branchId).min(1).max(2000),
    prompt: noticeBody.pick({ is: true, title: true, lines: true, tag: true }),
  }),
  command('sent.inspection', {
    branch: branchId,
    inspection: inspectionBody.omit({ kind: true, inspector: true }),
  }),
  command('sent.complaint', { branch: branchId, complaint: complaintBody.omit({ kind: true }) }),
  command('sent.withdraw', { sending: sendingId, why: plainLine(1, 300) }),
] as const;

/** The center's own, said by nobody: a branch begins a new ledger; or what rules are due now. */
export type SentOwn = SentRenew | { readonly type: 'sent.rules' };

export interface SentRenew {
  readonly type: 'sent.renew';
  readonly branch: z.infer<typeof branchId>;
  readonly epoch: number;
  /** How many items the former ledger had entered, as far as it was witnessed. */
  readonly entered: number;
  /** Work orders from above that were open in it. */
  readonly open: readonly z.infer<typeof sendingId>[];
}

export type SentCommandOf<T extends (typeof sentCommands)[number]['shape']['type']['value']> =
  Extract<z.infer<(typeof sentCommands)[number]>, { type: T }>;
export type SendCommand = z.infer<(typeof sentCommands)[number]>;
