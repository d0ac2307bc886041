import { z } from 'zod';
import { post } from '../devices/roles.ts';
import { staffId } from '../ids.ts';
import { settingsSchema } from '../settings.ts';
import { settingsParts } from './parts.ts';

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** How a branch comes to be what it is: set up as a whole, set back, changed part by part. */
export const branchCommands = [
  /** The hub's own, after a request: names and PINs stay outside. */
  command('branch.setUp', {
    settings: settingsSchema,
    staff: z.array(z.strictObject({ person: staffId, post, pin: z.boolean() })).max(200),
  }),
  /** The hub's own too: names and PINs of those who were added with it go. */
  command('branch.setBack', {}),
  /** `from` is what whoever changed it saw: over somebody else's change nothing is written. */
  command('branch.change', { from: settingsParts, to: settingsParts }),
] as const;

export const branchCommand = z.discriminatedUnion('type', branchCommands);
export type BranchCommand = z.infer<typeof branchCommand>;
export type BranchCommandOf<T extends BranchCommand['type']> = Extract<BranchCommand, { type: T }>;
