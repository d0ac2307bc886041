import { z } from 'zod';
import { item, sentBody } from './item.ts';

/** The hub's own: its uplink has checked who signed the item, and whether it can be read. */
export const downCommands = [
  z.strictObject({
    type: z.literal('center.deliver'),
    item,
    /** The item's body as this program reads it; null: a newer program wrote it. */
    body: sentBody.nullable(),
  }),
] as const;

export type DownCommand = z.infer<(typeof downCommands)[number]>;
