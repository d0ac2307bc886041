import { expect, test, vi } from 'vitest';
import type { LiveView } from '../../shared/city/views/live.ts';
import type { MonthPage } from '../../shared/city/views/month.ts';
import type { CityAsked, CityPublished } from '../../shared/city/wire.ts';
import {
  type CenterRig,
  CITY,
  codeFor,
  ledgerIn,
  shelfOf,
  startBranch,
  startCenter,
  tickets,
} from '../kit/center.ts';
import { decides, founded, toCity, withTree } from '../kit/cityDoor.ts';
import { receivedBy } from '../kit/cityHall.ts';
import { handClock } from '../kit/handClock.ts';
import { NINE } from '../kit/hub.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { isAbsent, openStore } from '../kit/stores.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const DAY = 24 * 3_600_000;

async function liveOf({ url }: CenterRig, token: string): Promise<LiveView> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await fetch(new URL('/api/city/views/live', url), { headers });
  return ((await answer.json()) as CityPublished<'live'>).view;
}

async function monthOf(city: CenterRig, token: string, month: string): Promise<MonthPage> {
  const question = { type: 'month', month, node: 'city' };
  const asked = await toCity<CityAsked<'month'>>(city, 'questions', question, token);
  if (!asked.ok) throw new Error(asked.says.en);
  return asked.answer;
}

test('bad input: a clock a day off, a second branch under one id, a ledger of a future version: each is said of its own branch, and no other feels it', async () => {
  const city = await startCenter();
  const chief = await founded(city);
  const ahead = await startBranch(city, await codeFor(city, 'ahead'), {
    clock: handClock(NINE + DAY),
  });
  const east = await startBranch(city, await codeFor(city, 'east'));
  const [first, second] = [await codeFor(city, 'twin'), await codeFor(city, 'twin')];
  const twin = await startBranch(city, first);
  await expect(startBranch(city, second)).rejects.toThrow('enrolled with another key');
  const enrol = { type: 'branch.enrol', branch: 'TWIN', name: '同名网点' };
  const again = await toCity(city, 'requests', enrol, chief);
  expect(again).toMatchObject({ code: 'door.branchEnrolled', details: { branch: 'twin' } });
  const newer = { v: 2, head: null, at: 0, more: true };
  const body = JSON.stringify(newer);
  for (const path of ['enrol', 'segments', 'state']) {
    const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    const answer = await fetch(new URL(`/api/center/${path}`, city.url), sent);
    expect(answer.status, path).toBeGreaterThanOrEqual(400);
  }
  for (const branch of [ahead, east, twin]) {
    await tickets(branch, 4);
    expect(await branch.synced()).toMatchObject({ linked: true, refused: null, behind: 0 });
  }
  for (const [id, branch] of Object.entries({ ahead, east, twin }))
    expect(await ledgerIn(city.disk, shelfOf(id)), id).toEqual(
      await ledgerIn(branch.disk as MemoryDisk),
    );
  const { rows } = await liveOf(city, chief);
  const alarms = Object.fromEntries(rows.map(({ branch, alarms }) => [branch, alarms]));
  expect(alarms).toMatchObject({ ahead: [{ is: 'clock' }], east: [], twin: [] });
});

/** October of two branches; `late` opened in the middle of it. */
async function october(): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  const of = (id: string, from: string, days: number, seed: number) => ({
    ...{ id, name: id, from, days, seed, tickets: 2 },
  });
  await receivedBy(disk, CITY, [of('east', '2026-10-01', 31, 1), of('late', '2026-10-22', 10, 3)]);
  return disk;
}

async function inTheTree(city: CenterRig, chief: string): Promise<void> {
  await withTree(city, chief);
  const node = { type: 'node.open', node: 'late', level: 'outlet', parent: 'E' };
  await decides(city, chief, { ...node, name: { zh: '新', en: 'New' }, from: '2026-10-22' });
  const bound = { type: 'branch.bind', branch: 'late', node: 'late', from: '2026-10-22' };
  expect(await decides(city, chief, bound)).toMatchObject({ ok: true });
}

const november = () => handClock(Date.parse('2026-11-03T09:00:00+08:00'));

test('bad input: a branch that opens in mid-month is measured by its own days, is marked, and holds no closing up', async () => {
  const city = await startCenter(await october(), { clock: november() });
  const chief = await founded(city);
  await inTheTree(city, chief);
  const page = await monthOf(city, chief, '2026-10');
  const of = (id: string) => page.branches.find(({ branch }) => branch === id);
  expect([of('late')?.opened, of('late')?.days]).toEqual(['2026-10-22', 10]);
  expect([of('east')?.opened, of('east')?.days]).toEqual([null, 31]);
  expect(page.lacks.filter((lack) => 'branch' in lack)).toEqual([]);
  expect(of('late')?.figures.averageWait).toMatchObject({ n: expect.any(Number), sample: 'short' });
  const close = { type: 'month.close', month: '2026-10', node: 'city', despite: null };
  const closed = await decides(city, chief, { ...close, sum: page.preview?.sum });
  expect(closed).toMatchObject({ ok: true });
});

test.skipIf(isAbsent('postgres'))(
  'bad input: a month closed twice, by two people at two servers at once, is closed once',
  async () => {
    const store = await openStore('postgres');
    const tables = { isRecord: true, store } as const;
    const disk = new MemoryDisk();
    const a = await startCenter(disk, { tables, clock: november() });
    const chief = await founded(a);
    await withTree(a, chief);
    const enrol = { type: 'branch.enrol', branch: 'east', name: '东街' };
    const given = await toCity(a, 'requests', enrol, chief);
    const clock = handClock(Date.parse('2026-10-30T09:00:00+08:00'));
    const east = await startBranch(a, (given.ok && given.code) || '', { clock });
    await tickets(east, 3);
    await east.synced();
    const b = await startCenter(disk, { tables, clock: a.clock });
    const { preview } = await monthOf(b, chief, '2026-10');
    const close = { type: 'month.close', month: '2026-10', node: 'city', sum: preview?.sum };
    const answers = await Promise.all(
      [a, b].map((city) => decides(city, chief, { ...close, despite: '系统上线首月' })),
    );
    const codes = answers.map((answer) => (answer.ok ? 'closed' : answer.code)).sort();
    expect(codes).toEqual(['closed', 'month.closedAlready']);
    for (const city of [a, b]) {
      await city.center.city.catchUp();
      const again = await decides(city, chief, { ...close, despite: '再关一次' });
      expect(again).toMatchObject({ ok: false, code: 'month.closedAlready' });
      const { closings } = city.center.city.state.months;
      expect(Object.values(closings).map(({ id }) => id)).toEqual(['2026-10.city']);
    }
  },
);
