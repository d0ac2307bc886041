import type { Clock } from '../../clock.ts';
import type { CityRoom } from '../city/room.ts';

const HOUR = 3_600_000;

/**
 * Rules that take effect by a date, and branches that move by one, are followed without anybody's press:
 * at the start, and each hour. Returns its own undo.
 */
export function followingRules(city: Pick<CityRoom, 'takeOwn'>, clock: Clock): () => void {
  let stop = () => {};
  let isOver = false;
  const follow = async () => {
    await city.takeOwn({ type: 'sent.rules' }, { person: null, role: null, scope: null });
    if (!isOver) stop = clock.after(HOUR, () => void follow());
  };
  void follow();
  return () => {
    isOver = true;
    stop();
  };
}
