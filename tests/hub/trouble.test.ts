import { expect, test } from 'vitest';
import type { ServiceId } from '../../shared/ids.ts';
import { handClock } from '../kit/handClock.ts';
import { NINE, screen, startHub } from '../kit/hub.ts';
import { FOLDER } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

const HOUR = 3_600_000;
const take = {
  type: 'ticket.issue',
  service: 'cash' as ServiceId,
  class: 'ordinary',
  by: 'kiosk',
} as const;

test('a disk that fails is never said to have saved, and is asked again until it works', async () => {
  const disk = new MemoryDisk();
  const rig = await startHub({ disk });
  const one = await screen(rig);
  await one.send(take);
  disk.fail({ call: 1, code: 'ENOSPC', forGood: true });
  expect(await one.send(take)).toMatchObject({ ok: false, code: 'hub.notSaved' });
  expect(rig.hub.pipeline.accepting).toBe(false);
  expect(rig.hub.pipeline.lobby.visit.tickets.size).toBe(1);
  disk.fail(null);
  await expect.poll(() => rig.hub.pipeline.accepting).toBe(true);
  expect(await one.send(take)).toMatchObject({ ok: true, number: 'A002' });
});

test('a damaged ledger is shown, named, and takes nothing', async () => {
  const disk = new MemoryDisk();
  const rig = await startHub({ disk });
  await (await screen(rig)).send(take);
  await rig.stop();
  const path = `${FOLDER}/ledger/2026-11-24.jsonl`;
  disk.put(path, String(disk.peek(path)).replace('"number":"A001"', '"number":"A009"'));
  const again = await startHub({ disk });
  const one = await screen(again);
  await one.watch({ name: 'kiosk' });
  expect(await one.send(take)).toMatchObject({ ok: false, code: 'hub.readOnly' });
  expect(again.said.join()).toContain('ledger/2026-11-24.jsonl:5');
});

test('a hub that could not say that it started says so once the disk works again', async () => {
  const disk = new MemoryDisk();
  await (await startHub({ disk })).stop();
  const clock = handClock(NINE + HOUR);
  let asked = 0;
  const now = () => {
    // The time is asked for first when everything has been read.
    if (asked++ === 0) disk.fail({ call: 1, code: 'ENOSPC', times: 3 });
    return clock.now();
  };
  const rig = await startHub({ disk, clock: { ...clock, now } });
  expect(rig.hub.pipeline.accepting).toBe(false);
  await expect.poll(() => rig.hub.pipeline.accepting).toBe(true);
  await rig.hub.pipeline.settled();
  expect(rig.hub.pipeline.lobby.visit.restarts).toEqual([NINE, NINE + HOUR]);
});

test('a closing that the disk did not take is written once it does, and the next ones too', async () => {
  const disk = new MemoryDisk();
  const rig = await startHub({ disk });
  await (await screen(rig)).send(take);
  const row = `${FOLDER}/closings.jsonl`;
  const clearly = { call: 1, code: 'ENOSPC', forGood: true };
  await rig.hub.pipeline.submitOwn({ type: 'day.close', by: 'manager' });
  disk.fail(clearly);
  await new Promise((done) => setTimeout(done, 100));
  expect(disk.peek(row)).toBeNull();
  disk.fail(null);
  await expect.poll(() => String(disk.peek(row))).toContain('2026-11-24');
  rig.clock.turn(44 * HOUR);
  await rig.hub.pipeline.submitOwn({ type: 'tick' });
  await rig.hub.pipeline.submitOwn({ type: 'day.close', by: 'manager' });
  await expect.poll(() => String(disk.peek(row))).toContain('2026-11-26');
});

test('a history found damaged stays shown only, also when a disk that failed works again', async () => {
  const disk = new MemoryDisk();
  const rig = await startHub({ disk });
  const { pipeline } = rig.hub;
  disk.fail({ call: 1, code: 'EIO', times: 2 });
  await pipeline.submitOwn({ type: 'doors.set', open: false });
  expect(pipeline.accepting).toBe(false);
  pipeline.readOnly({ file: 'ledger/2026-11-20.jsonl', line: 3, what: 'altered' });
  await new Promise((done) => setTimeout(done, 200));
  expect(pipeline.accepting).toBe(false);
});
