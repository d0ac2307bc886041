import { expect, test, vi } from 'vitest';
import { readAll } from '../../server/upkeep/kept.ts';
import type { BranchId, BusinessDate } from '../../shared/ids.ts';
import { contenderOf } from '../../shared/month/contender.ts';
import { periodOf } from '../../shared/month/periods.ts';
import { rulesOn } from '../../shared/month/rules.ts';
import { sheetOf } from '../../shared/month/sheet.ts';
import { codeFor, nextDay, shelfOf, startBranch, startCenter, tickets } from '../kit/center.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

vi.setConfig({ testTimeout: 60_000 });

const EAST = 'east' as BranchId;

async function given() {
  const city = await startCenter();
  const east = await startBranch(city, await codeFor(city, 'east'));
  const west = await startBranch(city, await codeFor(city, 'west'));
  for (const branch of [east, west]) {
    await tickets(branch, 8);
    await nextDay(branch);
    await tickets(branch, 5);
    await branch.synced();
  }
  return { city, east, west, books: city.center.books };
}

test('the books say of a branch what its own ledger comes to, and what it is doing now', async () => {
  const { city, east, books } = await given();
  const kept = (await readAll(city.disk, shelfOf('east')))?.kept[0];
  const rows = await books.rows(EAST);
  expect(rows).toEqual(kept?.days.map(({ row }) => row));
  expect(rows.map(({ date }) => date)).toEqual(['2026-11-24', '2026-11-25']);
  expect(await books.rows(EAST, { to: '2026-11-24' })).toEqual(rows.slice(0, 1));
  const now = await books.lobby(EAST);
  expect(now?.lobby).toEqual(east.hub.pipeline.lobby);
  expect(now?.head).toMatchObject({ seq: kept?.head.seq, hash: kept?.head.hash });
  await tickets(east, 3);
  await east.synced();
  const later = await books.lobby(EAST);
  expect(later?.lobby).toEqual(east.hub.pipeline.lobby);
  const today = await books.entries(EAST, '2026-11-25' as BusinessDate);
  expect(today.at(-1)?.seq).toBe(later?.head.seq);
  expect(today[0]?.facts.map(({ type }) => type)).toContain('day.opened');
});

test('a month of all branches: rows, and figures as the sheet says them', async () => {
  const { books } = await given();
  const month = await books.month('2026-11');
  expect([...month.keys()].sort()).toEqual(['east', 'west']);
  const period = periodOf('2026-11');
  if (!period) throw new Error('no month');
  const contenders = await books.contenders('2026-11');
  for (const [branch, rows] of month) {
    const rules = rulesOn((await books.lobby(branch))?.lobby.visit.settings ?? never(), period.to);
    const sheet = sheetOf(rows, period, { today: period.to, rules });
    expect(contenders).toContainEqual(contenderOf(branch, sheet));
  }
  expect(await books.contenders('2026-10')).toEqual([]);
  expect(await books.month('2026-10')).toEqual(new Map());
});

const never = (): never => {
  throw new Error('nothing is held');
};

test('a new epoch goes on in the same books; whom nobody enrolled is not in them', async () => {
  const { city, east, books } = await given();
  await east.stop();
  const before = await books.rows(EAST);
  const { clock } = east;
  const code = await codeFor(city, 'east', 2);
  const fresh = await startBranch(city, code, { disk: new MemoryDisk(), clock });
  await tickets(fresh, 4);
  await fresh.synced();
  const rows = await books.rows(EAST);
  expect(rows.slice(0, before.length)).toEqual(before);
  expect(rows.slice(before.length).map(({ date }) => date)).toEqual(['2026-11-25']);
  const stranger = 'nobody' as BranchId;
  expect(await books.rows(stranger)).toEqual([]);
  expect(await books.lobby(stranger)).toBeNull();
  expect(await books.entries(stranger, '2026-11-25' as BusinessDate)).toEqual([]);
});
