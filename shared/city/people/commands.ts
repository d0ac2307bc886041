import { z } from 'zod';
import { ROLES } from '../context.ts';
import { nodeId, personId } from '../ids.ts';

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

const person = { person: personId };
/** null: the whole tree. */
const place = { role: z.enum(ROLES), node: nodeId.nullable() };

/**
 * Who may come in. What carries a code, a password or a name never comes this way: see `requests.ts`.
 * The center says the ones it makes of those itself.
 */
export const peopleCommands = [
  command('account.add', { ...person, ...place }),
  command('account.change', { ...person, ...place }),
  command('account.close', person),
  command('account.found', person),
  command('account.invite', person),
  command('account.setPassword', person),
  command('account.signIn', person),
  command('account.signOut', person),
  command('account.erase', person),
] as const;

export const peopleCommand = z.discriminatedUnion('type', peopleCommands);
export type PeopleCommand = z.infer<typeof peopleCommand>;
export type PeopleCommandOf<T extends PeopleCommand['type']> = Extract<PeopleCommand, { type: T }>;
