import { z } from 'zod';
import { businessDate, counterId, deviceId, staffId, ticketId } from '../ids.ts';
import { plainLine } from '../plain.ts';
import { settingsSchema } from '../settings.ts';
import { deviceRole, post } from './roles.ts';

const request = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

const pin = z.string().regex(/^\d{6,12}$/);
const name = plainLine(1, 40);

/** As shown on a new screen; spaces, dashes and small letters do not matter. */
const code = z
  .string()
  .max(16)
  .transform((typed) => typed.toUpperCase().replace(/[^0-9A-Z]/g, ''));

/**
 * What carries a secret or a name: answered by the hub at once, kept out of the ledger. What
 * comes of it enters the ledger as a command of the hub's own, with ids and kinds only.
 */
export const requests = [
  request('person.signIn', { person: staffId, pin }),
  request('person.signOut', {}),
  request('person.changePin', { pin, next: pin }),
  request('device.approve', {
    code,
    role: deviceRole,
    counter: counterId.optional(),
    name: name.optional(),
  }),
  request('device.name', { device: deviceId, name }),
  request('staff.name', { person: staffId, name }),
  request('staff.setPin', { person: staffId, pin }),
  request('staff.erase', { person: staffId }),
  /** 开业设置: settings and staff come as one; until the first ticket they can go as one. */
  request('branch.setUp', {
    settings: settingsSchema,
    staff: z
      .array(z.strictObject({ person: staffId, post, name: name.optional(), pin: pin.optional() }))
      .max(200),
  }),
  request('branch.setBack', {}),
  /** 补打: paper changes no figure, so it leaves no fact; the hub's log has it. */
  request('ticket.print', { ticket: ticketId }),
  /** 更正: the hub looks the old figure up in its ledger before it enters the proposal. */
  request('correction.propose', {
    date: businessDate,
    number: z.string().regex(/^[A-Za-z]?\d{1,6}$/),
    what: z.enum(['wait', 'service']),
    to: z.number().int().min(0).nullable(),
    reason: z.enum(['forgotEnd', 'forgotStart', 'wrongTicket', 'equipment', 'other']),
    note: plainLine(1, 200),
  }),
] as const;

/** A new screen asks to be let in: nothing is needed for that, and nothing is told. */
export const pairingSchema = z.strictObject({
  /** What it thinks it is; the manager decides. */
  role: deviceRole.optional(),
  /** The code the hub printed at its first start. */
  setUp: code.optional(),
});

export const pairingQuestion = z.strictObject({
  pairing: z.string().max(64),
  secret: z.string().max(64),
});

export const requestSchema = z.discriminatedUnion('type', requests);
export type Request = z.infer<typeof requestSchema>;
export type RequestOf<T extends Request['type']> = Extract<Request, { type: T }>;
