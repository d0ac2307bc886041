import { request } from 'node:http';
import { expect, test } from 'vitest';
import { noLog } from '../../server/log.ts';
import { createRoutes } from '../../server/web/routes.ts';
import { get, knock, openBranch, post, showCode, startHouse } from '../kit/house.ts';
import { type HubRig, startHub } from '../kit/hub.ts';
import { take } from '../kit/visit.ts';

const strangers = (rig: HubRig) => {
  const { port } = new URL(rig.url);
  return [
    'http://evil.example',
    'null',
    `http://127.0.0.1:${port}.evil.example`,
    `http://127.0.0.1.evil.example:${port}`,
    `http://127.0.0.1:${Number(port) + 1}`,
    `https://127.0.0.1:${port}`,
    `http://localhost:${port}`,
    '',
  ];
};

test.each([
  ['of a hub that pairs', true],
  ['of a hub on its own machine', false],
])('A1: a page of another origin opens no socket %s', async (_, pairs) => {
  const rig = await startHub({ access: { pairs } });
  const before = rig.hub.pipeline.lobby;
  for (const origin of strangers(rig)) {
    const said = await knock(rig, undefined, { extraHeaders: { origin } });
    expect(said, origin).toMatch(/websocket error|xhr poll error/);
  }
  const quiet = { extraHeaders: { 'sec-fetch-site': 'cross-site' } };
  expect(await knock(rig, undefined, quiet), 'no Origin, another site').toBeTruthy();
  expect(rig.hub.pipeline.lobby).toBe(before);
  expect(rig.logged.filter((l) => l.includes('stranger.refused')).length).toBeGreaterThan(7);
});

test('A1: without an Origin nothing but a token opens a socket', async () => {
  const { rig, token } = await openBranch();
  expect(await knock(rig)).toBe('device.unpaired');
  expect(await knock(rig, token.display)).toBeNull();
});

const UPGRADE = {
  ...{ connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' },
  'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

/** fetch would not let a test choose the Host. */
function withHost(rig: HubRig, [method, path]: Route, host: string | null): Promise<number> {
  const { port } = new URL(rig.url);
  const upgrade = path.includes('websocket') ? UPGRADE : {};
  const headers = host === null ? upgrade : { host, ...upgrade };
  const asking = { host: '127.0.0.1', port, path, method, headers, setHost: false };
  return new Promise((done, fail) => {
    const asked = request(asking, (res) => {
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

type Route = readonly [method: string, path: string];

const routes = (rig: HubRig): Route[] => [
  ...gets(rig).map((path) => ['GET', path.replace(':name', 'lobby')] as const),
  ...posts(rig).map((path) => ['POST', path] as const),
  ...['/', '/assets/x.js', '/nowhere'].map((path) => ['GET', path] as const),
  ...['GET', 'POST'].map((way) => [way, '/socket.io/?EIO=4&transport=polling'] as const),
  ['GET', '/socket.io/?EIO=4&transport=websocket'],
];

test('A2: a Host that is not the hub’s is refused on every route and on the socket', async () => {
  const rig = await startHub();
  const { port } = new URL(rig.url);
  const names = ['evil.example', `evil.example:${port}`, `127.0.0.1.evil.example:${port}`, '0'];
  const before = rig.hub.pipeline.lobby;
  for (const route of routes(rig))
    for (const host of names)
      expect([400, 403], `${route} ${host}`).toContain(await withHost(rig, route, host));
  expect(rig.hub.pipeline.lobby).toBe(before);
  expect(await withHost(rig, ['GET', '/livez'], `localhost:${port}`)).toBe(200);
  expect(await withHost(rig, ['GET', '/livez'], null)).toBe(400);
  const socket = ['GET', '/socket.io/?EIO=4&transport=websocket'] as const;
  expect(await withHost(rig, socket, `127.0.0.1:${port}`)).toBe(101);
});

test('A3: forms, text and GET change nothing on any route', async () => {
  const rig = await startHub();
  const before = rig.hub.pipeline.lobby;
  const body = JSON.stringify({ ...take, id: '019ac000-0000-7000-8000-000000000001' });
  const { port } = new URL(rig.url);
  const forms = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
  ];
  for (const path of [...posts(rig), '/metrics', '/socket.io/?EIO=4&transport=polling'])
    for (const type of forms)
      for (const origin of ['http://evil.example', `http://127.0.0.1:${port}`]) {
        const headers = { 'content-type': type, origin };
        const { status } = await fetch(rig.url + path, { method: 'POST', headers, body });
        expect(status, `${path} ${type} ${origin}`).toBeGreaterThanOrEqual(400);
      }
  for (const path of gets(rig)) {
    const headers = { 'sec-fetch-site': 'cross-site' };
    const { status } = await fetch(`${rig.url}${path.replace(':name', 'home')}?type=tick`, {
      headers,
    });
    if (/^\/(api|metrics|readyz)/.test(path)) expect(status, path).toBe(403);
    await get(rig, path);
  }
  expect(rig.hub.pipeline.lobby).toBe(before);
  expect(rig.hub.house.pairing.pending()).toEqual([]);
});

test('A3: the list of routes is the code’s own, and no GET takes a command', async () => {
  const rig = await startHub();
  expect(posts(rig)).toEqual([
    '/api/photos',
    '/api/pair',
    '/api/pair/state',
    '/api/commands',
    '/api/requests',
    '/api/questions',
  ]);
  expect(gets(rig)).toEqual([
    '/livez',
    '/api/photos/:name',
    '/readyz',
    '/metrics',
    '/api/views/:name',
    '/api/questions/:type',
    '/api/files/:type',
    '/api/openapi.json',
    '/clips/',
    '/clips/:name',
    '/demo',
  ]);
});

test('A3: a cookie is no authority', async () => {
  const { rig, token } = await openBranch();
  const cookie = `token=${token.kiosk}; authorization=Bearer ${token.kiosk}`;
  expect(await post(rig, '/api/commands', take, undefined, { cookie })).toMatchObject({
    status: 401,
  });
  const shown = await fetch(`${rig.url}/livez`);
  expect(shown.headers.get('set-cookie')).toBeNull();
});

test('a page on this machine that came through a proxy is not this machine', async () => {
  const rig = await startHub();
  for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])
    expect((await get(rig, '/api/views/home', undefined, { [header]: '10.0.0.9' })).status).toBe(
      401,
    );
  expect((await get(rig, '/api/views/home')).status).toBe(200);
  const house = await startHouse();
  expect((await showCode(house)).code).toHaveLength(8);
});

/** What the code registers; a route nobody thought of here is found all the same. */
function routesOf({ hub }: HubRig, method: 'get' | 'post'): string[] {
  const { stack } = createRoutes({
    ...{
      pipeline: hub.pipeline,
      publisher: {} as never,
      historian: {} as never,
      photos: {} as never,
      house: hub.house,
      log: noLog,
    },
    ...{ health: { readiness: async () => ({}) as never, metrics: hub.metrics.registry } },
    pages: null,
  }).router as unknown as {
    stack: { route?: { path: string; methods: Record<string, boolean> } }[];
  };
  return stack.flatMap(({ route }) => (route?.methods[method] ? [route.path] : []));
}
const posts = (rig: HubRig) => routesOf(rig, 'post');
const gets = (rig: HubRig) => routesOf(rig, 'get');
