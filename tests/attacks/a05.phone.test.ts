import { request } from 'node:http';
import { expect, test } from 'vitest';
import type { TicketId } from '../../shared/ids.ts';
import { screen } from '../kit/hub.ts';
import { FOLDER } from '../kit/ledgers.ts';
import { ask, guess, type PhoneRig, rate, startPhones } from '../kit/phone.ts';
import { here, take } from '../kit/visit.ts';

async function issued(rig: PhoneRig) {
  const kiosk = await screen(rig);
  const taken = await kiosk.send(take);
  if (!taken.ok || !taken.ticket) throw new Error('no ticket');
  return { kiosk, ticket: taken.ticket, page: taken.page ?? '' };
}

test('A5: whoever issues a ticket is told its page, the same after a retry and a restart', async () => {
  const rig = await startPhones();
  const { kiosk, page, ticket } = await issued(rig);
  expect(page).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v\/2026-11-24\.1\.[A-Za-z0-9_-]{22}$/);
  expect(await ask(rig, new URL(`${page}/view`).pathname)).toMatchObject({ status: 200 });
  await kiosk.send({ type: 'counter.open', counter: here });
  expect(await kiosk.send({ type: 'call.next', counter: here })).not.toHaveProperty('page');
  await rig.stop();
  const again = await startPhones({ disk: rig.disk, clock: rig.clock });
  expect(new URL(again.phone.pageOf(ticket) ?? '').pathname).toBe(new URL(page).pathname);
  let seen = 0;
  for (const folder of [FOLDER, `${FOLDER}/ledger`])
    for (const name of (await rig.disk.list(folder)) ?? []) {
      const bytes = await rig.disk.read(`${folder}/${name}`).catch(() => null);
      if (bytes) seen++;
      expect(String(bytes), name).not.toContain(page.slice(-22));
    }
  expect(seen).toBeGreaterThan(3);
});

test('A5: a wrong token, an unknown ticket and nonsense are told apart by nothing', async () => {
  const rig = await startPhones();
  const { ticket } = await issued(rig);
  const right = rig.path(ticket);
  const wrong = [
    guess(ticket),
    guess('2026-11-24.2'),
    guess('2026-11-23.1'),
    `${right.slice(0, -1)}${right.endsWith('A') ? 'Q' : 'A'}`,
    right.slice(0, -1),
    `${right}A`,
    right.replace('.1.', '.2.'),
    right.replace('.1.', '.01.'),
    '/v/__proto__.constructor',
    '/v/x',
  ];
  const answers = await Promise.all(wrong.map((path) => ask(rig, `${path}/view`)));
  expect(new Set(answers.map((a) => `${a.status} ${a.text}`))).toEqual(
    new Set(['404 {"ok":false,"code":"visit.unknown"}']),
  );
  for (const path of wrong.slice(0, 2)) expect((await rate(rig, path)).status).toBe(404);
});

test('A5: whoever guesses without end is slowed down; the right address still opens', async () => {
  const rig = await startPhones();
  const { ticket } = await issued(rig);
  const seq = rig.hub.pipeline.lobby;
  const tries = Array.from({ length: 60 }, () => ask(rig, `${guess(ticket)}/view`));
  const answers = await Promise.all(tries);
  expect(answers.filter((a) => a.status === 429).length).toBeGreaterThan(35);
  expect(answers.some((a) => a.status === 200)).toBe(false);
  expect((await ask(rig, `${rig.path(ticket)}/view`)).status).toBe(200);
  expect(rig.hub.pipeline.lobby).toBe(seq);
});

test('A5: the listener knows nothing of the branch’s other doors', async () => {
  const rig = await startPhones();
  const others = [
    ...['/', '/api/views/lobby', '/api/commands', '/api/pair', '/metrics', '/readyz', '/livez'],
    ...['/socket.io/?EIO=4&transport=polling', '/kiosk/ticket/', '/display/manager/', '/demo'],
    ...['/assets/../server/main.js', '/assets/%2e%2e/settings.json', '/phone.key', '/v'],
  ];
  for (const path of others) {
    expect((await ask(rig, path)).status, path).toBe(404);
    expect((await ask(rig, path, {})).status, `POST ${path}`).toBe(404);
  }
});

test('A5: one’s own page tells nothing of other customers, tellers or the hub', async () => {
  const rig = await startPhones();
  const { kiosk, ticket } = await issued(rig);
  await kiosk.send({ ...take, class: 'premium' });
  await kiosk.send(take);
  const { text } = await ask(rig, `${rig.path(ticket)}/view`);
  expect(Object.keys(JSON.parse(text)).sort()).toEqual(
    ['at', 'branch', 'number', 'service', 'stage'].sort(),
  );
  expect(text).not.toMatch(/V001|A002|premium|teller|seq|rev/);
});

test('A5: yesterday’s address is told that it is yesterday’s, and takes nothing', async () => {
  const rig = await startPhones();
  const { ticket } = await issued(rig);
  rig.clock.turn(24 * 3_600_000);
  await rig.hub.pipeline.submitOwn({ type: 'tick' });
  expect(await ask(rig, `${rig.path(ticket)}/view`)).toMatchObject({
    ...{ status: 200, text: '{"past":true}' },
  });
  expect(await rate(rig, rig.path(ticket))).toMatchObject({ status: 409 });
  expect((await ask(rig, `${rig.path(ticket)}/live`)).status).toBe(404);
  expect((await ask(rig, `${rig.path('2026-11-25.7' as TicketId)}/view`)).status).toBe(404);
});

test('A5: another name, another origin, another site’s page: turned away', async () => {
  const rig = await startPhones();
  const { ticket } = await issued(rig);
  const path = rig.path(ticket);
  const named = (host: string) =>
    new Promise<number>((done) => {
      const asked = request(`${rig.door}${path}/view`, { headers: { host } }, (res) => {
        res.resume();
        done(res.statusCode ?? 0);
      });
      asked.end();
    });
  expect(await named('evil.example')).toBe(403);
  expect(await named('127.0.0.1.evil.example')).toBe(403);
  expect(await named(new URL(rig.door).host)).toBe(200);
  const body = { id: 'x', level: 'satisfied' };
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ])
    expect((await ask(rig, `${path}/rating`, body, headers)).status).toBe(403);
  expect((await ask(rig, `${path}/view`)).headers.get('access-control-allow-origin')).toBeNull();
});

test('A5: a body too large, of another kind, or with a field too many changes nothing', async () => {
  const rig = await startPhones();
  const { ticket } = await issued(rig);
  const before = rig.hub.pipeline.lobby;
  const path = rig.path(ticket);
  const large = await rate(rig, path, { reasons: Array(2000).fill('wait') });
  expect(large.status).toBe(400);
  for (const more of [{ took: 1 }, { level: 'great' }, { id: 'no-id' }, { reasons: ['<b>'] }])
    expect((await rate(rig, path, more)).status).toBe(400);
  const plain = await fetch(`${rig.door}${path}/leave`, { method: 'POST', body: 'id=1' });
  expect([400, 429]).toContain(plain.status);
  expect(rig.hub.pipeline.lobby).toBe(before);
});

test('A5: a ticket’s page follows live, and its lines do not pile up', { retry: 2 }, async () => {
  const rig = await startPhones();
  const { kiosk, ticket } = await issued(rig);
  const open = () => fetch(`${rig.door}${rig.path(ticket)}/live`);
  const lines = await Promise.all([open(), open(), open(), open(), open()]);
  const [last] = lines.slice(-1);
  const first = await lines[0]?.text();
  expect(first).toContain('"is":"waiting"');
  const reader = last?.body?.getReader();
  await kiosk.send({ type: 'counter.open', counter: here });
  await kiosk.send({ type: 'call.next', counter: here });
  let heard = '';
  const started = performance.now();
  while (!heard.includes('"is":"called"') && performance.now() - started < 4000)
    heard += new TextDecoder().decode((await reader?.read())?.value);
  expect(performance.now() - started).toBeLessThan(2000);
  expect(last?.headers.get('x-accel-buffering')).toBe('no');
});
