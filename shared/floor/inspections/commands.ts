import { z } from 'zod';
import { businessDate, inspectionId, photoId, staffId } from '../../ids.ts';
import { plainLine } from '../../plain.ts';
import { checklist, inspectedModule, zone } from './checklist.ts';
import { ROUNDS } from './patrols.ts';

export const inspectionMode = z.enum(['onSite', 'remote']);
export type InspectionMode = z.infer<typeof inspectionMode>;
export const inspectionKind = z.enum(['quarterly', 'adHoc']);
export type InspectionKind = z.infer<typeof inspectionKind>;

const remark = plainLine(1, 200);
const photos = z.array(photoId).max(4);
const modules = z.array(inspectedModule).min(1).max(7);
const as = { mode: inspectionMode, kind: inspectionKind, modules };
const of = { inspection: inspectionId };

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** 检查 and 巡查: what staff press. */
export const inspectionCommands = [
  command('inspection.checklist', { checklist }),
  command('inspection.plan', { on: businessDate, ...as }),
  command('inspection.cancel', { ...of, reason: remark }),
  /** A planned one, or one on the spot. */
  command('inspection.start', { ...of }),
  command('inspection.begin', as),
  /** 扣分: 0 is in order. Marked again, the later mark counts; both stay in the ledger. */
  command('inspection.mark', {
    ...of,
    item: z.string().max(64),
    points: z.number().int().min(0).max(100),
    remark: remark.optional(),
    photos: photos.optional(),
    /** 直接责任人, 直接管理责任人. */
    responsible: staffId.optional(),
    managing: staffId.optional(),
  }),
  /** Everything of a module, or of one of its zones, that is not marked yet is in order. */
  command('inspection.pass', { ...of, module: inspectedModule, zone: zone.optional() }),
  command('inspection.finish', of),
  command('inspection.patrol', {
    round: z.enum(ROUNDS),
    answers: z
      .array(
        z.strictObject({
          item: z.string().max(32),
          ok: z.boolean(),
          remark: remark.optional(),
          photos: photos.optional(),
        }),
      )
      .min(1)
      .max(40),
  }),
] as const;

export const inspectionCommand = z.discriminatedUnion('type', inspectionCommands);
export type InspectionCommand = z.infer<typeof inspectionCommand>;
export type InspectionCommandOf<T extends InspectionCommand['type']> = Extract<
  InspectionCommand,
  { type: T }
>;
