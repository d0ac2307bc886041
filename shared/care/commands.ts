import { z } from 'zod';
import { alertId } from '../ids.ts';
import { plainLine } from '../plain.ts';
import { adviceCommands } from './advice/commands.ts';
import { alertAction, alertCause } from './causes.ts';
import { complaintCommands } from './complaints/commands.ts';
import { rectificationCommands } from './rectifications/commands.ts';
import { warningCommands } from './warnings/commands.ts';

export const alertCommands = [
  z.strictObject({ type: z.literal('alert.acknowledge'), alert: alertId }),
  z.strictObject({
    type: z.literal('alert.handle'),
    alert: alertId,
    cause: alertCause,
    action: alertAction,
    // It will stand in logs and reports.
    note: plainLine(0, 200).optional(),
  }),
] as const;
export type AlertCommand = z.infer<(typeof alertCommands)[number]>;

export const careCommands = [
  ...alertCommands,
  ...rectificationCommands,
  ...complaintCommands,
  ...warningCommands,
  ...adviceCommands,
] as const;

export const careCommand = z.discriminatedUnion('type', careCommands);
export type CareCommand = z.infer<typeof careCommand>;
