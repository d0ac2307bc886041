import { atRest, surely } from './surely.ts';

let asked = false;

/**
 * The program's own letters, once a page shows something: their hundred slices cost a small machine a
 * quarter of a second, and a page set with them before its first view is set three times. Until they
 * are there the machine's own letters stand in.
 */
export function fetchLetters(): void {
  if (asked) return;
  asked = true;
  void atRest().then(() => surely(() => import('./letters.css')));
}
