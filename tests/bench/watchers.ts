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

/** Changes that are not timed: a server that has just begun still runs half interpreted. */
const WARM = 60;

process.on('message', async ({ url, of, screens, changes }: Watching) => {
  const presser = await connected(url);
  const all: Wire[] = [];
  let bytes = 0;
  const change = async () => {
    await new Promise((done) => setTimeout(done, APART));
    const told = toldAll(all);
    const begun = performance.now();
    if (of === 'hub') void press(presser, take);
    else presser.emit('say' as 'beat', () => {});
    return (await told) - begun;
  };
  const taken: number[][] = [];
  for (const many of screens) {
    const more = await connectedAll(url, many - all.length);
    if (of === 'hub') for (const screen of more) await watch(screen, { name: 'lobby' });
    all.push(...more);
    for (let n = 0; n < WARM; n++) await change();
    const times: number[] = [];
    for (let n = 0; n < changes; n++) times.push(await change());
    taken.push(times);
  }
  all[0]?.once('view', (view) => {
    bytes = Buffer.byteLength(JSON.stringify(view));
  });
  await change();
  process.send?.({ taken, bytes } satisfies Watched);
});
