import { z } from 'zod';
import { businessDate } from '../../ids.ts';
import { twoLanguages } from '../../plain.ts';

/** The modules an inspection 检查 scores, each from 100 points down. */
export const MODULES = [
  'environment',
  'appearance',
  'meeting',
  'counter',
  'lobby',
  'fiveS',
  'duty',
] as const;
export const inspectedModule = z.enum(MODULES);
export type InspectedModule = z.infer<typeof inspectedModule>;

/** The nine zones of 5S 整理 整顿 清扫 清洁 素养: ours. */
export const ZONES = [
  'consulting',
  'waiting',
  'electronic',
  'selfService',
  'cash',
  'nonCash',
  'vip',
  'rest',
  'vouchers',
] as const;
export const zone = z.enum(ZONES);
export type Zone = z.infer<typeof zone>;

/** Words joined by dots; never a word that plain objects know. */
const itemId = z.string().regex(/^[a-z][A-Za-z0-9]{0,30}\.[a-z][A-Za-z0-9]{0,30}$/);

export const checklistItem = z.strictObject({
  id: itemId,
  module: inspectedModule,
  zone: zone.optional(),
  /** The most that can be taken off for it. */
  points: z.number().int().min(1).max(100),
  /** Left out where the program's own catalogue has a text for this id. */
  text: twoLanguages.optional(),
});
export type ChecklistItem = z.infer<typeof checklistItem>;

/** A checklist is data with a version and a date; every result names the version it was made by. */
export const checklist = z.strictObject({
  version: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,31}$/),
  from: businessDate,
  items: z.array(checklistItem).min(1).max(200),
});
export type Checklist = z.infer<typeof checklist>;

/** The first module whose points come to more than the 100 it starts with. */
export function overHundred(items: readonly ChecklistItem[]) {
  for (const module of MODULES) {
    const own = items.filter((item) => item.module === module);
    const points = own.reduce((sum, item) => sum + item.points, 0);
    if (points > 100) return { module, points };
  }
  return null;
}

export const doubled = (items: readonly ChecklistItem[]) =>
  items.find(({ id }, i) => items.findIndex((other) => other.id === id) !== i)?.id;
