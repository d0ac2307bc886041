/** Milliseconds after its loading that a page has for itself: keeping all pages is work for seconds. */
const FIRST = 2000;

/**
 * Lets this browser keep all pages, so that a screen whose hub is not there yet starts all the same.
 * Browsers do so on https and on the machine itself; elsewhere a page lasts until it is closed.
 */
export function keepPages(): void {
  const { serviceWorker } = navigator;
  if (!serviceWorker) return;
  // What the screen itself needs comes first.
  const register = () => void serviceWorker.register('/worker.js').catch(() => {});
  const begin = () => void setTimeout(register, FIRST);
  if (document.readyState === 'complete') begin();
  else addEventListener('load', begin, { once: true });
}
