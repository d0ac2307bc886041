import type { Clock } from '../../clock.ts';
import type { SigningKey } from '../../ledger/key.ts';
import type { Log } from '../../log.ts';
import type { Books } from '../books/books.ts';
import type { CityRoom } from '../city/room.ts';
import type { Member } from '../roster.ts';
import type { Place } from '../stretch.ts';
import { Down, type Sendings } from './down.ts';
import { followingCity } from './following.ts';
import { renewingOf, sendingsOf } from './road.ts';
import { tellingGroups } from './telling.ts';

export interface OpenDownParts {
  readonly place: Place;
  readonly key: SigningKey;
  readonly clock: Clock;
  readonly log: Log;
  readonly say: (line: string) => void;
  readonly city: CityRoom;
  readonly books: Pick<Books, 'lobby'>;
  /** What goes down; left out, what the city has sent. */
  readonly parts: { readonly sendings?: Sendings };
}

/** The road down, and what goes by the city's decisions beside it. @throws Plain */
export async function openDown({ place, key, clock, log, say, city, books, parts }: OpenDownParts) {
  const sendings = parts.sendings ?? sendingsOf(city);
  const down = new Down({ sendings, key, clock, log, say });
  const stopTelling = await tellingGroups({ ...place, clock, log }, city);
  const stopFollowing = followingCity(city, clock, (error) =>
    log('city.trouble', { what: String(error) }),
  );
  return {
    down,
    due: (member: Member) => down.due(member),
    renewing: renewingOf(city, books),
    async stop() {
      stopFollowing();
      await stopTelling();
    },
  };
}
