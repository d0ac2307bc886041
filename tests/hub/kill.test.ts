import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { type Answer, type ClientToHub, type HubToClient, PROTOCOL } from '../../shared/wire.ts';
import { dice } from '../kit/dice.ts';
import { idAt } from '../kit/hub.ts';
import { temporaryFolder } from '../kit/ledgers.ts';
import { type Running, ran, startProcess } from '../kit/process.ts';

type Client = Socket<HubToClient, ClientToHub>;

/** Takes tickets as fast as it can, and writes down every id that was acknowledged. */
function customer(url: string, acknowledged: Map<string, string>): Client {
  const socket: Client = io(url, {
    ...{ transports: ['websocket'], auth: { protocol: PROTOCOL }, reconnection: false },
  });
  const press = () => {
    const id = idAt(Date.now());
    const take = { id, type: 'ticket.issue', service: 'cash', class: 'ordinary', by: 'kiosk' };
    socket.emit('command', take, (answer: Answer) => {
      if (answer.ok && answer.number) acknowledged.set(id, answer.number);
      press();
    });
  };
  socket.on('connect', press);
  return socket;
}

interface Line {
  id: string;
  facts: { type: string; number?: string }[];
}

function ledgerOf(folder: string): Line[] {
  const days = join(folder, 'ledger');
  return readdirSync(days).flatMap((name) =>
    readFileSync(join(days, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Line),
  );
}

test('P1: kill -9 under load loses and doubles nothing that was acknowledged', async () => {
  const seed = 20_261_124;
  const random = dice(seed);
  const folder = await temporaryFolder();
  const acknowledged = new Map<string, string>();
  let hub: Running | null = null;
  onTestFinished(() => hub?.kill());
  for (let round = 0; round < 8; round++) {
    hub = await startProcess(folder);
    const { url } = hub;
    const clients = Array.from({ length: 8 }, () => customer(url, acknowledged));
    await new Promise((done) => setTimeout(done, 60 + random() * 250));
    await hub.kill();
    for (const client of clients) client.disconnect();
  }
  hub = await startProcess(folder);
  expect(await hub.end()).toBe(0);
  const lines = ledgerOf(folder);
  const ids = new Set(lines.map((line) => line.id));
  const lost = [...acknowledged.keys()].filter((id) => !ids.has(id));
  const numbers = lines.flatMap((l) => l.facts.flatMap((f) => (f.number ? [f.number] : [])));
  expect(acknowledged.size, `seed ${seed}`).toBeGreaterThan(200);
  expect(lost, `seed ${seed}`).toEqual([]);
  expect(ids.size, `seed ${seed}`).toBe(lines.length);
  expect(new Set(numbers).size, `seed ${seed}`).toBe(numbers.length);
  const verified = await ran('verify', [folder]);
  expect(verified.output).toMatch(/^ok {2}\d+ entries, head/);
  expect(verified.code).toBe(0);
}, 60_000);

test('a port in use is one clear line and exit 1', async () => {
  const taken = createServer();
  const port = await new Promise<number>((done) =>
    taken.listen(0, '127.0.0.1', () => done((taken.address() as { port: number }).port)),
  );
  onTestFinished(() => void taken.close());
  const { code, output } = await ran('hub', [
    '--port',
    `${port}`,
    '--data',
    await temporaryFolder(),
  ]);
  expect(output.trim().split('\n')).toEqual([
    `Port ${port} is in use: stop that program, or choose another with --port.`,
  ]);
  expect(code).toBe(1);
});

test('a folder that cannot be one is one clear line and exit 1', async () => {
  const { code, output } = await ran('hub', ['--port', '0', '--data', '/dev/null/data']);
  expect(output.trim().split('\n')).toHaveLength(1);
  expect(output).toContain('is not a folder: choose another one with --data');
  expect(code).toBe(1);
});

test('a second hub on the same folder is told who holds it', async () => {
  const folder = await temporaryFolder();
  const hub = await startProcess(folder);
  onTestFinished(() => hub.kill());
  const { code, output } = await ran('hub', ['--port', '0', '--data', folder]);
  expect(output).toContain(`in use by process ${hub.process.pid}`);
  expect(code).toBe(1);
});
