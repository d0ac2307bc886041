import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { COMING_BACK } from '../../shared/screen/ways.ts';
import { type ClientToHub, type HubToClient, PROTOCOL } from '../../shared/wire.ts';
import { press } from '../kit/door.ts';
import { temporaryFolder } from '../kit/ledgers.ts';
import { startProcess } from '../kit/process.ts';
import { take } from '../kit/visit.ts';

const SCREENS = 50;
type HubSocket = Socket<HubToClient, ClientToHub>;

/** A screen as the pages open theirs; `seen` is told how many wait, each time it is told. */
function watching(url: string, seen: (waiting: number, since: number) => void): HubSocket {
  const auth = { protocol: PROTOCOL };
  const socket: HubSocket = io(url, {
    ...{ transports: ['websocket'], auth, forceNew: true },
    ...COMING_BACK,
  });
  onTestFinished(() => void socket.disconnect());
  socket.on('connect', () =>
    socket.emit('watch', { name: 'kiosk' }, (answer) => {
      if ('view' in answer && 'waiting' in answer.view)
        seen(answer.view.waiting, performance.now());
    }),
  );
  return socket;
}

test('P11: fifty screens are back within fifteen seconds, and not all in one wave', async ({
  annotate,
}) => {
  const folder = await temporaryFolder();
  let hub = await startProcess(folder);
  onTestFinished(() => hub.kill());
  const { url } = hub;
  const arrivals: number[] = [];
  let waiting = 0;
  const all = Array.from({ length: SCREENS }, () =>
    watching(url, (shown, at) => shown === waiting && arrivals.push(at)),
  );
  await expect.poll(() => arrivals.length, { timeout: 20_000 }).toBe(SCREENS);
  expect(await press(hub, '', take)).toMatchObject({ ok: true });
  await hub.kill();
  waiting = 1;
  arrivals.length = 0;
  // Long enough for each of them to have tried in vain more than once.
  await new Promise((done) => setTimeout(done, 3000));
  const from = performance.now();
  hub = await startProcess(folder, { port: Number(new URL(url).port) });
  const up = performance.now();
  await expect.poll(() => arrivals.length, { timeout: 15_000 - (up - from) }).toBe(SCREENS);
  const after = arrivals.map((at) => at - from).sort((a, b) => a - b);
  expect(after.at(-1)).toBeLessThan(15_000);
  const inOneWave = after.map((at) => after.filter((t) => t >= at && t < at + 100).length);
  expect(Math.max(...inOneWave), `${after.map(Math.round)}`).toBeLessThanOrEqual(SCREENS / 2);
  expect(all.every((socket) => socket.connected)).toBe(true);
  await annotate(`the last of ${SCREENS} screens: ${Math.round(after.at(-1) ?? 0)} ms`, 'measured');
}, 60_000);
