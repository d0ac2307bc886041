import type { Adviser } from './adviser/adviser.ts';
import type { Inside } from './doors.ts';
import { lessonsOf } from './foresight/open.ts';
import { startHeart } from './heart.ts';
import type { HubParts } from './hub.ts';
import { startSweeping } from './photos/sweeping.ts';
import type { AtRest } from './rest.ts';
import { noBackups } from './upkeep/backup/rota.ts';

/** Whatever runs by the clock, and what goes on behind a start; returns what stops it. */
export function startTimers(
  parts: HubParts,
  all: Pick<Inside, 'pipeline' | 'publisher' | 'photos' | 'seer' | 'links' | 'history'> &
    Pick<AtRest, 'sockets'> & { readonly adviser: Adviser },
): () => void {
  const { clock, say, backups = noBackups, resumed } = parts;
  const { pipeline, publisher, adviser, photos, seer, sockets } = all;
  const stopHeart = startHeart({
    ...{ clock, pipeline, publisher, adviser },
    beat: (group) => sockets.beatTo(group),
  });
  const isSound = () => all.history() === 'verified';
  const stopSweeping = startSweeping(photos, { clock, isSound, say });
  backups.start();
  all.links.start();
  if (seer.studies && !resumed.damage) void seer.goBack(lessonsOf(parts));
  return () => {
    stopHeart();
    stopSweeping();
  };
}
