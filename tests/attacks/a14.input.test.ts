import { expect, test } from 'vitest';
import { jsonLog } from '../../server/log.ts';
import { parseCommand, parseRequest, parseViewKey } from '../../server/parse.ts';
import { careCommands } from '../../shared/care/commands.ts';
import { defaultSettings } from '../../shared/defaults.ts';
import { devicesCommands } from '../../shared/devices/commands.ts';
import { pairingQuestion, pairingSchema } from '../../shared/devices/requests.ts';
import { settingsSchema } from '../../shared/settings.ts';
import { ofCounter, viewNames } from '../../shared/views/views.ts';
import { visitCommands } from '../../shared/visit/commands.ts';
import { get, knock, openBranch, PIN, post, signedIn } from '../kit/house.ts';
import { idAt, NINE, startHub } from '../kit/hub.ts';
import { sampleCommands, sampleRequests } from '../kit/samples.ts';
import { take } from '../kit/visit.ts';

const id = idAt(NINE);
const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
const settings = (change: object) => ({
  id,
  type: 'settings.change',
  settings: { ...defaultSettings, ...change },
});
const pledge = (zh: string) =>
  settings({ texts: { ...defaultSettings.texts, pledge: { zh, en: 'x' } } });
const rating = (change: object) => settings({ rating: { ...defaultSettings.rating, ...change } });
const points = (fair: number) => rating({ points: { ...defaultSettings.rating.points, fair } });
const note = (text: string) => ({
  ...{
    id,
    type: 'alert.handle',
    alert: '2026-11-24.a1',
    cause: 'peak',
    action: 'other',
    note: text,
  },
});

const ugly: [string, unknown][] = [
  ['a prototype', JSON.parse(`{"__proto__":{"isAdmin":true},"id":"${id}","type":"tick"}`)],
  ['a prototype in a field', { ...take, id, service: JSON.parse('{"__proto__":{}}') }],
  ['an extra key', { ...take, id, isAdmin: true }],
  ['an extra key deep inside', rating({ bonus: 1 })],
  ['NaN', rating({ window: Number.NaN })],
  ['infinity', rating({ window: Number.POSITIVE_INFINITY })],
  ['1e308', rating({ window: 1e308 })],
  ['1e308 points', points(1e308)],
  ['NaN points', points(Number.NaN)],
  ['a fraction of a second', rating({ window: 0.5 })],
  ['minus', rating({ window: -1 })],
  ['deep nesting', nested(1000)],
  ['deep nesting in a field', { ...take, id, service: nested(1000) }],
  ['a newline in a text', pledge('一行\n两行')],
  ['a carriage return', pledge('一行\r{"event":"x"}')],
  ['a line separator', pledge('一行\u2028两行')],
  ['text turned round', pledge('号\u202e100A')],
  ['an unseen letter', pledge('号\u200b码')],
  ['half a pair', pledge('号\ud800')],
  ['a newline in a note', note('一行\n两行')],
  ['text turned round in a note', note('\u2066号')],
  ['an id that the language knows', { ...take, id, service: 'constructor' }],
  ['an id with a path', { ...take, id, service: '../../etc' }],
  ['a key the language knows', { id, type: 'counter.open', counter: '__proto__' }],
  ['an array', [take]],
  ['a number', 7],
  ['nothing', null],
];

test.each(ugly)('A14: %s is refused by the schema', (_, command) => {
  expect(parseCommand(command)).toMatchObject({ ok: false });
});

test('A14: what is well formed is not', () => {
  expect(parseCommand(settings({})).ok).toBe(true);
  expect(parseCommand(note('已与客户沟通，说明情况。')).ok).toBe(true);
});

test.each([
  ['a PIN of letters', { type: 'person.signIn', person: 't1', pin: 'abcdef' }],
  ['a PIN that is a number', { type: 'person.signIn', person: 't1', pin: 123456 }],
  ['an endless PIN', { type: 'person.signIn', person: 't1', pin: '1'.repeat(10_000) }],
  ['a person that the language knows', { type: 'staff.erase', person: 'toString' }],
  ['a name with a newline', { type: 'staff.name', person: 't1', name: '王\n小' }],
  ['an extra key', { type: 'person.signOut', all: true }],
])('A14: %s is no request', (_, request) => {
  expect(parseRequest(request)).toMatchObject({ ok: false });
});

const commandsOf = (schemas: readonly { shape: { type: { value: string } } }[]) => {
  const types = schemas.map((schema) => schema.shape.type.value);
  const all = sampleCommands({ role: 'kiosk', person: 't1' });
  return all.filter(({ type }) => types.includes(type)).map((command) => ({ id, ...command }));
};
const keys = viewNames.map((name) => (ofCounter(name) ? { name, counter: '2' } : { name }));
const isRead =
  (schema: { safeParse(asked: unknown): { success: boolean } }) => (asked: unknown) => ({
    ok: schema.safeParse(asked).success,
  });

const shapes: [string, (input: unknown) => { ok: boolean }, readonly object[]][] = [
  ['a command of a visit', parseCommand, commandsOf(visitCommands)],
  ['a command about an alert', parseCommand, commandsOf(careCommands)],
  ['a command about devices and staff', parseCommand, commandsOf(devicesCommands)],
  ['a request', parseRequest, sampleRequests],
  ['a view’s key', parseViewKey, keys],
  ['a new screen', isRead(pairingSchema), [{}, { role: 'kiosk' }]],
  ['a waiting screen', isRead(pairingQuestion), [{ pairing: 'x', secret: 'y' }]],
];

test.each(shapes)('A14: %s brings no field that is not known', (_, parse, samples) => {
  expect(samples.length).toBeGreaterThan(0);
  for (const sample of samples) {
    expect(parse(sample), JSON.stringify(sample)).toMatchObject({ ok: true });
    expect(parse({ ...sample, more: 1 }), JSON.stringify(sample)).toMatchObject({ ok: false });
  }
});

/** The same value with one field too many, at each place where one could stand. */
function withMore(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return withMore(value[0]).map((first) => [first, ...value.slice(1)]);
  const inside = Object.entries(value).flatMap(([key, inner]) =>
    withMore(inner).map((next) => ({ ...value, [key]: next })),
  );
  return [{ ...value, more: 1 }, ...inside];
}

test('A14: settings bring no field that is not known, at any depth', () => {
  const all = withMore(defaultSettings);
  expect(all.length).toBeGreaterThan(20);
  for (const some of all) expect(settingsSchema.safeParse(some).success).toBe(false);
});

test('A14: a view’s key is no way in', () => {
  for (const key of [
    '__proto__',
    { name: '__proto__' },
    { name: 'counter', counter: 'constructor' },
  ])
    expect(parseViewKey(key)).toMatchObject({ ok: false });
});

test('A14: ugly input over the wire changes nothing, and a refusal repeats none of it', async () => {
  const rig = await startHub();
  const before = rig.hub.pipeline.lobby;
  for (const [name, command] of ugly) {
    const answer = await post(rig, '/api/commands', command);
    expect(answer.status, name).toBe(400);
    expect(JSON.stringify(answer)).not.toMatch(/isAdmin|etc|\u202e/);
  }
  expect(rig.hub.pipeline.lobby).toBe(before);
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
});

test('A14: a log entry is one line of JSON, whatever was sent', () => {
  const lines: string[] = [];
  const log = jsonLog(
    (line) => void lines.push(line),
    () => NINE,
  );
  log('stranger.refused', {
    origin: 'http://x\n{"event":"gate.ok"}\r\u2028\u202e\u0000',
    n: 1e308,
  });
  log('stranger.refused', { origin: 'y'.repeat(10_000) });
  expect(lines.every((line) => line.endsWith('\n') && line.length < 400)).toBe(true);
  const text = lines.join('');
  expect(text.trimEnd().split(/[\n\r\u2028\u2029]/)).toHaveLength(2);
  expect(text.trimEnd()).not.toMatch(/[\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ event: 'stranger.refused', n: 1e308 });
  expect(JSON.parse(lines[0] ?? '').origin).toContain('\u202e');
});

test('A14: what strangers send stands in the log on one line, without their secrets', async () => {
  const { rig, token } = await openBranch();
  await knock(rig, token.display, { extraHeaders: { origin: 'http://evil/","event":"gate.ok' } });
  await get(rig, '/api/views/manager', token.display);
  await signedIn(rig, token.counter, 't1', PIN);
  for (const line of rig.logged) expect(JSON.parse(line).event).not.toBe('gate.ok');
  expect(rig.logged.join('')).toContain('gate.refused');
  expect(rig.logged.join('')).not.toContain(token.display);
});
