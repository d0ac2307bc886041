import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseCommand, parseRequest } from '../../server/parse.ts';
import { dice } from '../kit/dice.ts';
import { get, openPanel, pair, post, setUpCodeIn } from '../kit/door.ts';
import { temporaryFolder } from '../kit/ledgers.ts';
import { type Running, startProcess } from '../kit/process.ts';
import { sampleCommands, sampleRequests } from '../kit/samples.ts';
import {
  known,
  mangledFrame,
  mangledObject,
  mangledRequest,
  polling,
  rawLine,
  websocket,
} from './frames.ts';

const SEED = Number(process.env.TINGTANG_SEED ?? 12);
/** In all; `npm run test:attacks` sends a hundred thousand. */
const ALL = Number(process.env.TINGTANG_FUZZ ?? 3000);

interface Target {
  readonly hub: Running;
  /** Everything in the ledger but who came and went. */
  readonly facts: () => Promise<string[]>;
}

async function target(...args: string[]): Promise<Target> {
  const folder = await temporaryFolder();
  const hub = await startProcess(folder, { args });
  onTestFinished(() => hub.kill());
  const facts = async () => {
    const files = (await readdir(join(folder, 'ledger'))).sort();
    const texts = await Promise.all(files.map((f) => readFile(join(folder, 'ledger', f), 'utf8')));
    return texts.join('').match(/"type":"(?!device\.o)[a-z]+\.[a-zA-Z]+"/g) ?? [];
  };
  return { hub, facts };
}

const DIED = `seed ${SEED}: TINGTANG_SEED=${SEED} TINGTANG_FUZZ=${ALL}`;

async function lives({ hub }: Target): Promise<void> {
  expect(hub.process.exitCode, `${DIED}: ${hub.output().slice(-2000)}`).toBeNull();
  expect((await fetch(`${hub.url}/livez`)).status, DIED).toBe(200);
}

/** Sends `count` in lanes, so that many are on their way at once. */
async function inLanes(count: number, each: number, send: (n: number) => Promise<unknown>) {
  let next = 0;
  const lane = async () => {
    while (next < count) {
      const n = Math.min(each, count - next);
      next += n;
      await send(n);
    }
  };
  await Promise.all(Array.from({ length: 12 }, lane));
}

test(`A12: ${ALL} mangled frames and requests end no process and leave no fact`, async () => {
  const die = dice(SEED);
  const paired = await target('--pair');
  const panel = await openPanel(paired.hub, setUpCodeIn(paired.hub.output()));
  const { token } = await pair(paired.hub, panel, 'display');
  const open = await target();
  const [before, openBefore] = [await paired.facts(), await open.facts()];
  const frames = (n: number) => Array.from({ length: n }, () => mangledFrame(die));
  const whose = () => (die() < 0.5 ? token : undefined);

  // Most lines die of what they are sent; each batch gets a fresh one, half of them unpaired.
  await inLanes(ALL * 0.3, 40, async (n) => {
    const send = await polling(paired.hub, whose());
    for (const frame of frames(n)) await send(frame);
    await send('1');
  });
  await inLanes(ALL * 0.3, 25, (n) => websocket(paired.hub, frames(n), die, whose()));
  await inLanes(ALL * 0.25, 1, () => nonsense(open.hub, die));
  await inLanes(ALL * 0.15, 1, () =>
    rawLine(open.hub, (socket) => socket.end(mangledRequest(open.hub, die), 'latin1')),
  );

  await lives(paired);
  await lives(open);
  expect(await paired.facts(), DIED).toEqual(before);
  expect(await open.facts(), DIED).toEqual(openBefore);
  const still = (await get(paired.hub, '/api/views/lobby', token)).status;
  expect(still, 'the display is still let in').toBe(200);
}, 3_600_000);

const commands = sampleCommands({ role: 'loopback', person: null });

/** A command or a request with something wrong in it; what happens to be well formed is not sent. */
async function nonsense(hub: Running, die: () => number): Promise<void> {
  const isCommand = die() < 0.7;
  const all: readonly object[] = isCommand ? commands : sampleRequests;
  const base = all[Math.floor(die() * all.length)] ?? {};
  const id = '019ac000-0000-7000-8000-000000000001';
  const body = mangledObject(isCommand ? { id, ...base } : base, die);
  if ((isCommand ? parseCommand(body) : parseRequest(body)).ok) return;
  const { status } = await post(hub, isCommand ? '/api/commands' : '/api/requests', body);
  expect(status, JSON.stringify(body)).toBe(400);
}

test('A12: published payload bugs and odd addresses, one by one, end no process', async () => {
  const at = await target();
  const before = await at.facts();
  const { host } = new URL(at.hub.url);
  for (const frame of known) await (await polling(at.hub))(frame);
  await websocket(at.hub, known, () => 0.5);
  const paths = ['/api/views/%', '/api/views/%00', '/..%2f..%2fetc/passwd', '/%c0%ae', '//evil'];
  for (const path of paths)
    await rawLine(at.hub, (socket) =>
      socket.end(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    );
  const deep = await fetch(`${at.hub.url}/api/commands`, {
    ...{ method: 'POST', body: '['.repeat(30_000) + ']'.repeat(30_000) },
    headers: { 'content-type': 'application/json' },
  });
  expect(deep.status).toBe(400);
  await lives(at);
  expect(await at.facts()).toEqual(before);
}, 60_000);
