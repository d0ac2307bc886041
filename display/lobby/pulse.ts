import { useEffect, useState } from 'preact/hooks';

/** Milliseconds between two shades, and how much paper is in each, percent: two seconds a pulse. */
const STEP = 200;
const SHADES = [0, 2, 6, 12, 16, 18, 16, 12, 6, 2] as const;

/**
 * A slow pulse in a few shades a second, each too near the last to be seen as a step. An animation of
 * the style would draw sixty, and most panels draw with their processor: the next number, and the hub
 * where it shares the machine, would wait for it.
 */
export function usePulse(pulses: boolean): string {
  const [step, setStep] = useState(0);
  useEffect(() => {
    setStep(0);
    if (!pulses || matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const timer = setInterval(() => setStep((n) => n + 1), STEP);
    return () => clearInterval(timer);
  }, [pulses]);
  return `${SHADES[step % SHADES.length]}%`;
}
