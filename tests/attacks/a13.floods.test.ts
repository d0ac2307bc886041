import { once } from 'node:events';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { PROTOCOL } from '../../shared/wire.ts';
import { type Branch, device, openBranch } from '../kit/house.ts';
import type { HubRig, Screen } from '../kit/hub.ts';
import { take } from '../kit/visit.ts';

/**
 * How much slower a kiosk's presses became while `attack` went on, the slowest in a hundred: in
 * milliseconds over what they took just before, for this machine may be busy with other things.
 */
async function slowedBy(branch: Branch, attack: () => Promise<unknown>): Promise<number> {
  const kiosk = await device(branch.rig, branch.token.kiosk);
  const before = process.memoryUsage().rss;
  const quiet = await p99(kiosk, new Promise((done) => setTimeout(done, 1500)));
  const meanwhile = await p99(kiosk, attack());
  expect(process.memoryUsage().rss - before, 'memory is bounded').toBeLessThan(BOUND);
  return meanwhile - quiet;
}

/**
 * A machine that halts for a fifth of a second now and then does so with and without an attack: only
 * an attack slows a hub each time it is tried.
 */
const SLOWS = { retry: 3, timeout: 30_000 } as const;

/** Bytes; the attackers of these tests live in the same process. */
const BOUND = 100 * 1024 * 1024;

async function p99(kiosk: Screen, meanwhile: Promise<unknown>): Promise<number> {
  const times: number[] = [];
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  meanwhile.then(over, over);
  while (!isOver || times.length < 20) {
    const from = performance.now();
    expect(await kiosk.send(take)).toMatchObject({ ok: true });
    times.push(performance.now() - from);
    await new Promise((done) => setTimeout(done, 60));
  }
  await meanwhile;
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
}

test('A13: a socket that floods is cut, and others do not notice', SLOWS, async () => {
  const branch = await openBranch();
  const flood = await device(branch.rig, branch.token.display);
  let cut = 'not at all';
  flood.socket.on('disconnect', (why) => {
    cut = why;
  });
  const slowest = await slowedBy(branch, async () => {
    // A thousand a second, as long as it is let.
    for (let spent = 0; spent < 2000 && flood.socket.connected; spent += 20) {
      for (let i = 0; i < 20; i++) flood.socket.emit('watch', { name: 'lobby' }, () => {});
      await new Promise((done) => setTimeout(done, 20));
    }
  });
  expect(cut).toBe('io server disconnect');
  expect(slowest).toBeLessThan(200);
  expect(branch.rig.logged.join('')).toContain('socket.flooded');
});

test(
  'A13: five hundred sockets from one place are held to a few, and others do not notice',
  SLOWS,
  async () => {
    const branch = await openBranch();
    let letIn = 0;
    const slowest = await slowedBy(branch, async () => {
      letIn = await crowd({ url: branch.rig.url, localAddress: '127.0.0.7', count: 500 });
    });
    expect(letIn).toBe(0);
    expect(slowest).toBeLessThan(200);
  },
);

/** How many of a crowd of sockets were let in. */
async function crowd(who: { url: string; localAddress: string; count: number }): Promise<number> {
  const workerData = { protocol: PROTOCOL, ...who };
  const worker = new Worker(new URL('./crowd.mjs', import.meta.url), { workerData });
  const [letIn] = await once(worker, 'message');
  await worker.terminate();
  return letIn;
}

/** Writes until the hub hangs up; resolves to bytes taken and the milliseconds that took. */
function pour(rig: HubRig, head: string, chunk: string, most: number, pause = 0) {
  const { port } = new URL(rig.url);
  return new Promise<{ bytes: number; ms: number; said: string }>((done) => {
    const from = performance.now();
    let said = '';
    let bytes = 0;
    const socket = connect(Number(port), '127.0.0.1');
    const over = () => {
      clearInterval(timer);
      done({ bytes, ms: performance.now() - from, said });
    };
    const write = () => {
      while (!socket.destroyed && bytes < most) {
        bytes += chunk.length;
        if (!socket.write(chunk) || pause) return;
      }
    };
    const timer = setInterval(() => pause && write(), pause || 1000);
    socket.on('data', (text) => {
      said += text;
    });
    socket.on('error', () => {});
    socket.on('close', over);
    socket.on('drain', write);
    socket.write(head);
    write();
  });
}

test(
  'A13: a body of 100 MB is refused before it is read, and its sender is let go',
  SLOWS,
  async () => {
    const branch = await openBranch();
    const { rig, token } = branch;
    const { host } = new URL(rig.url);
    const head = (bearer: string) =>
      `POST /api/commands HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n${bearer}Content-Length: 104857600\r\n\r\n`;
    const slowest = await slowedBy(branch, async () => {
      for (const bearer of ['', `Authorization: Bearer ${token.kiosk}\r\n`]) {
        const sent = await pour(rig, head(bearer), 'x'.repeat(65_536), 104_857_600);
        // The answer may be lost where the line is cut; that it is cut is what counts.
        expect(sent.said).toMatch(/^(HTTP\/1.1 40[01]|$)/);
        expect(sent.bytes).toBeLessThan(20_000_000);
      }
    });
    expect(slowest).toBeLessThan(200);
  },
);

test('A13: who sends headers a letter at a time is let go within seconds', async () => {
  const { rig } = await openBranch();
  const sent = await pour(rig, 'GET /livez HTTP/1.1\r\n', 'X', 100_000, 200);
  expect(sent.said).toMatch(/^HTTP\/1.1 408/);
  // The hub looks every second for whoever is over five; a machine that is slow looks later.
  expect(sent.ms).toBeLessThan(15_000);
}, 30_000);

test('A13: one address holds no more than its share of connections', async () => {
  const { rig } = await openBranch();
  const { port } = new URL(rig.url);
  let closed = 0;
  const all = Array.from({ length: 200 }, () => {
    const socket = connect({ port: Number(port), host: '127.0.0.1', localAddress: '127.0.0.8' });
    socket.on('error', () => {});
    socket.on('close', () => closed++);
    return socket;
  });
  await expect.poll(() => closed, { timeout: 15_000 }).toBeGreaterThanOrEqual(200 - 128);
  expect((await fetch(`${rig.url}/livez`)).status).toBe(200);
  for (const socket of all) socket.destroy();
});
