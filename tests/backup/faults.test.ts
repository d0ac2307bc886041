import { expect, test, vi } from 'vitest';
import type { Disk } from '../../server/ledger/disk.ts';
import { examine } from '../../server/upkeep/backup/examine.ts';
import { restore } from '../../server/upkeep/backup/restore.ts';
import { diskOf, makeImage } from '../faults/image.ts';
import { BACKUP, copied, copierOf, copyOf, filesIn, slot, verdictOf } from '../kit/copies.ts';
import { dice } from '../kit/dice.ts';
import { handClock } from '../kit/handClock.ts';
import { startHub } from '../kit/hub.ts';
import { FOLDER } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { take } from '../kit/visit.ts';

// Every call to a disk fails once: hundreds of copies, each looked at and completed.
vi.setConfig({ testTimeout: 120_000 });

/** Two business days with a closing, a changed setting and a signed head. */
const image = await makeImage();

/** A copy made some presses earlier: the first day, two entries of the second, nothing beside them. */
function earlier(): MemoryDisk {
  const drive = new MemoryDisk();
  const [first = '', second = ''] = [...image.keys()].filter((path) => path.includes('/ledger/'));
  const begun = String(image.get(second)).split('\n').slice(0, 2);
  drive.put(copyOf(first), image.get(first) ?? null);
  drive.put(copyOf(second), `${begun.join('\n')}\n`);
  return drive;
}

/** What a restore would have against it, if there is anything to restore yet. */
async function against(drive: MemoryDisk): Promise<string | null> {
  const refused = await examine({ disk: drive, folder: BACKUP }).then(() => null, String);
  return refused?.includes('There is no backup') ? null : refused;
}

async function completed(drive: MemoryDisk): Promise<void> {
  await copied(diskOf(image), drive);
  expect(filesIn(drive, BACKUP)).toEqual(filesIn(diskOf(image), FOLDER));
}

const begun: [string, () => MemoryDisk][] = [
  ['a first copy', () => new MemoryDisk()],
  ['a later copy', earlier],
];

async function callsOf(start: () => MemoryDisk): Promise<number> {
  const drive = start();
  drive.fail(null);
  await copied(diskOf(image), drive);
  return drive.calls.length;
}

test.each(begun)(
  '%s whose drive fails at any call is sound, and completed by the next',
  async (_, start) => {
    const calls = await callsOf(start);
    expect(calls).toBeGreaterThan(40);
    for (let call = 1; call <= calls; call++) {
      const drive = start();
      drive.fail({ call, code: call % 2 ? 'ENOSPC' : 'EIO', forGood: true });
      await expect(copied(diskOf(image), drive), `call ${call}`).rejects.toThrow();
      drive.fail(null);
      expect(await against(drive), `call ${call}`).toBeNull();
      await completed(drive);
    }
  },
);

test.each(begun)(
  '%s cut off by a power cut at any call is sound, and completed by the next',
  async (_, start) => {
    const calls = await callsOf(start);
    for (let seed = 0; seed < 2 * calls; seed++) {
      const drive = start();
      const die = dice(seed);
      const keeps = () => die() < 0.5;
      const cut = { sector: seed % 3 ? 512 : 4096, keeps, keepsNames: keeps };
      drive.fail({ call: (seed % calls) + 1, code: 'EIO', forGood: true, cut });
      await copied(diskOf(image), drive).catch(() => {});
      drive.fail(null);
      expect(await against(drive), `seed ${seed}`).toBeNull();
      await completed(drive);
    }
  },
);

test('a data disk that fails at any call spoils no copy', async () => {
  const whole = diskOf(image);
  await copied(whole, new MemoryDisk());
  const calls = whole.calls.length;
  for (let call = 1; call <= calls; call++) {
    const data = diskOf(image);
    const drive = earlier();
    data.fail({ call, code: 'EIO' });
    await copied(data, drive).catch(() => {});
    expect(await against(drive), `call ${call}`).toBeNull();
    await completed(drive);
  }
});

test('a copy made while the hub writes is sound, whatever happens between any two calls', async () => {
  const data = new MemoryDisk();
  const rig = await startHub({ disk: data });
  const { pipeline } = rig.hub;
  let presses = 0;
  /** Something is written between any two calls of the backup: entries, and now and then a closing. */
  const busy = async () => {
    await pipeline.submitOwn(take);
    if (++presses % 25 > 0) return;
    await pipeline.submitOwn({ type: 'day.close', by: 'manager' });
    rig.clock.turn(24 * 3_600_000);
    await pipeline.submitOwn({ type: 'tick' });
    await rig.hub.sign();
  };
  const drive = new MemoryDisk();
  const copier = copierOf(between(data, busy), between(drive, busy));
  for (let n = 0; n < 6; n++) {
    await copier.copy();
    expect(await verdictOf(drive)).toMatch(/^ok/);
  }
  await rig.stop();
  const fresh = new MemoryDisk();
  await restore({ from: { disk: drive, folder: BACKUP }, to: { disk: fresh, folder: FOLDER } });
  const again = await startHub({ disk: fresh, clock: handClock(rig.clock.now().at) });
  expect(again.hub.pipeline.accepting).toBe(true);
  expect(presses).toBeGreaterThan(150);
});

/** The same disk, on which something else is done before each call. */
function between(disk: MemoryDisk, work: () => Promise<void>): Disk {
  const { disk: same } = slot(disk);
  return {
    list: (folder) => work().then(() => same.list(folder)),
    read: (path) => work().then(() => same.read(path)),
    open: (path, way) => work().then(() => same.open(path, way)),
    rename: (from, to) => work().then(() => same.rename(from, to)),
    remove: (path) => work().then(() => same.remove(path)),
    makeFolder: (path) => work().then(() => same.makeFolder(path)),
    syncFolder: (path) => work().then(() => same.syncFolder(path)),
  };
}
