import { expect, test, vi } from 'vitest';
import { caughtUp } from '../../server/center/uplink/catchUp.ts';
import { regain } from '../../server/center/uplink/fetch.ts';
import { clientFor } from '../../server/center/uplink/options.ts';
import { resume } from '../../server/resume.ts';
import { restore } from '../../server/upkeep/backup/restore.ts';
import { defaultSettings } from '../../shared/defaults.ts';
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
import { BACKUP, copied, verdictOf } from '../kit/copies.ts';
import { dice } from '../kit/dice.ts';
import { handClock } from '../kit/handClock.ts';
import { NINE } from '../kit/hub.ts';
import { FOLDER } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

vi.setConfig({ testTimeout: 120_000 });

/** A branch with a backup of yesterday, and a center that has witnessed all of today; its disk is lost. */
async function given() {
  const city = await startCenter();
  const [disk, clock, drive] = [new MemoryDisk(), handClock(NINE), new MemoryDisk()];
  const branch = await startBranch(city, await codeFor(city, 'east'), { disk, clock });
  await tickets(branch, 6);
  await branch.hub.sign();
  await copied(disk, drive);
  await nextDay(branch);
  await tickets(branch, 9);
  await branch.synced();
  await branch.stop();
  const restored = new MemoryDisk();
  await restore({ from: { disk: drive, folder: BACKUP }, to: { disk: restored, folder: FOLDER } });
  const client = await clientFor(city.url, null);
  return { city, clock, client, restored, held: await ledgerIn(city.disk, shelfOf('east')) };
}

test('a branch restored from its backup gets its witnessed tail back, and goes on', async () => {
  const { city, clock, client, restored, held } = await given();
  const place = { disk: restored, folder: FOLDER };
  const { entries, head } = await regain(place, client);
  expect(entries).toBeGreaterThan(9);
  expect(await ledgerIn(restored)).toEqual(held);
  expect(await verdictOf(restored, FOLDER)).toMatch(new RegExp(`^ok  ${head.seq} entries`));
  expect(await regain(place, client)).toMatchObject({ entries: 0 });
  const branch = await startBranch(city, null, { disk: restored, clock });
  await tickets(branch, 3);
  expect(await branch.synced()).toMatchObject({ linked: true, refused: null, behind: 0 });
  expect(await ledgerIn(city.disk, shelfOf('east'))).toEqual(await ledgerIn(restored));
});

test('a hub that starts on a restored folder fetches it by itself; without its center it starts all the same', async () => {
  const { city, client, restored, held } = await given();
  void client;
  const copy = diskOf(imageOf(restored));
  const said: string[] = [];
  const open = (disk: MemoryDisk) => () =>
    resume({ disk, folder: FOLDER, settings: defaultSettings });
  const options = { url: city.url, code: null, ca: null };
  const { resumed } = await caughtUp(options, open(restored), (line) => void said.push(line));
  await resumed.ledger.close();
  expect(said.join()).toContain('were put back');
  expect(await ledgerIn(restored)).toEqual(held);
  await city.stop();
  const alone = await caughtUp(options, open(copy), (line) => void said.push(line));
  expect(alone.resumed.ledger.head().seq).toBeLessThan(resumed.ledger.head().seq);
  expect(alone.center).not.toBeNull();
});

test('a folder that was gone on with is not bent into shape: it needs a new epoch', async () => {
  const { city, clock, client, restored } = await given();
  const branch = await startBranch(city, null, { disk: restored, clock });
  await branch.stop();
  const before = await ledgerIn(restored);
  await expect(regain({ disk: restored, folder: FOLDER }, client)).rejects.toThrow('new epoch');
  expect(await ledgerIn(restored)).toEqual(before);
});

test('a fetch that a failing disk or a power cut ends leaves nothing half, and goes on with the next', async () => {
  const { client, restored, held } = await given();
  const image = imageOf(restored);
  const counted = diskOf(image);
  counted.fail(null);
  await regain({ disk: counted, folder: FOLDER }, client);
  const calls = counted.calls.length;
  for (let call = 1; call <= calls; call += 17) {
    const disk = diskOf(image);
    const die = dice(call);
    const keeps = () => die() < 0.5;
    const cut = call % 2 === 1 ? { cut: { keeps, keepsNames: keeps } } : {};
    disk.fail({ call, code: 'EIO', forGood: true, ...cut });
    await regain({ disk, folder: FOLDER }, client).catch(() => {});
    disk.fail(null);
    await regain({ disk, folder: FOLDER }, client);
    expect(await ledgerIn(disk), `call ${call}`).toEqual(held);
    expect(await verdictOf(disk, FOLDER), `call ${call}`).toMatch(/^ok/);
  }
});
