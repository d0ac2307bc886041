import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** Each showing stays so long, milliseconds: time to read it twice. */
const STAYS = 10_000;

/**
 * A list that is longer than its place is shown in turn, by whole entries: nothing is set smaller
 * and nothing is cut. Gives the entry to begin with; the style hides what lies outside.
 */
export function useInTurn(list: RefObject<HTMLElement | null>, entries: number): number {
  const [from, begin] = useState(0);
  useLayoutEffect(() => {
    const timer = setInterval(() => {
      begin((now) => (now + seenIn(list.current) < entries ? now + seenIn(list.current) : 0));
    }, STAYS);
    return () => clearInterval(timer);
  }, [entries]);
  return from < entries ? from : 0;
}

/** How many entries stand inside their list, at least one. */
function seenIn(list: HTMLElement | null): number {
  if (!list) return 1;
  const { right, bottom } = list.getBoundingClientRect();
  const inside = [...list.children].filter((child) => {
    const box = child.getBoundingClientRect();
    return box.right <= right + 1 && box.bottom <= bottom + 1;
  });
  return Math.max(1, inside.length);
}
