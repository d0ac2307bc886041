import { expect, test, vi } from 'vitest';
import {
  codeFor,
  ledgerIn,
  MINUTE,
  nextDay,
  shelfOf,
  startBranch,
  startCenter,
  tickets,
} from '../kit/center.ts';
import { verdictOf } from '../kit/copies.ts';
import { handClock } from '../kit/handClock.ts';
import { NINE } from '../kit/hub.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

vi.setConfig({ testTimeout: 60_000 });

/** P8: a branch alone is a whole branch. */
test('cut off from its center for seven days, a branch works on; the backlog drains, byte for byte', async () => {
  const [disk, clock] = [new MemoryDisk(), handClock(NINE)];
  const city = await startCenter(disk, { clock });
  const branch = await startBranch(city, await codeFor(city, 'east'), { clock });
  await tickets(branch, 5);
  expect(await branch.synced()).toMatchObject({ linked: true, behind: 0 });
  const port = Number(city.url.port);
  await city.stop();

  for (let day = 0; day < 7; day++) {
    await nextDay(branch);
    await tickets(branch, 40);
    for (let n = 0; n < 20; n++) {
      clock.turn(30 * MINUTE);
      await branch.hub.links.sync();
    }
    expect(branch.hub.links.state()).toMatchObject({ linked: false, refused: null });
    expect(branch.hub.pipeline.accepting).toBe(true);
  }
  const ready = await fetch(`${branch.url}/readyz`).then((r) => r.json());
  expect(ready).toMatchObject({ ok: true, checks: { center: 'unlinked', ledger: 'writable' } });
  const behind = branch.hub.links.state()?.behind ?? 0;
  expect(behind).toBeGreaterThan(280);
  const lag = await fetch(`${branch.url}/metrics`).then((r) => r.text());
  expect(lag).toContain(`tingtang_witness_lag_entries ${behind}`);

  const back = await startCenter(disk, { clock, port });
  expect(await branch.synced()).toMatchObject({ linked: true, behind: 0, refused: null });
  await branch.synced();
  expect(await ledgerIn(disk, shelfOf('east'))).toEqual(await ledgerIn(branch.disk));
  const closings = await disk.read(`${shelfOf('east')}/closings.jsonl`);
  expect(String(closings)).toBe(String(await branch.disk.read('/data/closings.jsonl')));
  expect(await verdictOf(disk, shelfOf('east'))).toMatch(/^ok/);
  expect(branch.said.filter((line) => line.includes('out of reach'))).toHaveLength(1);
  expect(await back.center.branches()).toMatchObject([{ refused: null }]);
});

test('a press waits for no center: one that answers never holds nothing up', {
  retry: 2,
}, async () => {
  const city = await startCenter();
  const branch = await startBranch(city, await codeFor(city, 'east'));
  await branch.synced();
  city.center.http.removeAllListeners('request');
  city.center.http.on('request', () => {});
  await tickets(branch, 3);
  void branch.hub.links.sync();
  const before = performance.now();
  await tickets(branch, 20);
  expect(performance.now() - before).toBeLessThan(2000);
  expect(branch.hub.links.state()?.behind).toBeGreaterThan(20);
  // From here on it hangs up: the hub would wait twenty seconds for what it asks at its end.
  city.center.http.removeAllListeners('request');
  city.center.http.on('request', (asked) => void asked.destroy());
  city.center.http.closeAllConnections();
});

test('the hub’s own timer sends what is new, once a minute', async () => {
  const clock = handClock(NINE);
  const city = await startCenter(new MemoryDisk(), { clock });
  const branch = await startBranch(city, await codeFor(city, 'east'), { clock });
  await branch.synced();
  await tickets(branch, 4);
  const before = branch.hub.links.state()?.witnessed?.seq ?? 0;
  clock.turn(2 * MINUTE);
  await expect.poll(() => branch.hub.links.state()?.witnessed?.seq ?? 0).toBeGreaterThan(before);
});

test('a branch whose clock is a day off is taken, and it is said on both sides', async () => {
  const city = await startCenter(new MemoryDisk(), { clock: handClock(NINE) });
  const code = await codeFor(city, 'east');
  const branch = await startBranch(city, code, { clock: handClock(NINE + 24 * 3_600_000) });
  await tickets(branch, 3);
  const link = await branch.synced();
  expect(link).toMatchObject({ linked: true, behind: 0 });
  expect(Math.round((link.offset ?? 0) / 3_600_000)).toBe(24);
  const [stand] = await city.center.branches();
  expect(Math.round((stand?.offset ?? 0) / 3_600_000)).toBe(24);
});
