import { z } from 'zod';
import { nodeId } from '../ids.ts';
import type { LiveView } from './live.ts';
import type { ShellView } from './shell.ts';

/** What a center's screens are told, and told again whenever it changes. */
export interface CityViews {
  shell: ShellView;
  live: LiveView;
}
export type CityViewName = keyof CityViews;
export const cityViewNames = ['shell', 'live'] as const satisfies readonly CityViewName[];

/** `node` narrows what is shown; without one it is all that whoever asks has in hand. */
export const cityViewKey = z.strictObject({
  name: z.enum(cityViewNames),
  node: nodeId.optional(),
});
export interface CityViewKey<N extends CityViewName = CityViewName> {
  readonly name: N;
  readonly node?: z.infer<typeof nodeId> | undefined;
}
