import type { KioskView } from '../../shared/views/kiosk.ts';

/** Another build of this page may need other things of a view. */
const NAME = `tingtang.kiosk.view ${new URL(import.meta.url).pathname}`;

/** Milliseconds between two writings. */
const SELDOM = 5000;

export function readLastView(): KioskView | null {
  try {
    return JSON.parse(localStorage.getItem(NAME) ?? 'null');
  } catch {
    return null;
  }
}

/** Keeps what the kiosk last showed, for a start without the hub. */
export function keepingLastView() {
  let last = Number.NEGATIVE_INFINITY;
  return (view: KioskView): void => {
    if (performance.now() - last < SELDOM) return;
    last = performance.now();
    try {
      localStorage.setItem(NAME, JSON.stringify(view));
    } catch {
      // Then a start without the hub has nothing to show.
    }
  };
}
