import { expect, test, vi } from 'vitest';
import { diskOf, imageOf } from '../faults/image.ts';
import {
  codeFor,
  ledgerIn,
  nextDay,
  shelfOf,
  startBranch,
  startCenter,
  tickets,
} from '../kit/center.ts';
import { handClock } from '../kit/handClock.ts';
import { NINE, screen } from '../kit/hub.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

vi.setConfig({ testTimeout: 60_000 });

/** A branch that was linked for a day, and its disk as it stood the evening before. */
async function given() {
  const city = await startCenter();
  const clock = handClock(NINE);
  const disk = new MemoryDisk();
  const code = await codeFor(city, 'east');
  const branch = await startBranch(city, code, { disk, clock });
  await tickets(branch, 8);
  await branch.synced();
  await branch.hub.sign();
  const yesterday = imageOf(disk);
  await nextDay(branch);
  await tickets(branch, 8);
  await branch.synced();
  const witnessed = await ledgerIn(city.disk, shelfOf('east'));
  return { city, clock, branch, yesterday, witnessed, disk };
}

test('A10 yesterday’s image restored: the first sync says so, on the panel and at the center', async () => {
  const { city, branch, yesterday, witnessed, clock } = await given();
  await branch.stop();
  const old = await startBranch(city, null, { disk: diskOf(yesterday), clock });
  const link = await old.synced();
  expect(link.refused).toMatchObject({ code: 'center.fork' });
  const panel = await screen(old);
  await panel.watch({ name: 'manager' });
  const view = await panel.sees('manager', ({ center }) => center?.refused !== null);
  expect(view.center?.refused?.code).toBe('center.fork');
  expect(old.said.join()).toContain('there are two ledgers');
  expect(await city.center.branches()).toMatchObject([{ refused: { code: 'center.fork' } }]);
  expect(city.said.join()).toContain('east: 第');
  const ready = await fetch(`${old.url}/readyz`).then((r) => r.json());
  expect(ready).toMatchObject({ ok: true, checks: { center: 'refused' } });
  // It works on, gets longer than what was witnessed, and is another ledger still.
  await tickets(old, 40);
  expect((await old.synced()).refused).toMatchObject({ code: 'center.fork' });
  expect(await ledgerIn(city.disk, shelfOf('east'))).toEqual(witnessed);
});

test('A10 two hubs cloned from one disk: whoever comes second is refused, each time', async () => {
  const { city, branch, disk, clock } = await given();
  await branch.stop();
  const copy = diskOf(imageOf(disk));
  const again = await startBranch(city, null, { disk, clock });
  expect((await again.synced()).refused).toBeNull();
  const its = handClock(clock.now().at);
  const clone = await startBranch(city, null, { disk: copy, clock: its });
  for (let n = 0; n < 3; n++) {
    await tickets(clone, 5);
    await tickets(again, 3);
    expect((await again.synced()).refused).toBeNull();
    expect((await clone.synced()).refused).toMatchObject({ code: 'center.fork' });
  }
  expect(await ledgerIn(city.disk, shelfOf('east'))).toEqual(await ledgerIn(disk));
  expect(await city.center.branches()).toMatchObject([{ refused: { code: 'center.fork' } }]);
});
