import { z } from 'zod';
import { branchId } from '../ids.ts';
import { plainLine } from '../plain.ts';
import { personId } from './ids.ts';

const request = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** Long enough not to be guessed; which letters is everybody's own choice. */
export const password = z.string().min(10).max(200);
const code = z.string().min(1).max(40);
const name = plainLine(1, 40);

/**
 * What carries a code, a password or a name: none of it ever reaches the ledger. To add one: its schema
 * here, its right in `server/center/rights.ts`, and the function that answers it in
 * `server/center/people/desk.ts`.
 */
export const cityRequests = [
  /** A code to choose a password with, told once. */
  request('account.invite', { person: personId }),
  request('account.name', { person: personId, name }),
  request('account.erase', { person: personId }),
  request('account.password', { password: z.string().max(200), next: password }),
  request('account.signOut', {}),
  /** A code that lets a branch in, told once. */
  request('branch.enrol', { branch: branchId, name }),
  /** A code for a branch's new ledger, told once. */
  request('branch.epoch', { branch: branchId }),
] as const;

export const cityRequest = z.discriminatedUnion('type', cityRequests);
export type CityRequest = z.infer<typeof cityRequest>;
export type CityRequestOf<T extends CityRequest['type']> = Extract<CityRequest, { type: T }>;

/** Random, kept by the browser: a stranger at another one cannot lock anybody out. */
const browser = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

/** At the door, before anybody is in: by password, or by a code that lets choose one. */
export const signingIn = z.strictObject({
  person: personId,
  password: z.string().max(200),
  browser,
});
export const choosing = z.strictObject({ code, password, browser });
/** With the code that the center's console prints, while there is no administrator. */
export const founding = z.strictObject({ code, person: personId, name, password, browser });
