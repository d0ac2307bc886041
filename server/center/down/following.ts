import type { Clock } from '../../clock.ts';
import type { CityRoom } from '../city/room.ts';

const MINUTE = 60_000;
/** Minutes between two looks at what a date has brought. */
const OFTEN = 60;

/**
 * What nobody presses: each minute what other servers have decided is read, so that it goes down from
 * here too; at the start and each hour, rules follow whatever takes effect by a date, and each hour the
 * whole ledger is read once more. Returns its own undo.
 */
export function followingCity(
  city: Pick<CityRoom, 'takeOwn' | 'catchUp' | 'verify'>,
  clock: Clock,
  failed: (error: unknown) => void,
): () => void {
  let stop = () => {};
  let isOver = false;
  const look = async (minute: number) => {
    try {
      await city.catchUp();
      // Also what no catching up looks at again: an old line that somebody changed.
      if (minute > 0 && minute % OFTEN === 0) await city.verify();
      if (minute % OFTEN === 0)
        await city.takeOwn({ type: 'sent.rules' }, { person: null, role: null, scope: null });
    } catch (error) {
      failed(error);
    }
    if (!isOver) stop = clock.after(MINUTE, () => void look(minute + 1));
  };
  void look(0);
  return () => {
    isOver = true;
    stop();
  };
}
