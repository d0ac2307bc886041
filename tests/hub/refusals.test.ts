import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import type { CounterId, ServiceId } from '../../shared/ids.ts';
import { PROTOCOL } from '../../shared/wire.ts';
import { type HubRig, idAt, NINE, screen, startHub } from '../kit/hub.ts';

const take = {
  type: 'ticket.issue',
  service: 'cash' as ServiceId,
  class: 'ordinary',
  by: 'kiosk',
} as const;
const counter = '2' as CounterId;

const seqOf = (rig: HubRig) => rig.hub.pipeline.lobby.visit.tickets.size;

const post = (rig: HubRig, body: string, headers: Record<string, string> = {}) =>
  fetch(`${rig.url}/api/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

test.each([
  ['an unknown field', { ...take, colour: 'red' }, 'command'],
  ['an unknown type', { type: 'ticket.print' }, 'type'],
  ['a field of the wrong kind', { ...take, service: 7 }, 'service'],
  ['a missing field', { type: 'call.next' }, 'counter'],
  ['an id that is no UUIDv7', { ...take, id: '1' }, 'id'],
  ['no object at all', 'ticket.issue', 'command'],
])('%s is refused with the field that is wrong, and nothing changes', async (_, command, at) => {
  const rig = await startHub();
  const one = await screen(rig);
  const body = typeof command === 'string' ? command : { id: idAt(NINE), ...command };
  const answer = await one.raw(body);
  expect(answer).toMatchObject({ ok: false, code: 'command.malformed', details: { at } });
  expect(seqOf(rig)).toBe(0);
});

test('a refusal has a stable code and a sentence in both languages', async () => {
  const rig = await startHub();
  const one = await screen(rig);
  expect(await one.send({ type: 'service.end', counter })).toEqual({
    ok: false,
    code: 'service.notStarted',
    says: {
      zh: '还没有开始办理，请先按“开始办理”。',
      en: 'The service has not started; press Start first.',
    },
  });
});

test('P7: a retry of the same press gets the same answer and takes effect once', async () => {
  const rig = await startHub();
  const one = await screen(rig);
  const command = { ...take, id: idAt(NINE) };
  const answers = await Promise.all([one.raw(command), one.raw(command), one.raw(command)]);
  expect(answers[1]).toEqual(answers[0]);
  expect(await one.raw(command)).toEqual(answers[0]);
  expect(seqOf(rig)).toBe(1);
});

test('an id that comes again with another body is refused', async () => {
  const rig = await startHub();
  const one = await screen(rig);
  const id = idAt(NINE);
  await one.raw({ ...take, id });
  expect(await one.raw({ ...take, service: 'account', id })).toMatchObject({
    code: 'command.idReused',
  });
});

test('an id older than seven days is refused', async () => {
  const rig = await startHub();
  const one = await screen(rig);
  const old = idAt(NINE - 8 * 86_400_000);
  expect(await one.raw({ ...take, id: old })).toMatchObject({ code: 'command.tooOld' });
});

test('only the hub itself opens days and tells the time', async () => {
  const rig = await startHub();
  const one = await screen(rig);
  expect(await one.send({ type: 'tick' })).toMatchObject({ code: 'gate.forbidden' });
});

test('a program may send commands and read views over HTTP', async () => {
  const rig = await startHub();
  const answered = await post(rig, JSON.stringify({ ...take, id: idAt(NINE) }));
  expect(answered.status).toBe(200);
  expect(await answered.json()).toMatchObject({ ok: true, number: 'A001' });
  const shown = await fetch(`${rig.url}/api/views/counter?counter=2`);
  expect(await shown.json()).toMatchObject({ key: { name: 'counter', counter: '2' } });
});

test.each([
  ['a rule', '/api/commands', { type: 'service.end', counter: '2' }, 409],
  ['a shape', '/api/commands', { type: 'nonsense' }, 400],
  ['a right', '/api/commands', { type: 'tick' }, 403],
])('over HTTP, %s that says no has its own status', async (_, path, command, status) => {
  const rig = await startHub();
  const body = JSON.stringify({ id: idAt(NINE), ...command });
  const headers = { 'content-type': 'application/json' };
  expect((await fetch(rig.url + path, { method: 'POST', headers, body })).status).toBe(status);
});

test('a body that is no JSON, or too large, is refused in one line', async () => {
  const rig = await startHub();
  expect(await (await post(rig, '{"type":')).json()).toMatchObject({ code: 'command.malformed' });
  expect((await post(rig, JSON.stringify({ x: 'y'.repeat(100_000) }))).status).toBe(400);
});

test('a view or a page that does not exist is said to be unknown', async () => {
  const rig = await startHub();
  expect((await fetch(`${rig.url}/api/views/secrets`)).status).toBe(404);
  expect((await fetch(`${rig.url}/api/views/counter`)).status).toBe(404);
  expect((await fetch(`${rig.url}/nothing/here`)).status).toBe(404);
});

test('a page of another origin reaches neither the routes nor the socket', async () => {
  const rig = await startHub();
  const origin = 'http://evil.example';
  expect((await post(rig, JSON.stringify({ ...take, id: idAt(NINE) }), { origin })).status).toBe(
    403,
  );
  await expect(connecting(rig, { extraHeaders: { origin } })).rejects.toThrow();
  expect(seqOf(rig)).toBe(0);
});

test('a screen of another version is told so', async () => {
  const rig = await startHub();
  await expect(connecting(rig, { auth: { protocol: PROTOCOL + 1 } })).rejects.toThrow(
    'protocol.version',
  );
});

function connecting(rig: HubRig, options: object): Promise<void> {
  const auth = { protocol: PROTOCOL };
  const socket = io(rig.url, { transports: ['websocket'], reconnection: false, auth, ...options });
  onTestFinished(() => void socket.disconnect());
  return new Promise((done, fail) => {
    socket.on('connect', done);
    socket.on('connect_error', fail);
  });
}
