import { expect, test } from 'vitest';
import { missingPhotos } from '../../server/photos/missing.ts';
import { Photos } from '../../server/photos/store.ts';
import { restore } from '../../server/upkeep/backup/restore.ts';
import type { PhotoId } from '../../shared/ids.ts';
import { BACKUP, copied, verdictOf } from '../kit/copies.ts';
import { handClock } from '../kit/handClock.ts';
import { NINE, screen, startHub } from '../kit/hub.ts';
import { FOLDER } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { jpeg, png } from '../kit/pictures.ts';

const said: string[] = [];
const storeOn = (disk: MemoryDisk, clock = handClock(NINE)) =>
  new Photos({ disk, folder: FOLDER, clock, say: (line) => void said.push(line) });
function folder(): MemoryDisk {
  const disk = new MemoryDisk();
  disk.put(`${FOLDER}/ledger/2026-11-24.jsonl`, '');
  return disk;
}

test('a photo is whole on the medium before its name is given out: a power cut at any call', async () => {
  const dry = folder();
  const photos = storeOn(dry);
  await photos.opened();
  dry.fail(null);
  expect(await photos.keep(jpeg())).toMatchObject({ ok: true });
  const calls = dry.calls.length;
  expect(calls).toBeGreaterThan(5);
  for (let call = 1; call <= calls + 1; call++) {
    const disk = folder();
    const cut = storeOn(disk);
    await cut.opened();
    disk.fail({ call, code: 'EIO', forGood: true });
    const kept = await cut.keep(jpeg());
    disk.fail(null);
    disk.powerCut();
    const after = storeOn(disk);
    await after.opened();
    if (kept.ok) expect(await after.read(kept.photo)).toEqual(jpeg());
    else expect(kept.code).toBe('hub.notSaved');
    expect(disk.paths.filter((path) => path.endsWith('.new'))).toEqual([]);
  }
});

test('a full disk refuses cleanly, keeps no half, and takes photos again', async () => {
  const disk = folder();
  const photos = storeOn(disk);
  await photos.opened();
  disk.fail({ call: 4, code: 'ENOSPC', times: 1 });
  expect(await photos.keep(jpeg())).toEqual({ ok: false, code: 'hub.notSaved' });
  expect(disk.paths.filter((path) => path.includes('photos/'))).toEqual([]);
  expect(await photos.keep(jpeg())).toMatchObject({ ok: true });
});

test('what nothing names is swept after a day, what something names is not', async () => {
  const disk = folder();
  const clock = handClock(NINE);
  const photos = storeOn(disk, clock);
  const [named, orphan] = [await photos.keep(jpeg()), await photos.keep(png())];
  if (!named.ok || !orphan.ok) throw new Error('a photo was refused');
  disk.put(`${FOLDER}/ledger/2026-11-24.jsonl`, `{"photos":["${named.photo}"]}\n`);
  expect(await photos.sweep()).toBe(0);
  clock.turn(25 * 3_600_000);
  expect(await photos.sweep()).toBe(1);
  expect(photos.has(named.photo)).toBe(true);
  expect(photos.has(orphan.photo)).toBe(false);
  expect(disk.paths.filter((path) => path.includes('photos/'))).toEqual([
    `${FOLDER}/photos/${named.photo}`,
  ]);
});

test('more unsent photos than a form or two are refused', async () => {
  const photos = storeOn(folder());
  for (let width = 1; width <= 200; width++)
    expect((await photos.keep(png({ width }))).ok).toBe(true);
  expect(await photos.keep(png({ width: 201 }))).toEqual({ ok: false, code: 'photo.full' });
});

test('a file that was changed is not shown', async () => {
  const disk = folder();
  const photos = storeOn(disk);
  const kept = await photos.keep(jpeg());
  if (!kept.ok) throw new Error('a photo was refused');
  disk.put(`${FOLDER}/photos/${kept.photo}`, png());
  expect(await photos.read(kept.photo)).toBe('changed');
  expect(await photos.read(`${'0'.repeat(64)}.jpg` as PhotoId)).toBeNull();
});

/** A hub with one photo that a round names, and the drive it was copied to. */
async function patrolled() {
  const rig = await startHub();
  const sent = await fetch(`${rig.url}/api/photos`, {
    method: 'POST',
    body: new Uint8Array(jpeg()),
  });
  const { photo } = (await sent.json()) as { photo: PhotoId };
  const floor = await screen(rig);
  const items = ['special', 'selfService', 'paper', 'clean', 'safety'];
  const answers = [
    { item: 'line', ok: false, remark: '队伍过长', photos: [photo] },
    ...items.map((item) => ({ item, ok: true })),
  ];
  const said = await floor.send({ type: 'inspection.patrol', round: 'during', answers });
  expect(said).toMatchObject({ ok: true });
  await rig.stop();
  return { disk: rig.disk as MemoryDisk, photo };
}

test('backup and restore carry photos, and a check says which one is gone or was changed', async () => {
  const { disk, photo } = await patrolled();
  const drive = new MemoryDisk();
  await copied(disk, drive);
  expect(drive.peek(`${BACKUP}/photos/${photo}`)).toEqual(jpeg());
  expect(await missingPhotos(drive, BACKUP)).toEqual([]);
  const fresh = new MemoryDisk();
  await restore({ from: { disk: drive, folder: BACKUP }, to: { disk: fresh, folder: FOLDER } });
  expect(fresh.peek(`${FOLDER}/photos/${photo}`)).toEqual(jpeg());
  fresh.put(`${FOLDER}/photos/${photo}`, png());
  expect(await missingPhotos(fresh, FOLDER)).toEqual([{ photo, what: 'changed' }]);
  fresh.put(`${FOLDER}/photos/${photo}`, null);
  expect(await missingPhotos(fresh, FOLDER)).toEqual([{ photo, what: 'absent' }]);
  expect(await verdictOf(fresh, FOLDER)).toMatch(/^ok/);
});

test('a copy that is cut short never has a fact without its photo', async () => {
  const { disk } = await patrolled();
  const whole = new MemoryDisk();
  await copied(disk, whole);
  for (let call = 1; call <= whole.calls.length; call++) {
    const drive = new MemoryDisk();
    drive.fail({ call, code: 'EIO', forGood: true });
    await copied(disk, drive).catch(() => {});
    drive.fail(null);
    drive.powerCut();
    expect(await missingPhotos(drive, BACKUP), `call ${call}`).toEqual([]);
  }
});
