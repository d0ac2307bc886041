import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { RobotKind } from '../../shared/views/robots.ts';

export const KEY = 'double-key-1234567890';
export const SECRET = 'SEC-double-0987654321';

/** A group's service on this machine, which holds to its published limits. */
export interface GroupDouble {
  readonly base: string;
  /** Texts it took. */
  readonly took: string[];
  /** Times, wall, of every call, taken or not. */
  readonly calls: number[];
  readonly bodies: string[];
  /** Answers the next calls so, instead of what it would. */
  readonly mood: (object | number | 'cut')[];
}

interface Call {
  readonly url: URL;
  readonly body: Record<string, unknown>;
  readonly bytes: number;
  readonly wall: number;
  readonly double: GroupDouble & { blockedUntil: number };
}

const MINUTE = 60_000;
const hmac = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64');
const within = ({ double, wall }: Call, ms: number) =>
  double.calls.filter((at) => wall - at < ms).length;
const bytes = (text: unknown) => Buffer.byteLength(String(text));
const field = (value: unknown, name: string) => (value as Record<string, unknown>)?.[name];

/** Each judges a call by what its service publishes, in numbers written down here anew. */
const judges: Record<RobotKind, (call: Call) => { answer: object; text?: string }> = {
  wecom(call) {
    const { url, body } = call;
    const bad = (errcode: number) => ({ answer: { errcode, errmsg: 'no' } });
    if (url.pathname !== '/cgi-bin/webhook/send') return bad(40013);
    if (url.searchParams.get('key') !== KEY) return bad(93000);
    if (within(call, MINUTE) > 20) return bad(45009);
    const type = String(body.msgtype);
    const content = field(body[type], 'content');
    if (bytes(content) > (type === 'markdown' ? 4096 : 2048)) return bad(45002);
    return { answer: { errcode: 0, errmsg: 'ok' }, text: String(content) };
  },
  dingtalk(call) {
    const { url, body, wall, double } = call;
    const bad = (errcode: number) => ({ answer: { errcode, errmsg: 'no' } });
    if (wall < double.blockedUntil) return bad(130101);
    if (within(call, MINUTE) > 20) {
      double.blockedUntil = wall + 10 * MINUTE;
      return bad(130101);
    }
    if (url.searchParams.get('access_token') !== KEY) return bad(300001);
    const time = Number(url.searchParams.get('timestamp'));
    const signed = url.searchParams.get('sign') === hmac(SECRET, `${time}\n${SECRET}`);
    if (!signed || Math.abs(wall - time) > 60 * MINUTE) return bad(310000);
    if (call.bytes > 20_000) return bad(460101);
    return { answer: { errcode: 0, errmsg: 'ok' }, text: String(field(body.markdown, 'text')) };
  },
  feishu(call) {
    const { url, body, wall } = call;
    const bad = (code: number) => ({ answer: { code, msg: 'no' } });
    if (url.pathname !== `/open-apis/bot/v2/hook/${KEY}`) return bad(19001);
    if (within(call, 1000) > 5 || within(call, MINUTE) > 100) return bad(11232);
    const time = Number(body.timestamp);
    const signed = body.sign === hmac(`${time}\n${SECRET}`, '');
    if (!signed || Math.abs(wall / 1000 - time) > 3600) return bad(19021);
    if (call.bytes > 20 * 1024) return bad(9499);
    return { answer: { code: 0, msg: 'success' }, text: String(field(body.content, 'text')) };
  },
};

export async function groupDouble(kind: RobotKind, wall: () => number): Promise<GroupDouble> {
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    double.calls.push(wall());
    double.bodies.push(body);
    const mood = double.mood.shift();
    if (mood === 'cut') return void request.socket.destroy();
    if (typeof mood === 'number') return void response.writeHead(mood).end('nothing');
    const url = new URL(request.url ?? '', 'http://double');
    const call = { url, body: JSON.parse(body), bytes: Buffer.byteLength(body), wall: wall() };
    const { answer, text } = mood ? { answer: mood } : judges[kind]({ ...call, double });
    if (text !== undefined) double.took.push(text);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close().closeAllConnections());
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const double = {
    ...{ base, took: [] as string[], calls: [] as number[], bodies: [] as string[] },
    ...{ mood: [] as GroupDouble['mood'], blockedUntil: 0 },
  };
  return double;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
