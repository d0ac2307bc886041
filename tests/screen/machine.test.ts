import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../kit/ledgers.ts';

const script = fileURLToPath(new URL('../../kiosk/machine/linux/tingtang-screen', import.meta.url));

/** Starts a screen with a browser that only writes down how it was called. */
async function started(url: string, patience = 5) {
  const home = await temporaryFolder();
  const browser = join(home, 'browser');
  await writeFile(browser, '#!/bin/sh\nprintf "%s\\n" "$@" > "$0.called"\n');
  await chmod(browser, 0o755);
  const env = {
    ...{ PATH: process.env.PATH, HOME: home, TINGTANG_PROFILE: join(home, 'profile') },
    ...{ TINGTANG_BROWSER: browser, TINGTANG_PATIENCE: String(patience) },
  };
  const run = async () => {
    const child = spawn(script, [url], { env, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (bytes) => {
      said += bytes;
    });
    const [code] = await once(child, 'close');
    const called = await readFile(`${browser}.called`, 'utf8').catch(() => '');
    return { code, said, called: called.trim().split('\n') };
  };
  return { home, run };
}

async function hubAt(port: number): Promise<Server> {
  const hub = createServer((req, res) => res.writeHead(req.url === '/livez' ? 200 : 404).end());
  await new Promise<void>((done) => hub.listen(port, '127.0.0.1', done));
  onTestFinished(() => void hub.close());
  return hub;
}
const portOf = (server: Server) => (server.address() as { port: number }).port;

test('a screen starts full, without gestures, questions or bubbles', async () => {
  const url = `http://127.0.0.1:${portOf(await hubAt(0))}/kiosk/ticket/`;
  const { run } = await started(url);
  const { code, called } = await run();
  expect(code).toBe(0);
  expect(called.at(-1)).toBe(url);
  for (const flag of ['--kiosk', '--noerrdialogs', '--disable-pinch', '--no-first-run'])
    expect(called).toContain(flag);
  expect(called).toContain('--autoplay-policy=no-user-gesture-required');
});

test('a screen waits for a hub that comes a little later', async () => {
  const probe = await hubAt(0);
  const port = portOf(probe);
  await new Promise((done) => probe.close(done));
  const { run } = await started(`http://127.0.0.1:${port}/display/lobby/`, 20);
  const running = run();
  const early = await Promise.race([
    running,
    new Promise((done) => setTimeout(done, 1500, 'waits')),
  ]);
  expect(early).toBe('waits');
  await hubAt(port);
  expect((await running).called.at(-1)).toContain('/display/lobby/');
});

test('without a hub the browser is started all the same, to show its own copy', async () => {
  const { run } = await started('http://127.0.0.1:9/kiosk/ticket/', 1);
  expect((await run()).called.at(-1)).toBe('http://127.0.0.1:9/kiosk/ticket/');
});

test('after a power cut the browser does not ask whether to restore anything', async () => {
  const { home, run } = await started('http://127.0.0.1:9/', 0);
  const preferences = join(home, 'profile', 'Default', 'Preferences');
  await mkdir(join(home, 'profile', 'Default'), { recursive: true });
  await writeFile(preferences, '{"profile":{"exit_type":"Crashed","exited_cleanly":false}}');
  await run();
  const { profile } = JSON.parse(await readFile(preferences, 'utf8'));
  expect(profile).toEqual({ exit_type: 'Normal', exited_cleanly: true });
});

test('what is no address, and a browser that is not there, are said', async () => {
  const { run } = await started('kiosk/ticket');
  expect(await run()).toMatchObject({
    code: 2,
    said: expect.stringContaining('begin with http://'),
  });
});
