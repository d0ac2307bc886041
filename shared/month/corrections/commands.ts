import { z } from 'zod';
import { businessDate, correctionId, serviceId, staffId, ticketId } from '../../ids.ts';
import { plainLine } from '../../plain.ts';

export const correctionReason = z.enum([
  'forgotEnd',
  'forgotStart',
  'wrongTicket',
  'equipment',
  'other',
]);
export type CorrectionReason = z.infer<typeof correctionReason>;
export const correctedFigure = z.enum(['wait', 'service']);
export type CorrectedFigure = z.infer<typeof correctedFigure>;

const duration = z.number().int().min(0);
const note = plainLine(1, 200);

/** What somebody says a figure should have been; null takes it out of every mean. Milliseconds. */
export const proposed = {
  what: correctedFigure,
  to: duration.nullable(),
  reason: correctionReason,
  note,
};

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** 更正: one proposes, another confirms. */
export const correctionCommands = [
  /** The hub's own, after a request: the old figure is what the ledger says, never what a page says. */
  command('correction.propose', {
    ...proposed,
    ticket: ticketId,
    number: z.string().max(8),
    date: businessDate,
    class: z.string().max(16),
    service: serviceId,
    from: duration,
    /** Those whose work it was. */
    concerned: z.array(staffId).max(20),
  }),
  command('correction.confirm', { correction: correctionId }),
  command('correction.reject', { correction: correctionId, note }),
] as const;

export const correctionCommand = z.discriminatedUnion('type', correctionCommands);
export type CorrectionCommand = z.infer<typeof correctionCommand>;
export type CorrectionCommandOf<T extends CorrectionCommand['type']> = Extract<
  CorrectionCommand,
  { type: T }
>;
