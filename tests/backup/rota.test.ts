import { expect, test } from 'vitest';
import { noLog } from '../../server/log.ts';
import { Rota } from '../../server/upkeep/backup/rota.ts';
import { BACKUP, filesIn, slot, verdictOf } from '../kit/copies.ts';
import { handClock } from '../kit/handClock.ts';
import { get } from '../kit/house.ts';
import { type HubRig, NINE, screen, startHub } from '../kit/hub.ts';
import { FOLDER } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { take } from '../kit/visit.ts';

const MINUTE = 60_000;
async function ready(rig: HubRig) {
  const answered = await get(rig, '/readyz');
  const { checks } = (await answered.json()) as { checks: { backup: string } };
  return `${answered.status} ${checks.backup}`;
}

async function age(rig: HubRig): Promise<number | null> {
  const text = await (await get(rig, '/metrics')).text();
  const found = /^tingtang_backup_age_seconds (\S+)$/m.exec(text);
  return found ? Number(found[1]) : null;
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

const has = (drive: MemoryDisk, number: string) =>
  [...filesIn(drive, BACKUP).values()].some((text) => text.includes(`"number":"${number}"`));

test('a hub copies at its start, every minute, and when it ends', async () => {
  const data = new MemoryDisk();
  const drive = new MemoryDisk();
  const rig = await startHub({ disk: data, backup: drive });
  const one = await screen(rig);
  await expect.poll(() => ready(rig)).toBe('200 fresh');
  await one.send(take);
  expect(has(drive, 'A001')).toBe(false);
  rig.clock.turn(MINUTE);
  await expect.poll(() => has(drive, 'A001')).toBe(true);
  await one.send(take);
  await rig.stop();
  expect(filesIn(drive, BACKUP)).toEqual(filesIn(data, FOLDER));
  expect(await verdictOf(drive)).toMatch(/^ok/);
});

test('the close of a day is in the copy a minute later, with its closing and its checkpoint', async () => {
  const drive = new MemoryDisk();
  const rig = await startHub({ backup: drive });
  await rig.hub.pipeline.submitOwn({ type: 'day.close', by: 'manager' });
  await expect.poll(() => rig.disk.read(`${FOLDER}/checkpoint.json`).then(Boolean)).toBe(true);
  rig.clock.turn(MINUTE);
  await expect.poll(() => String(drive.peek(`${BACKUP}/closings.jsonl`))).toContain('2026-11-24');
  await expect.poll(() => drive.paths).toContain(`${BACKUP}/checkpoint.json`);
});

test('a drive that fails hurts nobody: it is said once, shown, and tried until it works', async () => {
  const drive = new MemoryDisk();
  const rig = await startHub({ backup: drive });
  const one = await screen(rig);
  await expect.poll(() => ready(rig)).toBe('200 fresh');
  drive.fail({ call: 1, code: 'ENOSPC', forGood: true });
  for (let n = 0; n < 5; n++) {
    expect(await one.send(take)).toMatchObject({ ok: true });
    rig.clock.turn(MINUTE);
    await pause(10);
  }
  expect(await ready(rig)).toBe('200 late');
  expect(await age(rig)).toBe(300);
  const said = () => rig.said.filter((line) => /backup/i.test(line));
  expect(said()).toEqual([`No backup in ${BACKUP}: it is full: make room there.`]);
  drive.fail(null);
  rig.clock.turn(3 * MINUTE);
  await expect.poll(() => ready(rig)).toBe('200 fresh');
  expect(await age(rig)).toBe(0);
  expect(said().at(-1)).toBe('The backup is up to date again.');
  expect(has(drive, 'A005')).toBe(true);
  expect(rig.logged.filter((line) => line.includes('backup.trouble'))).toHaveLength(2);
});

test('a hub without its drive starts, is late, and copies everything once it is there', async () => {
  const missing = new MemoryDisk();
  missing.fail({ call: 1, code: 'ENOENT', forGood: true });
  const drive = new MemoryDisk();
  const { disk, plug } = slot(missing);
  const rig = await startHub({ backup: disk });
  await (await screen(rig)).send(take);
  expect(await ready(rig)).toBe('200 late');
  expect(rig.said.join()).toContain('put its drive in its place');
  plug(drive);
  rig.clock.turn(MINUTE);
  await expect.poll(() => ready(rig)).toBe('200 fresh');
  expect(has(drive, 'A001')).toBe(true);
});

test('a hub without a backup says that it has none, and has no age of it', async () => {
  const rig = await startHub();
  expect(await ready(rig)).toBe('200 off');
  expect(await age(rig)).toBeNull();
});

test('a drive that never answers does not keep a hub from ending, nor two copies from one another', async () => {
  let begun = 0;
  const copier = {
    copy() {
      begun++;
      return new Promise<never>(() => {});
    },
    release: async () => {},
  };
  const clock = handClock(NINE);
  const rota = new Rota({ copier, folder: BACKUP, clock, say: () => {}, log: noLog });
  rota.start();
  clock.turn(MINUTE);
  clock.turn(MINUTE);
  await rota.stop();
  expect(begun).toBe(1);
  clock.turn(MINUTE);
  expect(begun).toBe(1);
});

test('a place that goes on failing is asked more and more rarely, up to every 15 minutes', async () => {
  const clock = handClock(NINE);
  const asked: number[] = [];
  const copier = {
    async copy(): Promise<never> {
      asked.push((clock.now().at - NINE) / MINUTE);
      throw new Error('no');
    },
    release: async () => {},
  };
  const rota = new Rota({ copier, folder: BACKUP, clock, say: () => {}, log: noLog });
  rota.start();
  for (let minute = 0; minute < 200; minute++) {
    await pause(0);
    clock.turn(MINUTE);
  }
  const gaps = asked.slice(1).map((at, n) => at - (asked[n] ?? 0));
  expect(gaps.slice(0, 5)).toEqual([1, 2, 3, 4, 5]);
  expect(Math.max(...gaps)).toBe(15);
  await rota.stop();
});

test('a document that cannot be read is named, and the copy counts all the same', async () => {
  const data = new MemoryDisk();
  const rig = await startHub({ disk: data, backup: new MemoryDisk() });
  await expect.poll(() => ready(rig)).toBe('200 fresh');
  data.put(`${FOLDER}/people.json`, '{"t1":');
  rig.clock.turn(MINUTE);
  await expect.poll(() => rig.said.at(-1)).toContain('The backup lacks people.json');
  expect(await ready(rig)).toBe('200 fresh');
});
