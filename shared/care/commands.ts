import { z } from 'zod';
import { alertId } from '../ids.ts';

export const alertCause = z.enum([
  'peak',
  'shortStaffed',
  'counterPaused',
  'longServices',
  'equipment',
  'conduct',
  'other',
]);
export type AlertCause = z.infer<typeof alertCause>;

export const alertAction = z.enum([
  'openedCounter',
  'movedStaff',
  'guidedCustomers',
  'spokeToCustomer',
  'repaired',
  'trained',
  'other',
]);
export type AlertAction = z.infer<typeof alertAction>;

/** One line, no control or direction-changing characters: it will stand in logs and reports. */
const note = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u);

export const careCommands = [
  z.strictObject({ type: z.literal('alert.acknowledge'), alert: alertId }),
  z.strictObject({
    type: z.literal('alert.handle'),
    alert: alertId,
    cause: alertCause,
    action: alertAction,
    note: note.optional(),
  }),
] as const;

export const careCommand = z.discriminatedUnion('type', careCommands);
export type CareCommand = z.infer<typeof careCommand>;
