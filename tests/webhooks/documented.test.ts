import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { toldTypes } from '../../server/webhooks/events.ts';
import { send } from '../../server/webhooks/send.ts';
import { repository } from '../deploy/repository.ts';
import { temporaryFolder } from '../kit/ledgers.ts';
import { SECRET } from './receiver.ts';

const page = readFileSync(repository('docs/webhooks.md'), 'utf8');

test('the page names every event that is told, and no other', () => {
  const rows = page.split('\n').filter((line) => /^\| `[a-z]+\./.test(line));
  const named = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, type = '']) => type),
  );
  expect(named.sort()).toEqual([...toldTypes].sort());
});

const freePort = () =>
  new Promise<number>((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });

test('the receiver on the page takes what the hub signs, once, and nothing else', async () => {
  const [, program = ''] = /```js\n(.*?)```/s.exec(page) ?? [];
  const file = join(await temporaryFolder(), 'receiver.mjs');
  writeFileSync(file, program);
  const port = await freePort();
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, SECRET, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill());
  let said = '';
  child.stdout.on('data', (bytes) => {
    said += bytes;
  });
  const hook = { id: 'page', url: `http://127.0.0.1:${port}/`, secret: SECRET };
  const event = { id: '1.0.a', branch: 'b', type: 'ticket.called', at: 1, ticket: 't' } as const;
  const never = new AbortController().signal;
  const now = performance.timeOrigin + performance.now();
  const told = async () => {
    for (let waited = 0; ; waited += 50) {
      const came = await send(hook, [event], now, never);
      if (came.is === 'taken' || waited > 10_000) return came;
      await new Promise((done) => setTimeout(done, 50));
    }
  };
  expect(await told()).toEqual({ is: 'taken' });
  expect(await send(hook, [event], now, never)).toEqual({ is: 'taken' });
  expect(said).toBe('ticket.called t\n');
  const forged = { ...hook, secret: 'cd'.repeat(32) };
  expect(await send(forged, [event], now, never)).toEqual({ is: 'later', why: 'http 401' });
  const old = now - 3_600_000;
  expect(await send(hook, [event], old, never)).toEqual({ is: 'later', why: 'http 401' });
});
