import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { dice } from '../kit/dice.ts';
import { openBranch, startHouse } from '../kit/house.ts';
import { type HubRig, idAt, NINE, startHub } from '../kit/hub.ts';
import { take } from '../kit/visit.ts';

const SEED = Number(process.env.TINGTANG_SEED ?? 12);
const FRAMES = Number(process.env.TINGTANG_FUZZ ?? 3000);

/** Raw Engine.IO polling, so that a test can send what no client would. */
async function polling(rig: HubRig, token?: string) {
  const url = `${rig.url}/socket.io/?EIO=4&transport=polling`;
  const opened = await (await fetch(url)).text();
  const { sid } = JSON.parse(opened.slice(1));
  const send = (body: string) =>
    fetch(`${url}&sid=${sid}`, { method: 'POST', body, headers: { 'content-type': 'text/plain' } })
      .then((res) => res.status)
      .catch(() => 0);
  await send(`40${JSON.stringify({ protocol: 1, token })}`);
  return send;
}

const command = JSON.stringify({ ...take, id: idAt(NINE) });
const known = [
  // Binary attachments that are named and never sent, or named as something else.
  '51-["command",{"_placeholder":true,"num":0}]',
  '51-["command",{"_placeholder":true,"num":"splice"}]',
  '452-["command",{"_placeholder":true,"num":10}]',
  '4599999999999999-["x"]',
  // Reserved and inherited event names, events that are no names.
  '42["connect"]',
  '42["disconnect"]',
  '42["connect_error",{}]',
  '42["newListener"]',
  '42["__proto__",{}]',
  '42["constructor"]',
  '42[null]',
  '42[{}]',
  '42[["command"]]',
  '42{}',
  '42',
  '42["command"',
  `42["command",${command.slice(0, -5)}]`,
  // Acknowledgements of nothing, and ids that are none.
  '430["x"]',
  '43999999999999999999[]',
  '42-1["beat"]',
  '4299999999999999999999["beat"]',
  // Namespaces.
  '40/admin,{}',
  '42/admin,["command"]',
  '41',
  '44{"message":"x"}',
  `40${'/'.repeat(5000)},`,
  '9',
  '',
  '\u0000',
  'b',
  `b${'A'.repeat(1000)}`,
  `42["watch",${'['.repeat(9000)}${']'.repeat(9000)}]`,
  '42["watch"]',
  '42["unwatch",null]',
  '421["beat"]',
  '42["beat","no function"]',
  '42["request",{"type":"person.signIn"}]',
];

function mangled(die: () => number): string {
  const base = known[Math.floor(die() * known.length)] ?? '';
  const at = Math.floor(die() * (base.length + 1));
  const noise = String.fromCharCode(Math.floor(die() * 256));
  if (die() < 0.3) return base.slice(0, at);
  if (die() < 0.5) return base.slice(0, at) + noise + base.slice(at + 1);
  return base.slice(0, at) + noise.repeat(1 + Math.floor(die() * 40)) + base.slice(at);
}

test(`A12: known payload bugs and ${FRAMES} mangled frames end no process and leave no fact`, async () => {
  const { rig, token } = await openBranch();
  const before = rig.hub.pipeline.lobby.visit.tickets.size;
  const seq = String(await rig.disk.read('/data/ledger/2026-11-24.jsonl'));
  const facts = (text: string) => text.match(/"type":"(?!device\.o)[a-z]+\.[a-zA-Z]+"/g)?.length;
  const die = dice(SEED);
  const frames = [...known, ...Array.from({ length: FRAMES }, () => mangled(die))];
  for (let i = 0; i < frames.length; i += 60) {
    // Most lines die of what they are sent; each batch gets a fresh one, half of them unpaired.
    const send = await polling(rig, i % 120 ? undefined : token.display);
    await Promise.all(frames.slice(i, i + 60).map(send));
  }
  expect((await fetch(`${rig.url}/livez`)).status, `seed ${SEED}`).toBe(200);
  expect(rig.hub.pipeline.lobby.visit.tickets.size).toBe(before);
  const now = String(await rig.disk.read('/data/ledger/2026-11-24.jsonl'));
  expect(facts(now), `seed ${SEED}`).toBe(facts(seq));
}, 60_000);

test('A12: mangled HTTP ends no process', async () => {
  const rig = await startHub();
  const { port } = new URL(rig.url);
  const die = dice(SEED);
  const whole = `POST /api/commands HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: ${command.length}\r\nConnection: close\r\n\r\n`;
  const line = (bytes: string) =>
    new Promise<void>((done) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.end(bytes, 'latin1'));
      socket.on('error', () => done());
      socket.on('close', () => done());
      socket.resume();
    });
  const mangle = () => {
    const at = Math.floor(die() * whole.length);
    const noise = String.fromCharCode(Math.floor(die() * 256)).repeat(1 + Math.floor(die() * 300));
    return whole.slice(0, at) + noise + whole.slice(at + 1);
  };
  for (let i = 0; i < 20; i++) await Promise.all(Array.from({ length: 20 }, () => line(mangle())));
  const paths = ['/api/views/%', '/api/views/%00', '/..%2f..%2fetc/passwd', '/%c0%ae', '//evil'];
  for (const path of paths)
    await line(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
  const deep = '['.repeat(30_000);
  const body = await fetch(`${rig.url}/api/commands`, {
    ...{ method: 'POST', body: deep + ']'.repeat(30_000) },
    headers: { 'content-type': 'application/json' },
  });
  expect(body.status).toBe(400);
  expect((await fetch(`${rig.url}/livez`)).status, `seed ${SEED}`).toBe(200);
  expect(rig.hub.pipeline.lobby.visit.tickets.size).toBe(0);
}, 30_000);

test('A12: a command whose acknowledgement is no function is answered to nobody', async () => {
  const rig = await startHouse();
  const send = await polling(rig);
  for (const frame of known) await send(frame);
  expect(rig.hub.pipeline.lobby.visit.tickets.size).toBe(0);
});
