import { expect, test } from 'vitest';
import { printVerdict } from '../../server/ledger/verdict.ts';
import { verifyHistory } from '../../server/rebuilt.ts';
import type { CounterId, ServiceId } from '../../shared/ids.ts';
import { handClock } from '../kit/handClock.ts';
import { idAt, NINE, screen, startHub } from '../kit/hub.ts';
import { FOLDER } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

const HOUR = 3_600_000;
const counter = '2' as CounterId;
const take = {
  type: 'ticket.issue',
  service: 'cash' as ServiceId,
  class: 'ordinary',
  by: 'kiosk',
} as const;

test('P7: a restart brings everything back, and a retry from before it gets its answer', async () => {
  const disk = new MemoryDisk();
  const first = await startHub({ disk });
  const one = await screen(first);
  const command = { ...take, id: idAt(NINE) };
  const answer = await one.raw(command);
  await one.send({ type: 'counter.open', counter });
  await one.send({ type: 'call.next', counter });
  const before = first.hub.pipeline.lobby;
  await first.stop();

  const second = await startHub({ disk, clock: handClock(NINE + 60_000) });
  const { visit } = second.hub.pipeline.lobby;
  expect(visit.tickets).toEqual(before.visit.tickets);
  expect(visit.counters[counter]?.present).toBe(before.visit.counters[counter]?.present);
  expect(visit.restarts).toEqual([NINE, NINE + 60_000]);
  const again = await screen(second);
  expect(await again.raw(command)).toEqual(answer);
});

test('P13: hub time never runs behind the last entry, whatever the wall clock says', async () => {
  const disk = new MemoryDisk();
  const first = await startHub({ disk });
  await (await screen(first)).send(take);
  await first.stop();
  const clock = handClock(NINE);
  clock.stepWall(-2 * HOUR);
  const second = await startHub({ disk, clock });
  expect(second.hub.pipeline.lobby.visit.offset).toBe(-2 * HOUR);
});

test('P13: a step of the wall clock is a fact and changes no wait', async () => {
  const rig = await startHub();
  const one = await screen(rig);
  await one.watch({ name: 'figures' });
  await one.send({ type: 'counter.open', counter });
  await one.send(take);
  rig.clock.turn(60_000);
  rig.clock.stepWall(-HOUR);
  rig.clock.turn(1000);
  await one.send({ type: 'call.next', counter });
  await one.send({ type: 'service.start', counter });
  expect(rig.hub.pipeline.lobby.visit.offset).toBe(-HOUR);
  const { all } = await one.sees('figures', (v) => v.all.wait.n === 1);
  expect(all.wait.mean).toBe(61);
});

test('at 04:00 the day closes by itself, the next one opens, and its closing is kept', async () => {
  const disk = new MemoryDisk();
  const rig = await startHub({ disk });
  const one = await screen(rig);
  await one.send(take);
  rig.clock.turn(19 * HOUR + 1000);
  await rig.hub.pipeline.submitOwn({ type: 'tick' });
  const { visit } = rig.hub.pipeline.lobby;
  expect(visit.day).toMatchObject({ date: '2026-11-25', open: true });
  expect(visit.tickets.size).toBe(0);
  await rig.stop();
  const closing = JSON.parse(String(disk.peek(`${FOLDER}/closings.jsonl`)));
  expect(closing).toMatchObject({ date: '2026-11-24', all: { tickets: 1, abandoned: 1 } });
  expect(JSON.parse(String(disk.peek(`${FOLDER}/checkpoint.json`))).seq).toBe(closing.seq);
});

test('a start from a checkpoint reads no older day', async () => {
  const disk = new MemoryDisk();
  const rig = await startHub({ disk });
  await (await screen(rig)).send(take);
  rig.clock.turn(19 * HOUR + 1000);
  await rig.hub.pipeline.submitOwn({ type: 'tick' });
  rig.clock.turn(24 * HOUR);
  await rig.hub.pipeline.submitOwn({ type: 'tick' });
  await rig.stop();
  disk.put(`${FOLDER}/ledger/2026-11-24.jsonl`, 'not even a line\n');
  const again = await startHub({ disk, clock: handClock(NINE + 44 * HOUR) });
  expect(again.hub.pipeline.accepting).toBe(true);
  expect(again.hub.pipeline.lobby.visit.day?.date).toBe('2026-11-26');
});

test.each([
  ['lost', null],
  ['torn', '{"seq":'],
  ['changed', (text: string) => text.replace('"raised":0', '"raised":7')],
])('a checkpoint that is %s is made anew from the ledger', async (_, change) => {
  const disk = new MemoryDisk();
  const rig = await startHub({ disk });
  await (await screen(rig)).send(take);
  rig.clock.turn(19 * HOUR + 1000);
  await rig.hub.pipeline.submitOwn({ type: 'tick' });
  const before = rig.hub.pipeline.lobby;
  await rig.stop();
  const path = `${FOLDER}/checkpoint.json`;
  const text = String(disk.peek(path));
  disk.put(path, typeof change === 'function' ? change(text) : change);
  const again = await startHub({ disk, clock: handClock(NINE + 20 * HOUR) });
  const { care, visit } = again.hub.pipeline.lobby;
  expect(care).toEqual(before.care);
  expect(visit.day).toEqual(before.visit.day);
});

test('a ledger that lost what its checkpoint stands on is shown and takes nothing', async () => {
  const disk = new MemoryDisk();
  const rig = await startHub({ disk });
  const yesterday = `${FOLDER}/ledger/2026-11-24.jsonl`;
  const morning = disk.peek(yesterday);
  await (await screen(rig)).send(take);
  rig.clock.turn(19 * HOUR + 1000);
  await rig.hub.pipeline.submitOwn({ type: 'tick' });
  await rig.stop();
  disk.put(yesterday, morning);
  disk.put(`${FOLDER}/ledger/2026-11-25.jsonl`, null);
  const again = await startHub({ disk, clock: handClock(NINE + 20 * HOUR) });
  expect(again.hub.pipeline.accepting).toBe(false);
  expect(again.said.join()).toContain('checkpoint.json');
});

test('settings as read follow the ledger when they disagree', async () => {
  const disk = new MemoryDisk();
  const rig = await startHub({ disk });
  await rig.stop();
  const path = `${FOLDER}/settings.json`;
  const text = String(disk.peek(path));
  disk.put(path, text.replace('"orange": 1200', '"orange": 60'));
  await (await startHub({ disk })).stop();
  expect(JSON.parse(String(disk.peek(path)))).toEqual(JSON.parse(text));
});

test('a start goes by the wall clock of now, not by what the last run knew of it', async () => {
  const disk = new MemoryDisk();
  const first = await startHub({ disk });
  first.clock.stepWall(24 * HOUR);
  first.clock.turn(1000);
  await first.hub.pipeline.settled();
  expect(first.hub.pipeline.lobby.visit.day?.date).toBe('2026-11-25');
  await first.stop();
  const second = await startHub({ disk, clock: handClock(NINE + 25 * HOUR) });
  expect(second.hub.pipeline.lobby.visit.day?.date).toBe('2026-11-25');
});

test("a closing has the figures of its day's end, whatever else was pressed at that moment", async () => {
  const disk = new MemoryDisk();
  const rig = await startHub({ disk });
  const one = await screen(rig);
  await one.send(take);
  const { settings } = rig.hub.pipeline.lobby.visit;
  const points = { ...settings.rating.points, fair: 1 };
  const lines = { ...settings.lines, ordinary: { yellow: 7, orange: 8, red: 9 } };
  const { pipeline } = rig.hub;
  await Promise.all([
    pipeline.submitOwn({ type: 'day.close', by: 'manager' }),
    pipeline.submitOwn({
      type: 'settings.change',
      settings: { ...settings, lines, rating: { ...settings.rating, points } },
    }),
  ]);
  await rig.stop();
  const verdict = await verifyHistory(disk, FOLDER);
  expect(printVerdict(verdict)).toMatch(/^ok/);
});
