import type { Watched, Watching } from './fanout.ts';
import { connected, connectedAll, press, take, type Wire, watch } from './screens.ts';

/** Milliseconds between two changes: more than the frame within which changes are gathered. */
const APART = 25;

/** Resolves once every screen has been told something, at the time of the last. */
function toldAll(screens: readonly Wire[]): Promise<number> {
  let left = screens.length;
  return new Promise((done) => {
    for (const screen of screens)
      screen.once('view', () => {
        if (--left === 0) done(performance.now());
      });
  });
}

process.on('message', async (watching: Watching) => {
  const { url, of, changes } = watching;
  const screens = await connectedAll(url, watching.screens);
  const presser = await connected(url);
  if (of === 'hub') for (const screen of screens) await watch(screen, { name: 'lobby' });
  let bytes = 0;
  screens[0]?.on('view', (view) => {
    bytes = Buffer.byteLength(JSON.stringify(view));
  });
  const taken: number[] = [];
  for (let n = 0; n < changes; n++) {
    await new Promise((done) => setTimeout(done, APART));
    const told = toldAll(screens);
    const begun = performance.now();
    if (of === 'hub') void press(presser, take);
    else presser.emit('say' as 'beat', () => {});
    taken.push((await told) - begun);
  }
  process.send?.({ taken, bytes } satisfies Watched);
});
