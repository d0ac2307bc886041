import { io } from 'socket.io-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { cityRights } from '../../server/center/rights.ts';
import { ROLES, type Role } from '../../shared/city/context.ts';
import type { MonthPage } from '../../shared/city/views/month.ts';
import { type CenterRig, CITY, startCenter } from '../kit/center.ts';
import { asks, decides, founded, joined, toCity, withTree } from '../kit/cityDoor.ts';
import { receivedBy } from '../kit/cityHall.ts';
import {
  NOWHERE,
  OWN,
  type Side,
  sampleCityCommands,
  sampleCityFiles,
  sampleCityQuestions,
  sampleCityRequests,
  sampleCityViews,
} from '../kit/citySamples.ts';
import { handClock } from '../kit/handClock.ts';
import { idAt, NINE } from '../kit/hub.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** A line to the center, as a page has it; null: it was turned away, and why. */
async function line({ url }: CenterRig, token: string | null) {
  const auth = { protocol: 1, ...(token && { token }) };
  const socket = io(url.origin, { auth, transports: ['websocket'], reconnection: false });
  onTestFinished(() => void socket.close());
  const why = await new Promise<string | null>((done) => {
    socket.on('connect', () => done(null));
    socket.on('connect_error', (error) =>
      done((error as { data?: { code: string } }).data?.code ?? error.message),
    );
  });
  return { socket, why };
}

const codeOf = (answer: object) => ('code' in answer ? String(answer.code) : '');
const isForbidden = (answer: object) => codeOf(answer) === 'door.forbidden';
const headOf = ({ center }: CenterRig) => center.city.head.seq;

/** Its session would end in the middle. */
const isEnd = (type: string) => type === 'account.signOut';

async function triesAll(city: CenterRig, token: string, role: Role): Promise<void> {
  const { socket } = await line(city, token);
  const sends = (way: string, what: object) => socket.emitWithAck(way, what) as Promise<object>;
  const { commands, questions, requests, views } = cityRights;
  const may = (right: readonly Role[]) => right.includes(role);
  for (const one of sampleCityCommands(NOWHERE)) {
    const answer = await sends('command', { ...one, id: idAt(city.clock.now().at) });
    const expected = OWN.includes(one.type) ? 'door.malformed' : 'door.forbidden';
    if (may(commands[one.type])) expect(isForbidden(answer), one.type).toBe(false);
    else expect(codeOf(answer), one.type).toBe(expected);
  }
  for (const one of sampleCityQuestions(NOWHERE)) {
    const right = questions[one.type as keyof typeof questions];
    expect(isForbidden(await sends('ask', one)), one.type).toBe(!may(right));
  }
  for (const one of sampleCityViews(NOWHERE)) {
    const right = views[one.name as keyof typeof views];
    expect(isForbidden(await sends('watch', one)), one.name).toBe(!may(right));
  }
  for (const one of sampleCityRequests(NOWHERE)) {
    if (isEnd(one.type)) continue;
    const right = requests[one.type as keyof typeof requests];
    expect(isForbidden(await sends('request', one)), one.type).toBe(!may(right));
  }
}

test('A4 city: every role × every command, question, view and request, over sockets; auditors leave no entry', async () => {
  const city = await startCenter();
  const chief = await founded(city);
  for (const role of ROLES) {
    const token = await joined(city, chief, { person: `the-${role}`, role, node: null });
    const before = headOf(city);
    await triesAll(city, token, role);
    if (role === 'auditor' || role === 'leader') expect(headOf(city), role).toBe(before);
  }
});

test('A4 city: whoever is not signed in gets nothing, on every way, and always the same answer', async () => {
  const city = await startCenter();
  await founded(city);
  const before = headOf(city);
  const id = idAt(NINE);
  const tries: [string, object][] = [
    ...sampleCityCommands(NOWHERE).map((one) => ['commands', { ...one, id }] as [string, object]),
    ...sampleCityRequests(NOWHERE).map((one) => ['requests', one] as [string, object]),
    ...sampleCityQuestions(NOWHERE).map((one) => ['questions', one] as [string, object]),
    ...['commands', 'requests', 'questions'].map(
      (way) => [way, { type: 'nonsense' }] as [string, object],
    ),
  ];
  const said = new Set<string>();
  for (const [way, body] of tries)
    for (const token of [null, 'x', 'a'.repeat(43)])
      said.add(JSON.stringify(await toCity<object>(city, way, body, token)));
  const gets = [
    ...sampleCityQuestions(NOWHERE).map(({ type, ...key }) => [`questions/${type}`, key] as const),
    ...sampleCityViews(NOWHERE).map(({ name, ...key }) => [`views/${name}`, key] as const),
    ...sampleCityFiles(NOWHERE).map(({ type, ...key }) => [`files/${type}`, key] as const),
    ...[['views/secrets', {}] as const, ['questions/nonsense', {}] as const],
  ];
  for (const [path, key] of gets) {
    const query = new URLSearchParams(key as Record<string, string>);
    const answer = await fetch(new URL(`/api/city/${path}?${query}`, city.url));
    expect(answer.status, path).toBe(401);
    said.add(JSON.stringify(await answer.json()));
  }
  expect([...said].map((one) => JSON.parse(one).code)).toEqual(['door.signedOut']);
  expect((await line(city, null)).why).toBe('door.signedOut');
  expect((await line(city, 'a'.repeat(43))).why).toBe('door.signedOut');
  expect(headOf(city)).toBe(before);
});

/** Two branches a side; whatever belongs to the west says so in its id or its name. */
const WEST = /west|西门/;
const MONTH = '2026-10';

const said = (city: CenterRig, token: string, type: string, fields: object) =>
  asks(city, token, { type, ...fields } as never) as Promise<{ ok: boolean; answer: unknown }>;
const month = async (city: CenterRig, token: string) =>
  (await said(city, token, 'month', { month: MONTH, node: 'city' })).answer as MonthPage;

type Does = (command: object) => Promise<void>;
const doer =
  (city: CenterRig, token: string): Does =>
  async (command) => {
    const answer = await decides(city, token, command);
    if (!answer.ok) throw new Error(`${JSON.stringify(command)}: ${answer.says.en}`);
  };

const zeros = { premiumWait: 20, ordinaryWait: 15, satisfaction: 25, environment: 15 };
const rules = {
  ...{ version: 'small', from: '2026-10', weights: { ...zeros, standards: 15, duty: 10 } },
  ...{ minimumSample: { tickets: 2, ratings: 1 }, edge: 2 },
};
const notice = { is: 'bulletin', title: '给西门的通知', lines: ['west'] };

async function tree(does: Does, node: string, level: string, parent: string | null) {
  const name = { zh: node.includes('west') ? '西门支行' : node, en: node };
  await does({ type: 'node.open', node, level, parent, name, from: '2026-01-01' });
}

/** A side's units and branches, and whoever has its posts. */
async function side(city: CenterRig, chief: string, name: 'east' | 'west'): Promise<void> {
  const does = doer(city, chief);
  await tree(does, `${name}-first`, 'first', 'city');
  for (const n of [1, 2]) {
    await tree(does, `${name}-lobby-${n}`, 'outlet', `${name}-first`);
    const bound = { branch: `${name}-${n}`, node: `${name}-lobby-${n}`, from: '2026-01-01' };
    await does({ type: 'branch.bind', ...bound });
  }
  const person = `${name}-vice`;
  await joined(city, chief, { person, role: 'leader', node: `${name}-first` });
  const called = name === 'west' ? '西门副行长' : '东门副行长';
  await toCity(city, 'requests', { type: 'account.name', person, name: called }, chief);
  const held = { type: 'post.hold', node: `${name}-first`, person, from: '2026-01-01' };
  for (const post of ['vice', 'business']) await does({ ...held, post });
}

/** A center of four branches, with people, posts, things sent, and a month that can be closed. */
async function twoSides() {
  const disk = new MemoryDisk();
  const ids = ['east-1', 'east-2', 'west-1', 'west-2'];
  const branches = ids.map((id, i) => ({
    ...{ id, name: id.startsWith('west') ? `西门${i}` : `东门${i}`, from: '2026-10-30' },
    ...{ days: 2, tickets: 25, seed: i + 1 },
  }));
  await receivedBy(disk, CITY, branches);
  const clock = handClock(Date.parse('2026-11-03T09:00:00+08:00'));
  const city = await startCenter(disk, { clock });
  const chief = await founded(city);
  const does = doer(city, chief);
  await tree(does, 'city', 'city', null);
  await side(city, chief, 'east');
  await side(city, chief, 'west');
  await does({ type: 'rules.set', node: 'city', rules });
  await does({ type: 'rules.set', node: 'west-first', rules: { ...rules, version: 'of-west' } });
  await does({ type: 'sent.notice', to: { branches: ['west-1', 'west-2'] }, notice });
  const plan = { type: 'plan.inspect', quarter: '2026-Q4', inspector: 'west-inspector' };
  await does({ ...plan, branches: ['west-1'] });
  const account = { person: 'east-leader', role: 'leader', node: 'east-first' };
  return { city, chief, does, leader: await joined(city, chief, account) };
}

/** All that a leader of the east can be answered: about their own unit, its branches, and all above. */
async function allAnswers(city: CenterRig, leader: string): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  const own: Side = { ...NOWHERE, node: 'east-first', branch: 'east-1' };
  for (const { type, ...fields } of sampleCityQuestions(own))
    all.set(type, JSON.stringify(await said(city, leader, type, fields)));
  all.set('month of the city', JSON.stringify(await month(city, leader)));
  const { socket } = await line(city, leader);
  for (const name of ['shell', 'live'])
    for (const node of [undefined, 'east-first']) {
      const shown = await socket.emitWithAck('watch', { name, ...(node && { node }) });
      all.set(`${name} ${node}`, JSON.stringify(shown));
    }
  return all;
}

const branchesIn = (proposals: readonly { readonly branch: string }[] = []) =>
  proposals.map(({ branch }) => branch).join();

test('A4 city: whatever a leader asks, no answer holds a word of another’s branches', async () => {
  const { city, chief, does, leader } = await twoSides();
  const open = await month(city, chief);
  expect(branchesIn(open.preview?.proposals)).toMatch(/east.*west|west.*east/);
  for (const [what, answer] of await allAnswers(city, leader))
    expect(answer, what).not.toMatch(WEST);
  const mine = await month(city, leader);
  expect(mine.branches.map(({ branch }) => branch).sort()).toEqual(['east-1', 'east-2']);
  expect(branchesIn(mine.preview?.proposals)).toMatch('east');
  const { sum } = open.preview ?? { sum: '' };
  await does({ type: 'month.close', month: MONTH, node: 'city', sum, despite: '系统上线首月' });
  const closed = await allAnswers(city, leader);
  for (const [what, answer] of closed) expect(answer, what).not.toMatch(WEST);
  expect(branchesIn((await month(city, chief)).proposals)).toMatch(WEST);
  expect(branchesIn((await month(city, leader)).proposals)).toMatch('east');
  expect(closed.get('month of the city')).toContain('东门副行长');
});

test('A4 city: what a leader asks or does about another’s unit or branch is refused', async () => {
  const city = await startCenter();
  const chief = await founded(city);
  await withTree(city, chief);
  const leader = await joined(city, chief, { person: 'eva', role: 'leader', node: 'E' });
  const west: Side = { ...NOWHERE, node: 'W', branch: 'west' };
  for (const { type, ...fields } of sampleCityQuestions(west)) {
    const answer = await said(city, leader, type, fields);
    const isOfCity = type === 'people' || type === 'offices';
    expect(codeOf(answer), type).toBe(isOfCity ? 'door.forbidden' : 'door.outside');
  }
  const { socket } = await line(city, leader);
  for (const one of sampleCityViews(west))
    expect(codeOf(await socket.emitWithAck('watch', one)), one.name).toBe('door.outside');
  const before = headOf(city);
  for (const one of sampleCityCommands(west))
    expect((await decides(city, leader, one)).ok, one.type).toBe(false);
  expect(headOf(city)).toBe(before);
});
