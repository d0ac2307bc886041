import { type ReadonlySignal, signal } from '@preact/signals';

export type LinkStatus = 'connecting' | 'live' | 'lost';

/** Silence that means lost: the hub beats every 2 s. A break shorter than BLINK is not shown. */
const SILENCE = 4500;
const BLINK = 1500;

/**
 * Whether the hub is there, judged by its beat and not by the socket, which can look open for
 * minutes after the cable was pulled. Times are monotonic milliseconds.
 */
export function liveness(monotonic: () => number = () => performance.now()) {
  const status = signal<LinkStatus>('connecting');
  let heard = monotonic();
  let broken: number | null = heard;

  const judge = (): LinkStatus => {
    const now = monotonic();
    const silent = now - heard > SILENCE;
    if (broken === null && !silent) return 'live';
    const patience = status.value === 'live' ? BLINK : SILENCE;
    return silent || (broken !== null && now - broken > patience) ? 'lost' : status.value;
  };

  return {
    status: status as ReadonlySignal<LinkStatus>,
    beat(): void {
      heard = monotonic();
      broken = null;
      status.value = 'live';
    },
    broke(): void {
      broken ??= monotonic();
    },
    /** Looks at the clock; true when an open socket has been silent too long. */
    look(): boolean {
      status.value = judge();
      return broken === null && status.value === 'lost';
    },
  };
}
