import { signal } from '@preact/signals';
import type { TabName } from '../../shared/views/badges.ts';

/** `#today/ticket/A012` as its parts; an address that cannot be read is an empty one. */
function read(): readonly string[] {
  try {
    return location.hash.slice(1).split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return [];
  }
}

/** Where in the panel this page is; links move it, and so does the browser's way back. */
export const place = signal(read());

addEventListener('hashchange', () => {
  place.value = read();
});

/** A page's address, or that of a place within it. */
export const addressOf = (tab: TabName, ...path: readonly string[]) =>
  `#${[tab, ...path].map(encodeURIComponent).join('/')}`;

export function goTo(tab: TabName, ...path: readonly string[]): void {
  location.hash = addressOf(tab, ...path);
}
