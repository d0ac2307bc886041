import { z } from 'zod';
import { serviceId, ticketId, warningId } from '../../ids.ts';
import { alertAction } from '../causes.ts';
import { note } from '../complaints/commands.ts';

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** 苗头: what looks like trouble. 多关注, 早介入, 快处理: seen, stepped in, dealt with. */
export const warningCommands = [
  command('warning.raise', { note, ticket: ticketId.optional(), service: serviceId.optional() }),
  command('warning.take', { warning: warningId }),
  command('warning.close', { warning: warningId, action: alertAction, note: note.optional() }),
] as const;

export const warningCommand = z.discriminatedUnion('type', warningCommands);
export type WarningCommand = z.infer<typeof warningCommand>;
