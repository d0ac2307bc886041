import { z } from 'zod';
import { businessDate, counterId, loanId, serviceId, staffId, ticketId } from '../ids.ts';
import { customerClass, settingsSchema } from '../settings.ts';

/** What may be asked of a visit. Unknown keys are refused: each object is strict. */

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

const counter = { counter: counterId };
const ticket = { ticket: ticketId };

export const careReason = z.enum(['elderly', 'disabled', 'pregnant', 'soldier', 'other']);
export const walkInReason = z.enum([
  'quickQuestion',
  'returning',
  'emergency',
  'machineDown',
  'other',
]);
export const pauseReason = z.enum(['lunch', 'break', 'cash', 'training', 'equipment', 'other']);
export const ratingLevel = z.enum(['verySatisfied', 'satisfied', 'fair', 'dissatisfied']);
export const complaintTag = z.enum([
  'wait',
  'attitude',
  'skill',
  'procedure',
  'environment',
  'other',
]);
const offer = z.string().regex(/^[A-Za-z0-9_-]{8,64}$/);
const moment = z.number().int().min(0).max(8.64e15);

export const visitCommands = [
  command('ticket.issue', {
    service: serviceId,
    class: customerClass,
    by: z.enum(['kiosk', 'hand']),
    /** Needed for `care`, and for nothing else. */
    reason: careReason.optional(),
    replaces: ticketId.optional(),
    test: z.literal(true).optional(),
  }),
  /** A number that a kiosk gave out without the hub. */
  command('ticket.handIn', {
    date: businessDate,
    number: z.string().regex(/^[A-Z]\d{3,4}$/),
    service: serviceId,
    class: z.enum(['ordinary', 'premium']),
    /** Hub time, as the kiosk knew it. */
    issuedAt: moment,
  }),
  /** Called by voice while the hub was gone. */
  command('ticket.servedMeanwhile', { tickets: z.array(ticketId).min(1).max(200) }),
  command('numbers.borrow', { loan: loanId }),
  command('numbers.cutOff', { loan: loanId }),
  command('ticket.back', ticket),
  command('ticket.giveUp', ticket),
  /** 不等了: the customer's own word, from the phone. */
  command('ticket.leave', ticket),
  command('ticket.hold', ticket),
  command('ticket.release', ticket),
  /** 特殊关爱 for one that waits already. */
  command('ticket.class', { ...ticket, class: z.literal('care'), reason: careReason }),
  command('ticket.missed', counter),
  command('call.next', counter),
  command('call.ticket', { ...counter, ...ticket }),
  command('call.again', counter),
  command('service.start', counter),
  command('service.end', counter),
  command('service.transfer', { ...counter, to: serviceId }),
  command('service.walkIn', {
    ...counter,
    service: serviceId,
    class: customerClass,
    reason: walkInReason,
  }),
  command('press.undo', counter),
  command('counter.open', { ...counter, teller: staffId.optional() }),
  command('counter.pause', { ...counter, reason: pauseReason }),
  command('counter.resume', counter),
  command('counter.close', counter),
  command('terminal.online', counter),
  command('terminal.offline', counter),
  command('rating.invite', counter),
  command('rating.give', {
    ...ticket,
    offer,
    level: ratingLevel,
    /** From prompt to touch, milliseconds. */
    took: z.number().int().min(0).max(3_600_000),
    /** Hub time of the touch, for a terminal that could hand it in only later. */
    pressedAt: moment.optional(),
  }),
  command('rating.change', { ...ticket, offer, level: ratingLevel }),
  command('rating.explain', { ...ticket, offer, reasons: z.array(complaintTag).min(1).max(6) }),
  command('rating.byPhone', {
    ...ticket,
    level: ratingLevel,
    reasons: z.array(complaintTag).min(1).max(6).optional(),
  }),
  command('rating.decline', { ...ticket, offer }),
  command('rating.extend', { ...ticket, offer }),
  command('day.open', { date: businessDate }),
  command('day.close', { by: z.enum(['clock', 'manager']) }),
  command('doors.set', { open: z.boolean() }),
  command('settings.change', { settings: settingsSchema }),
  command('hub.start', {
    ...{ offset: z.number().int(), since: moment.nullable() },
    /** In a later epoch: where the former one's ledger ends for good. */
    after: z
      .strictObject({ epoch: z.number().int(), seq: z.number().int(), hash: z.string() })
      .optional(),
  }),
  command('clock.step', { by: z.number().int(), offset: z.number().int() }),
  command('tick', {}),
] as const;

export const visitCommand = z.discriminatedUnion('type', visitCommands);
export type VisitCommand = z.infer<typeof visitCommand>;
export type CommandOf<T extends VisitCommand['type']> = Extract<VisitCommand, { type: T }>;
