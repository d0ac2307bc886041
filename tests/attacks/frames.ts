import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { take } from '../kit/visit.ts';

/** Payloads of published bugs of Socket.IO and its parsers, and what else no client would ever send. */
const command = JSON.stringify({ ...take, id: '019ac000-0000-7000-8000-000000000001' });
export const known: readonly string[] = [
  // Binary attachments that are named and never sent, or named as something else.
  '51-["command",{"_placeholder":true,"num":0}]',
  '51-["command",{"_placeholder":true,"num":"splice"}]',
  '452-["command",{"_placeholder":true,"num":10}]',
  '4599999999999999-["x"]',
  // Reserved and inherited event names, events that are no names.
  ...['connect', 'disconnect', 'newListener', '__proto__', 'constructor', 'toString'].map(
    (name) => `42["${name}",{}]`,
  ),
  '42["connect_error",{}]',
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
  '421["request",{"type":"person.signIn","person":"t1","pin":"1"}]',
  '421["watch",{"name":"devices"}]',
];

type Die = () => number;
const one = <T>(all: readonly T[], die: Die) => all[Math.floor(die() * all.length)] as T;

/** A text cut off, changed in one place, or blown up there. */
export function mangled(base: string, die: Die): string {
  const at = Math.floor(die() * (base.length + 1));
  const noise = String.fromCharCode(Math.floor(die() * 256));
  if (die() < 0.3) return base.slice(0, at);
  if (die() < 0.5) return base.slice(0, at) + noise + base.slice(at + 1);
  return base.slice(0, at) + noise.repeat(1 + Math.floor(die() * 40)) + base.slice(at);
}

export const mangledFrame = (die: Die) => mangled(one(known, die), die);

const STRANGE: readonly unknown[] = [
  ...[null, true, 0, -1, 0.5, 1e308, '', ' ', '__proto__', 'constructor', '../../etc', '\u202e'],
  ...['x'.repeat(5000), [], {}, [[[[]]]], { toString: 1 }, '2026-11-24.1', '２', '1; DROP TABLE'],
];

/** A well-formed object with a field or two of it strange, gone or too many. */
export function mangledObject(base: object, die: Die): unknown {
  if (die() < 0.05) return one(STRANGE, die);
  const fields = Object.entries(base);
  for (let n = 1 + Math.floor(die() * 2); n > 0; n--) {
    const place = Math.floor(die() * fields.length);
    const [key = ''] = fields[place] ?? [];
    if (die() < 0.2) fields.splice(place, 1);
    else if (die() < 0.3) fields.push([mangled(key, die), one(STRANGE, die)]);
    else fields[place] = [key, one(STRANGE, die)];
  }
  return Object.fromEntries(fields);
}

export interface Port {
  readonly url: string;
}

/** Raw Engine.IO polling, so that a test can send what no client would. */
export async function polling({ url }: Port, token?: string) {
  const address = `${url}/socket.io/?EIO=4&transport=polling`;
  const { sid } = JSON.parse((await (await fetch(address)).text()).slice(1));
  const headers = { 'content-type': 'text/plain' };
  const send = (body: string) =>
    fetch(`${address}&sid=${sid}`, { method: 'POST', body, headers }).then(
      (res) => res.status,
      () => 0,
    );
  await send(`40${JSON.stringify({ protocol: 1, token })}`);
  return send;
}

/** A connection on which anything may be written; resolves once it is over. */
export function rawLine({ url }: Port, write: (socket: Socket) => void): Promise<void> {
  const { port, hostname } = new URL(url);
  return new Promise((done) => {
    const socket = connect(Number(port), hostname, () => write(socket));
    socket.setTimeout(3000, () => socket.destroy());
    socket.on('error', () => done());
    socket.on('close', () => done());
    socket.resume();
  });
}

export const mangledRequest = ({ url }: Port, die: Die) => {
  const head = `POST /api/commands HTTP/1.1\r\nHost: ${new URL(url).host}\r\nContent-Type: application/json\r\nContent-Length: ${command.length}\r\nConnection: close\r\n\r\n`;
  return mangled(head, die);
};

/** A websocket that keeps to no rule: wrong bits, wrong lengths, and mangled frames inside. */
export function websocket(at: Port, frames: readonly string[], die: Die, token?: string) {
  const upgrade = `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: ${new URL(at.url).host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`;
  return rawLine(at, (socket) => {
    socket.write(upgrade);
    socket.once('data', () => {
      socket.write(framed(`40${JSON.stringify({ protocol: 1, token })}`));
      for (const frame of frames) socket.write(die() < 0.7 ? framed(frame) : broken(frame, die));
      socket.end();
    });
  });
}

/** One text message, masked as a client's must be. */
function framed(text: string, first = 0x81): Buffer {
  const body = Buffer.from(text);
  const mask = randomBytes(4);
  const length = body.length < 126 ? [0x80 | body.length] : [0xfe, body.length >> 8, body.length];
  const masked = body.map((byte, i) => byte ^ (mask[i % 4] ?? 0));
  return Buffer.concat([Buffer.from([first, ...length]), mask, masked]);
}

function broken(text: string, die: Die): Buffer {
  const frame = framed(text.slice(0, 60_000), Math.floor(die() * 256));
  frame[1] = Math.floor(die() * 256);
  return die() < 0.5 ? frame : frame.subarray(0, Math.floor(die() * frame.length));
}
