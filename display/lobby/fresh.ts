import { useEffect, useState } from 'preact/hooks';
import type { Link } from '../../shared/screen/link.ts';
import type { ShownCall } from '../../shared/views/lobby.ts';

/** A call pulses so long after it was made, milliseconds. */
const PULSES = 5000;

/**
 * Whether a call was made just now, by the hub's clock. Where a demo's clock runs faster, it still
 * pulses as long as eyes need.
 */
export function useFresh(link: Link, { number, lastAt }: ShownCall): boolean {
  const [calm, setCalm] = useState('');
  const call = `${number} ${lastAt}`;
  const { pace } = link.beat.value;
  const left = PULSES - (link.hubNow() - lastAt) / Math.max(1, pace);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(call), Math.max(0, left));
    return () => clearTimeout(timer);
  }, [call]);
  return calm !== call && left > 0;
}
