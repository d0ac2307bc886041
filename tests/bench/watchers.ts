import type { Published } from '../../shared/wire.ts';
import type { Watched, Watching } from './fanout.ts';
import { connected, connectedAll, press, take, type Wire, watch } from './screens.ts';

/** Milliseconds between two changes: more than the frame within which changes are gathered. */
const APART = 25;

/** The newest place in the ledger that a view has stood on; the limit's texts stand on none. */
let newest = 0;

/** Resolves once every screen shows something that was not so before, at the time of the last. */
function toldAll(screens: readonly Wire[]): Promise<number> {
  const before = newest;
  let left = screens.length;
  return new Promise((done) => {
    for (const screen of screens) {
      const hears = ({ rev = before + 1 }: Partial<Published>) => {
        // What is merely foreseen anew is no change that anybody pressed for.
        if (rev <= before) return;
        newest = Math.max(newest, rev);
        screen.off('view', hears);
        if (--left === 0) done(performance.now());
      };
      screen.on('view', hears);
    }
  });
}

/** Changes that are not timed: a server that has just begun still runs half interpreted; later, few. */
const WARM = 50;
const AGAIN = 5;

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
    const warms = taken.length === 0 ? WARM : AGAIN;
    for (let n = 0; n < warms; n++) await change();
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
