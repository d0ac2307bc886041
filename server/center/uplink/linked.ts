import type { HubParts } from '../../hub.ts';
import { noLog } from '../../log.ts';
import type { Pipeline } from '../../pipeline.ts';
import type { Publisher } from '../../publisher.ts';
import { type Links, noLinks } from './links.ts';
import { Uplink } from './uplink.ts';

type Parts = Pick<HubParts, 'resumed' | 'clock' | 'say' | 'log' | 'center'>;

/** A hub's link with its center, where it has one. */
export function linksOf(
  { resumed: { place, ledger, keepsakes }, clock, say, log = noLog, center }: Parts,
  later: () => { readonly pipeline: Pipeline; readonly publisher: Publisher },
): Links {
  if (!center) return noLinks;
  return new Uplink({
    ...{ place, clock, say, log, ...center },
    changed: () => later().publisher.changed(),
    mark: () => ledger.mark(),
    key: () => keepsakes.key(),
    enters: {
      now: () => clock.now().at,
      lobby: () => later().pipeline.lobby,
      enter: (command) => later().pipeline.submitOwn(command),
    },
  });
}
