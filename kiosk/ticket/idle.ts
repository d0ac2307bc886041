import { useEffect, useRef, useState } from 'preact/hooks';

/** Seconds without a touch until the countdown shows, and how long that lasts. */
export interface Patience {
  readonly quiet: number;
  readonly countdown: number;
}

/**
 * After `quiet` seconds without a touch a countdown runs, then `over` is called; any touch starts
 * it all again. Gives the seconds left while the countdown shows, else null. Off: does nothing.
 */
export function useIdle(on: boolean, { quiet, countdown }: Patience, over: () => void) {
  const [left, setLeft] = useState<number | null>(null);
  const ended = useRef(over);
  ended.current = over;

  useEffect(() => {
    if (!on) return;
    let touched = performance.now();
    const touch = () => {
      touched = performance.now();
      setLeft(null);
    };
    const look = () => {
      const spent = (performance.now() - touched) / 1000;
      if (spent < quiet) return;
      if (spent < quiet + countdown) return setLeft(Math.ceil(quiet + countdown - spent));
      touch();
      ended.current();
    };
    const timer = setInterval(look, 250);
    for (const name of TOUCHES) document.addEventListener(name, touch);
    return () => {
      clearInterval(timer);
      for (const name of TOUCHES) document.removeEventListener(name, touch);
      setLeft(null);
    };
  }, [on, quiet, countdown]);
  return left;
}

const TOUCHES = ['pointerdown', 'keydown'] as const;
