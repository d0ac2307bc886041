import { globalAgent } from 'node:http';
import { expect, test, vi } from 'vitest';
import { complaintBoard } from '../../shared/city/board/complaints.ts';
import { lateHours } from '../../shared/city/board/late.ts';
import { receivedBy } from '../../shared/city/board/readers.ts';
import { rectificationBoard } from '../../shared/city/board/rectifications.ts';
import { sendingOf } from '../../shared/city/sent/state.ts';
import type { BranchId, BusinessDate, SendingId, StaffId } from '../../shared/ids.ts';
import type { Lobby, LobbyCommand } from '../../shared/lobby.ts';
import { rowOf } from '../../shared/month/dayRow.ts';
import { periodOf } from '../../shared/month/periods.ts';
import { sheetOf } from '../../shared/month/sheet.ts';
import {
  type BranchRig,
  type CenterRig,
  codeFor,
  startBranch,
  startCenter,
} from '../kit/center.ts';
import { circular, fromCity, workOrder } from '../kit/down.ts';
import { handClock } from '../kit/handClock.ts';
import { NINE } from '../kit/hub.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

vi.setConfig({ testTimeout: 60_000 });

const TODAY = '2026-11-24' as BusinessDate;
const ops = { person: 'ops', role: 'operations', scope: null } as never;
const { kind: _, ...notice } = circular;
const { kind: __, inspector: ___, ...inspection } = fromCity;
const { kind: ____, ...complaint } = workOrder;

async function does({ center }: CenterRig, command: object): Promise<SendingId | null> {
  const answer = await center.city.takeOwn(command as never, ops);
  if (!answer.ok) throw new Error(answer.says.en);
  const sent = answer.facts.find((fact) => fact.type === 'sent.out');
  return sent?.type === 'sent.out' ? sent.id : null;
}

async function press({ hub }: BranchRig, command: object, person: string | null = null) {
  const sender = { device: 'hub', person, role: 'hub' } as const;
  const answer = await hub.pipeline.submitOwn(command as LobbyCommand, sender);
  if (!answer.ok) throw new Error(answer.says.en);
}

const STAFF = { b1: 'branchManager', l1: 'lobbyManager', t1: 'teller' };

async function opened(city: CenterRig, id: string, disk = new MemoryDisk()) {
  const { clock } = city;
  const branch = await startBranch(city, await codeFor(city, id), { clock, disk });
  for (const [person, post] of Object.entries(STAFF))
    await press(branch, { type: 'staff.add', person, post });
  return branch;
}

async function cityOf(...branches: string[]) {
  const clock = handClock(NINE);
  const city = await startCenter(new MemoryDisk(), { clock });
  const named = (name: string) => ({ zh: name, en: name });
  const at = { from: '2026-01-01' };
  await does(city, {
    type: 'node.open',
    node: 'city',
    level: 'city',
    name: named('市分行'),
    parent: null,
    ...at,
  });
  await does(city, {
    type: 'node.open',
    node: 'east',
    level: 'first',
    name: named('东城'),
    parent: 'city',
    ...at,
  });
  for (const branch of branches)
    await does(city, { type: 'branch.bind', branch, node: 'east', ...at });
  return city;
}

const heldBy = async ({ center }: CenterRig, branch: string): Promise<Lobby | null> =>
  (await center.books.lobby(branch as BranchId))?.lobby ?? null;

test('a circular goes to twelve branches, three of them offline; those get it later, and all receipts come up', async () => {
  const ids = Array.from({ length: 12 }, (_, i) => `b${i + 1}`);
  const first = await cityOf(...ids);
  const hubs = new Map<string, BranchRig>();
  const disks = new Map(ids.map((id) => [id, new MemoryDisk()]));
  for (const id of ids.slice(0, 6)) hubs.set(id, await opened(first, id, disks.get(id)));
  // Ten enrolments in a row are all that one address may try: another start of the center.
  await first.stop();
  globalAgent.destroy();
  const { clock, disk } = first;
  const city = await startCenter(disk, { clock, port: Number(first.url.port) });
  for (const id of ids.slice(6)) hubs.set(id, await opened(city, id, disks.get(id)));
  const away = ids.slice(9);
  for (const id of away) await hubs.get(id)?.stop();
  const sent = await does(city, { type: 'sent.notice', to: { nodes: ['city'] }, notice });
  const one = sendingOf(city.center.city.state.sent, sent as SendingId);
  if (!one) throw new Error('nothing was sent');
  const view = async () => {
    const lobbies = new Map<string, Lobby | null>();
    for (const id of ids) lobbies.set(id, await heldBy(city, id));
    const { sent: room } = city.center.city.state;
    return receivedBy(one, (branch) => lobbies.get(branch) ?? null, room);
  };
  for (const id of ids.slice(0, 9)) await hubs.get(id)?.synced();
  for (const id of ['b1', 'b2']) {
    const hub = hubs.get(id);
    if (hub) await press(hub, { type: 'notice.read', notice: `${TODAY}.n1` }, 'b1');
    await hub?.synced();
  }
  const now = await view();
  expect(now.every(({ arrived, enteredAt }) => arrived === (enteredAt !== null))).toBe(true);
  expect(now.filter(({ enteredAt }) => enteredAt === null).map(({ branch }) => branch)).toEqual(
    away,
  );
  expect(now.filter(({ read }) => read.length > 0).map(({ branch }) => branch)).toEqual([
    'b1',
    'b2',
  ]);
  expect(now[0]?.unread).toEqual(['l1', 't1']);
  city.clock.turn(48 * 3_600_000);
  for (const id of away) {
    const back = await startBranch(city, null, {
      clock: city.clock,
      disk: disks.get(id) ?? new MemoryDisk(),
    });
    await back.synced();
    await press(back, { type: 'notice.read', notice: '2026-11-26.n1' }, 't1');
    await back.synced();
  }
  const later = await view();
  expect(later.every(({ enteredAt }) => enteredAt !== null)).toBe(true);
  expect(later[11]?.read).toMatchObject([{ person: 't1' as StaffId }]);
});

test('an inspection from above changes the branch’s sheet, and the center’s is equal to the digit', async () => {
  const city = await cityOf('east');
  const east = await opened(city, 'east');
  await east.synced();
  const month = periodOf('2026-11');
  const sheets = async () => {
    await east.synced();
    const own = rowOf(east.hub.pipeline.lobby, east.hub.pipeline.lobby.visit.lastAt);
    if (!month || !own) throw new Error('there is no day');
    const scores = (rows: Parameters<typeof sheetOf>[0]) =>
      sheetOf(rows, month, { today: TODAY, rules: own.rules });
    return [scores([own]), scores(await city.center.books.rows('east' as BranchId))] as const;
  };
  const [before] = await sheets();
  expect(before.total.score).toBeNull();
  const id = await does(city, { type: 'sent.inspection', branch: 'east', inspection });
  const [own, held] = await sheets();
  expect(own.items.map(({ score }) => score)).toEqual([null, null, null, 85, null, 100]);
  expect(held).toEqual(own);
  expect(
    rectificationBoard(
      [{ branch: 'east' as BranchId, lobby: (await heldBy(city, 'east')) as Lobby }],
      TODAY,
    ),
  ).toMatchObject([{ age: 0, stands: 'unmeasured', one: { owner: 't1' } }]);
  await does(city, { type: 'sent.withdraw', sending: id, why: '网点有误' });
  const [after, heldAfter] = await sheets();
  expect(after.items[3]?.score).toBeNull();
  expect(heldAfter).toEqual(after);
});

test('a complaint from above runs through its deadlines, and the city follows it', async () => {
  const city = await cityOf('east');
  const east = await opened(city, 'east');
  const asked = { ...complaint, receivedOn: '2026-11-23', due: '2026-11-25' };
  await does(city, { type: 'sent.complaint', branch: 'east', complaint: asked });
  const board = async () => {
    await east.synced();
    const lobby = (await heldBy(city, 'east')) as Lobby;
    return complaintBoard([{ branch: 'east' as BranchId, lobby }], city.clock.now().at)[0];
  };
  expect(await board()).toMatchObject({ left: 1, level: 'yellow', next: { what: 'contact' } });
  city.clock.turn(3 * 3_600_000);
  expect(await board()).toMatchObject({ level: 'orange', order: { owner: 'b1' } });
  city.clock.turn(45 * 3_600_000);
  await press(east, { type: 'tick' });
  expect(await board()).toMatchObject({ left: -1, level: 'red' });
  const order = { complaint: `${TODAY}.c1` };
  await press(east, { type: 'complaint.contact', ...order }, 'b1');
  await press(east, { type: 'complaint.close', ...order, root: 'conduct', action: '培训' }, 'b1');
  expect(await board()).toMatchObject({ left: null, late: true, next: null });
});

test('a branch that begins a new epoch is sent what its new ledger lacks, and nothing twice', async () => {
  const city = await cityOf('east');
  const east = await opened(city, 'east');
  await does(city, { type: 'sent.notice', to: { branches: ['east'] }, notice });
  await does(city, { type: 'sent.complaint', branch: 'east', complaint });
  await east.synced();
  await east.stop();
  await does(city, {
    type: 'sent.notice',
    to: { branches: ['east'] },
    notice: { ...notice, title: '后发' },
  });
  const fresh = await startBranch(city, await codeFor(city, 'east', 2), { clock: city.clock });
  for (const [person, post] of Object.entries(STAFF))
    await press(fresh, { type: 'staff.add', person, post });
  await does(city, {
    type: 'sent.notice',
    to: { branches: ['east'] },
    notice: { ...notice, title: '新发' },
  });
  expect(await fresh.synced()).toMatchObject({ linked: true, down: null });
  const { floor, care, down } = fresh.hub.pipeline.lobby;
  expect(floor.notices.list.map(({ title }) => title)).toEqual(['后发', '新发']);
  expect(care.complaints.orders).toHaveLength(1);
  expect(down.n).toBe(3);
});

test('a month’s late hours are counted from a branch’s own rows', async () => {
  const slot = (at: string, waits: number, late: number) => ({ at, waits, late });
  const row = (...slots: object[]) => ({ slots }) as never;
  const rows = [
    row(slot('10:30', 20, 8), slot('11:00', 20, 2), slot('15:00', 4, 4)),
    row(slot('10:30', 20, 4), { at: '09:00', waits: 90 }),
  ];
  const late = lateHours('2026-11' as never, rows);
  expect(late).toMatchObject({ n: 64, late: 18, line: 0.1 });
  expect(late?.hours).toEqual([
    { at: '10:30', n: 40, late: 12 },
    { at: '11:00', n: 20, late: 2 },
  ]);
  expect(lateHours('2026-11' as never, [row(slot('10:30', 20, 8))])).toBeNull();
});
