import type { Clock } from '../clock.ts';
import type { Photos } from './store.ts';

const HOUR = 3_600_000;

/**
 * Each hour, photos of forms that were never sent are removed; while the history is not known to be
 * sound nothing is. Returns what stops it.
 */
export function startSweeping(
  photos: Photos,
  { clock, isSound, say }: { clock: Clock; isSound: () => boolean; say: (line: string) => void },
): () => void {
  let stop = () => {};
  const again = () => {
    stop = clock.after(HOUR, () => {
      again();
      if (!isSound()) return;
      void photos
        .sweep()
        .then((n) => n > 0 && say(`${n} photos that nothing names were removed.`))
        .catch((error) => say(`Photos could not be swept: ${error}`));
    });
  };
  again();
  return () => stop();
}
