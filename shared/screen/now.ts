import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';

/** As much of a page's line as a running clock needs. */
export interface Ticking {
  readonly beat: ReadonlySignal<{ readonly pace: number }>;
  hubNow(): number;
}

/** At most ten showings a second, however fast a demo's clock runs. */
const BRIEFEST = 100;

/**
 * Hub time in milliseconds, shown anew on each whole `everyMs` of hub time. It stands still where
 * the hub's clock does.
 */
export function useNow(link: Ticking, everyMs = 1000): number {
  const [, show] = useState(0);
  const { pace } = link.beat.value;
  useEffect(() => {
    if (pace <= 0) return;
    let timer: ReturnType<typeof setTimeout>;
    const next = () => {
      show((n) => n + 1);
      const left = everyMs - (link.hubNow() % everyMs);
      timer = setTimeout(next, Math.max(BRIEFEST, left / pace));
    };
    next();
    return () => clearTimeout(timer);
  }, [link, everyMs, pace]);
  return link.hubNow();
}
