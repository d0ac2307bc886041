import { expect, test, vi } from 'vitest';
import {
  codeFor,
  ledgerIn,
  nextDay,
  shelfOf,
  startBranch,
  startCenter,
  tickets,
} from '../kit/center.ts';
import { verdictOf } from '../kit/copies.ts';
import { handClock } from '../kit/handClock.ts';
import { NINE, startHub } from '../kit/hub.ts';
import { FOLDER, fileOf } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

vi.setConfig({ testTimeout: 60_000 });

const DAYS = ['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
const [FIRST = '', SECOND = ''] = DAYS.map(fileOf);

/** Four days of a branch that never had a center, on a clock of its own. */
async function alone() {
  const [disk, clock] = [new MemoryDisk(), handClock(NINE)];
  const hub = await startHub({ disk, clock });
  for (const _ of DAYS.slice(1)) {
    await tickets(hub, 4);
    await nextDay(hub);
  }
  await tickets(hub, 2);
  await hub.stop();
  return { disk, clock };
}

const goes = (disk: MemoryDisk, ...paths: string[]) => {
  const files = paths.map((path) => [path, disk.peek(path)] as const);
  for (const path of paths) disk.put(path, null);
  return () => {
    for (const [path, bytes] of files) disk.put(path, bytes);
  };
};

test('a branch whose first days were put away unwitnessed is refused, told why, and works on', async () => {
  const { disk, clock } = await alone();
  const back = goes(disk, FIRST, SECOND);
  expect(await verdictOf(disk, FOLDER)).toMatch(/^ok .*older days were pruned/);
  const city = await startCenter();
  const branch = await startBranch(city, await codeFor(city, 'east'), { disk, clock });
  const { refused } = await branch.synced();
  expect(refused).toMatchObject({ code: 'center.pruned', details: { seq: expect.any(Number) } });
  expect(branch.said.join('\n')).toContain('put their files back from the backup');
  const [stand] = await city.center.branches();
  expect(stand).toMatchObject({ head: { seq: 0 }, refused: { code: 'center.pruned' } });
  expect(city.said.join('\n')).toContain('无从核对');
  await tickets(branch, 3);
  expect((await branch.synced()).refused?.code).toBe('center.pruned');
  back();
  expect(await branch.synced()).toMatchObject({ refused: null, behind: 0 });
  expect(await ledgerIn(city.disk, shelfOf('east'))).toEqual(await ledgerIn(disk));
  expect(await verdictOf(city.disk, shelfOf('east'))).toMatch(/^ok/);
});

test('days that were witnessed may be put away, and the center still has them', async () => {
  const { disk, clock } = await alone();
  const city = await startCenter();
  const branch = await startBranch(city, await codeFor(city, 'east'), { disk, clock });
  expect(await branch.synced()).toMatchObject({ refused: null, behind: 0 });
  const whole = await ledgerIn(city.disk, shelfOf('east'));
  goes(disk, FIRST, SECOND);
  await branch.stop();
  const again = await startBranch(city, null, { disk, clock });
  await tickets(again, 3);
  expect(await again.synced()).toMatchObject({ refused: null, behind: 0 });
  const held = await ledgerIn(city.disk, shelfOf('east'));
  expect(Object.keys(held)).toEqual(Object.keys(whole));
});

test('so is one that puts days away while its line to the center is down', async () => {
  const [disk, clock] = [new MemoryDisk(), handClock(NINE)];
  const city = await startCenter();
  const linked = await startBranch(city, await codeFor(city, 'east'), { disk, clock });
  await tickets(linked, 4);
  await linked.synced();
  await linked.stop();
  const cut = await startHub({ disk, clock });
  for (const _ of DAYS.slice(1)) {
    await nextDay(cut);
    await tickets(cut, 2);
  }
  await cut.stop();
  const back = goes(disk, FIRST, SECOND);
  const later = await startBranch(city, null, { disk, clock });
  const { refused } = await later.synced();
  expect(refused).toMatchObject({ code: 'center.pruned', details: { seq: expect.any(Number) } });
  back();
  expect(await later.synced()).toMatchObject({ refused: null, behind: 0 });
  expect(await ledgerIn(city.disk, shelfOf('east'))).toEqual(await ledgerIn(disk));
});

test('where nothing of it can be put back, a new epoch is the way on, and says what it follows', async () => {
  const { disk, clock } = await alone();
  goes(disk, FIRST);
  const city = await startCenter();
  const old = await startBranch(city, await codeFor(city, 'east'), { disk, clock });
  expect((await old.synced()).refused?.code).toBe('center.pruned');
  await old.stop();
  const fresh = new MemoryDisk();
  const code = await codeFor(city, 'east', 2);
  const anew = await startBranch(city, code, { disk: fresh, clock: handClock(clock.now().wall) });
  await tickets(anew, 3);
  expect(await anew.synced()).toMatchObject({ refused: null, behind: 0 });
  const [stand] = await city.center.branches();
  expect(stand).toMatchObject({ epoch: 2 });
  expect(await ledgerIn(city.disk, shelfOf('east', 2))).toEqual(await ledgerIn(fresh));
});
