import { z } from 'zod';
import { assessmentRules } from '../assessment.ts';
import { channel, complaintCause } from '../care/complaints/commands.ts';
import { inspectedModule } from '../floor/inspections/checklist.ts';
import { inspectionKind, inspectionMode } from '../floor/inspections/commands.ts';
import { noticeKind } from '../floor/notices/commands.ts';
import { branchId, businessDate, monthName, sendingId, serviceId, staffId } from '../ids.ts';
import { clockTime, plainLine } from '../plain.ts';

/** 下发: what a center sends down to a branch, numbered, each bound to the one before, and signed. */

/** The newest form of an item that this program reads and writes. */
export const ITEM = 1;

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().min(0).max(10_000_000);
const line = plainLine(1, 300);

/** 通报, 通知, 警示; with `figures` a prompt 风险提示 over the branch's own hours. */
export const noticeBody = z.strictObject({
  kind: z.literal('notice'),
  is: noticeKind,
  title: plainLine(1, 80),
  lines: z.array(line).max(60),
  tag: plainLine(1, 24).optional(),
  /** 文号 of a circular. */
  number: plainLine(1, 40).optional(),
  file: z.strictObject({ name: plainLine(1, 120), sha256: hex, bytes: count }).optional(),
  figures: z
    .strictObject({
      ...{ month: monthName, n: count, late: count, line: z.number().min(0).max(1) },
      hours: z.array(z.strictObject({ at: clockTime, n: count, late: count })).max(12),
    })
    .optional(),
  /** What it was written as, and the how manyth about its problem, once repeats made it a warning. */
  escalated: z
    .strictObject({ from: noticeKind, times: z.number().int().min(2).max(10_000) })
    .optional(),
});

/** 考核规则: a version with the month from which it is valid. */
const rulesBody = z.strictObject({ kind: z.literal('rules'), rules: assessmentRules });

/** 检查 by the city: what it took points off for; modules without any scored 100. */
export const inspectionBody = z.strictObject({
  kind: z.literal('inspection'),
  on: businessDate,
  mode: inspectionMode,
  as: inspectionKind,
  /** The version of the checklist it was made by. */
  checklist: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/),
  modules: z.array(inspectedModule).min(1).max(7),
  /** Who inspected, by the center's own ids. */
  inspector: z.string().regex(/^[A-Za-z0-9_-]{1,32}$/),
  marks: z
    .array(
      z.strictObject({
        item: z.string().regex(/^[a-z][A-Za-z0-9]{0,30}\.[a-z][A-Za-z0-9]{0,30}$/),
        points: z.number().int().min(1).max(100),
        remark: plainLine(1, 200),
        /** 直接责任人, 直接管理责任人, by the branch's staff ids. */
        responsible: staffId,
        managing: staffId,
      }),
    )
    .max(200),
});

/** 投诉工单 assigned from above 上级派单. */
export const complaintBody = z.strictObject({
  kind: z.literal('complaint'),
  channel,
  cause: complaintCause,
  receivedOn: businessDate,
  /** Sooner than the law's last day; left out: as the branch's own rules say. */
  due: businessDate.optional(),
  complex: z.literal(true).optional(),
  service: serviceId.optional(),
  reference: plainLine(1, 40).optional(),
  note: line.optional(),
  /** Who is to handle it; one of the branch's heads, if left out. */
  owner: staffId.optional(),
  about: z.array(staffId).max(10).optional(),
});

/** 撤回: what was sent in error. It is stated, never deleted. */
const withdrawalBody = z.strictObject({ kind: z.literal('withdrawal'), of: sendingId, why: line });

export const sentBody = z.discriminatedUnion('kind', [
  noticeBody,
  rulesBody,
  inspectionBody,
  complaintBody,
  withdrawalBody,
]);
export type SentBody = z.infer<typeof sentBody>;
export type SentBodyOf<K extends SentBody['kind']> = Extract<SentBody, { kind: K }>;

/** An item as it travels. A later version may say more; its place, hash and signature stay. */
export const item = z.looseObject({
  v: z.number().int().min(1),
  branch: branchId,
  /** Each epoch of a ledger has items from 1. */
  epoch: z.number().int().min(1),
  n: z.number().int().min(1),
  /** Hash of the item before; 64 zeros for the first. */
  prev: hex,
  /** The center's time, ms. */
  at: z.number().min(0).max(8.64e15),
  id: sendingId,
  body: z.record(z.string(), z.unknown()),
  /** SHA-256 of all the above in canonical form. */
  hash: hex,
  /** Id of the center's key, and its Ed25519 signature over branch, epoch, hash, key and n. */
  key: hex,
  sig: z.string().max(100),
});
export type Item = z.infer<typeof item>;

export const NOTHING = '0'.repeat(64);
