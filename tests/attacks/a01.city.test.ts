import { request } from 'node:http';
import express, { type Express } from 'express';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createRoutes } from '../../server/center/routes.ts';
import { cityRoutes } from '../../server/center/screens/cityRoutes.ts';
import { jsonLog, noLog } from '../../server/log.ts';
import { onlyThisMachine } from '../../server/web/access.ts';
import { type CenterRig, startCenter } from '../kit/center.ts';
import { BROWSER, founded, PASSWORD } from '../kit/cityDoor.ts';
import { NOWHERE, sampleCityCommands, sampleCityRequests } from '../kit/citySamples.ts';
import { idAt, NINE } from '../kit/hub.ts';

vi.setConfig({ testTimeout: 60_000 });

/** What the code registers; a route nobody thought of here is found all the same. */
function routesOf(method: 'get' | 'post'): string[] {
  const anything = new Proxy({}, { get: () => () => {} }) as never;
  const app = createRoutes({
    ...{ access: onlyThisMachine, log: noLog, roster: anything, nonces: anything },
    ...{ intake: anything, desk: anything, down: anything, key: anything, metrics: anything },
    ...{ refused: () => {}, readiness: async () => ({ ok: true }), branches: async () => [] },
    more: (more) =>
      cityRoutes(more, {
        ...{ reception: anything, desk: anything, publisher: anything, log: noLog, pages: null },
      }),
  });
  return stackOf(app).flatMap(({ route }) => (route?.methods[method] ? [route.path] : []));
}
const stackOf = (app: Express) =>
  (
    app.router as unknown as {
      stack: { route?: { path: string; methods: Record<string, boolean> } }[];
    }
  ).stack;
const gets = () => routesOf('get').map((path) => path.replace(/:\w+/, 'shell'));
const posts = () => routesOf('post');

test('A3 city: the list of routes is the code’s own', () => {
  expect(express().router).toBeDefined();
  expect(posts()).toEqual([
    ...['enrol', 'state', 'segments', 'down', 'fetch'].map((name) => `/api/center/${name}`),
    ...['sign-in', 'choose', 'found'].map((name) => `/api/city/${name}`),
    ...['commands', 'requests', 'questions'].map((name) => `/api/city/${name}`),
  ]);
  expect(routesOf('get')).toEqual([
    ...['/livez', '/api/center', '/readyz', '/metrics', '/api/branches', '/api/city/door'],
    ...['questions/:type', 'views/:name', 'files/:type'].map((path) => `/api/city/${path}`),
  ]);
});

async function given() {
  const logged: string[] = [];
  const log = jsonLog(
    (said) => void logged.push(said),
    () => NINE,
  );
  const city = await startCenter(undefined, { log });
  const chief = await founded(city);
  const { port } = city.url;
  const strangers = [
    ...['http://evil.example', 'null', '', `http://localhost:${port}`],
    ...[`http://127.0.0.1:${port}.evil.example`, `http://127.0.0.1.evil.example:${port}`],
    ...[`http://127.0.0.1:${Number(port) + 1}`, `https://127.0.0.1:${port}`],
  ];
  return { city, chief, logged, strangers };
}

async function knock({ url }: CenterRig, token: string, headers: Record<string, string>) {
  const auth = { protocol: 1, token };
  const socket = io(url.origin, { auth, extraHeaders: headers, reconnection: false });
  onTestFinished(() => void socket.close());
  return new Promise<string | null>((done) => {
    socket.on('connect', () => done(null));
    socket.on('connect_error', (error) => done(error.message));
  });
}

test('A1 city: a page of another origin opens no socket, even with somebody’s token', async () => {
  const { city, chief, logged, strangers } = await given();
  const before = city.center.city.head;
  for (const origin of strangers)
    expect(await knock(city, chief, { origin }), origin).toMatch(/websocket error|xhr poll error/);
  for (const site of ['cross-site', 'same-site'])
    expect(await knock(city, chief, { 'sec-fetch-site': site }), site).toBeTruthy();
  expect(await knock(city, chief, { origin: city.url.origin })).toBeNull();
  expect(await knock(city, '', { origin: city.url.origin })).toBe('door.signedOut');
  expect(city.center.city.head).toEqual(before);
  expect(logged.filter((said) => said.includes('stranger.refused')).length).toBeGreaterThan(8);
});

const UPGRADE = {
  ...{ connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' },
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

/** fetch would not let a test choose the Host or the Origin. */
function sent({ url }: CenterRig, method: string, path: string, headers: Record<string, string>) {
  const upgrade = path.includes('websocket') ? UPGRADE : {};
  const { hostname: host, port } = url;
  return new Promise<number>((done, fail) => {
    const asked = request({ host, port, path, method, headers: { ...upgrade, ...headers } });
    asked.on('response', (res) => {
      res.resume();
      done(res.statusCode ?? 0);
    });
    asked.on('upgrade', (_, socket) => {
      socket.destroy();
      done(101);
    });
    asked.on('error', fail);
    asked.end();
  });
}

const SOCKET = '/socket.io/?EIO=4&transport=';

test('A1 A2 city: another page’s origin, or another name for this machine, is refused on every route', async () => {
  const { city, strangers, chief } = await given();
  const { port } = city.url;
  const all = [
    ...gets().map((path) => ['GET', path] as const),
    ...posts().map((path) => ['POST', path] as const),
    ...(['polling', 'websocket'] as const).map((way) => ['GET', SOCKET + way] as const),
  ];
  const names = ['evil.example', `evil.example:${port}`, `127.0.0.1.evil.example:${port}`, '0'];
  const authorization = `Bearer ${chief}`;
  const before = city.center.city.head;
  for (const [method, path] of all) {
    for (const host of names)
      expect([400, 403], `${path} ${host}`).toContain(
        await sent(city, method, path, { host, authorization }),
      );
    const origin = strangers[0] ?? '';
    expect([400, 403], path).toContain(await sent(city, method, path, { origin, authorization }));
  }
  for (const origin of strangers)
    expect([400, 403], origin).toContain(
      await sent(city, 'GET', '/api/city/views/shell', { origin, authorization }),
    );
  expect(city.center.city.head).toEqual(before);
  expect(await sent(city, 'GET', '/api/city/views/shell', { authorization })).toBe(200);
  expect(await sent(city, 'GET', `${SOCKET}websocket`, {})).toBe(101);
});

test('A3 city: forms, text, GET and cookies change nothing, and let nobody in', async () => {
  const { city, chief } = await given();
  const before = city.center.city.head;
  const id = idAt(NINE);
  const forms = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ];
  const body = JSON.stringify({ type: 'account.close', person: 'chief', id });
  for (const path of posts())
    for (const type of forms) {
      const headers = { 'content-type': type, authorization: `Bearer ${chief}` };
      const { status } = await fetch(new URL(path, city.url), { method: 'POST', headers, body });
      expect(status, `${path} ${type}`).toBeGreaterThanOrEqual(400);
    }
  for (const path of gets())
    for (const query of ['?type=account.close&person=chief', `?${encodeURIComponent(body)}`])
      await sent(city, 'GET', path + query, { authorization: `Bearer ${chief}` });
  const cookie = `token=${chief}; session=${chief}; authorization=Bearer ${chief}`;
  for (const [way, samples] of [
    ['commands', sampleCityCommands(NOWHERE)],
    ['requests', sampleCityRequests(NOWHERE)],
  ] as const)
    for (const one of samples) {
      const headers = { 'content-type': 'application/json', cookie };
      const sending = { method: 'POST', headers, body: JSON.stringify({ ...one, id }) };
      expect((await fetch(new URL(`/api/city/${way}`, city.url), sending)).status).toBe(401);
    }
  const entered = { person: 'chief', password: PASSWORD, browser: BROWSER };
  const json = { 'content-type': 'application/json' };
  const door = { method: 'POST', headers: json, body: JSON.stringify(entered) };
  const answered = await fetch(new URL('/api/city/sign-in', city.url), door);
  expect([answered.status, answered.headers.get('set-cookie')]).toEqual([200, null]);
  expect(city.center.city.head.seq).toBe(before.seq + 1);
});
