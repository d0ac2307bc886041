import type { HubParts } from '../../hub.ts';
import { noLog } from '../../log.ts';
import type { Pipeline } from '../../pipeline.ts';
import { type Links, noLinks } from './links.ts';
import { Uplink } from './uplink.ts';

type Parts = Pick<HubParts, 'resumed' | 'clock' | 'say' | 'log' | 'center'>;

/** A hub's link with its center, where it has one. */
export function linksOf(
  { resumed: { place, ledger, keepsakes }, clock, say, log = noLog, center }: Parts,
  changed: () => void,
  pipeline: () => Pipeline,
): Links {
  if (!center) return noLinks;
  return new Uplink({
    ...{ place, clock, say, log, changed, ...center },
    mark: () => ledger.mark(),
    key: () => keepsakes.key(),
    enters: {
      lobby: () => pipeline().lobby,
      enter: (command) => pipeline().submitOwn(command),
    },
  });
}
