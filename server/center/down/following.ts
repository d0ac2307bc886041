import type { Clock } from '../../clock.ts';
import type { CityRoom } from '../city/room.ts';

const MINUTE = 60_000;
/** Minutes between two looks at what a date has brought. */
const OFTEN = 60;

/**
 * What nobody presses: each minute what other servers have decided is read, so that it goes down from
 * here too; at the start and each hour, rules follow whatever takes effect by a date. Returns its own undo.
 */
export function followingCity(
  city: Pick<CityRoom, 'takeOwn' | 'catchUp'>,
  clock: Clock,
  failed: (error: unknown) => void,
): () => void {
  let stop = () => {};
  let isOver = false;
  const look = async (minute: number) => {
    try {
      await city.catchUp();
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
