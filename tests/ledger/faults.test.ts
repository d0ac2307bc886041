import { expect, test } from 'vitest';
import { LedgerDown } from '../../server/ledger/damage.ts';
import { Document } from '../../server/ledger/document.ts';
import type { Ledger } from '../../server/ledger/ledger.ts';
import { dice } from '../kit/dice.ts';
import {
  draft,
  drafts,
  fileOf,
  filledDisk,
  ids,
  idsOf,
  MONDAY,
  open,
  restarted,
  TUESDAY,
  takes,
} from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

const GROUPS = [
  [1, 1],
  [2, 6],
  [7, 7],
  [8, 11],
] as const;

/** A short life of a hub that tries each group again; answers with the ids it acknowledged. */
async function live(disk: MemoryDisk, reopens: boolean): Promise<string[]> {
  const acknowledged: string[] = [];
  const { ledger, entries } = await open(disk);
  const seen = new Set(idsOf(entries));
  for (const [from, to] of reopens ? GROUPS.flatMap((group) => [group, group]) : GROUPS) {
    const fresh = drafts(from, to).filter(({ id }) => !seen.has(id));
    await ledger.roll(from < 7 ? MONDAY : TUESDAY).catch(() => {});
    const written = await ledger.append(fresh).catch(() => null);
    if (!written && !reopens) break;
    const found = written ?? (await recovered(ledger)).entries;
    for (const { id } of found) seen.add(id);
    acknowledged.push(...idsOf(found));
  }
  await ledger.close();
  return acknowledged;
}

const recovered = (ledger: Ledger) =>
  ledger.reopen().catch((error: unknown) => {
    expect(error).toBeInstanceOf(LedgerDown);
    return { entries: [] };
  });

/** What must hold however it ended: all that was acknowledged is there, once, and more can follow. */
async function expectSound(disk: MemoryDisk, acknowledged: readonly string[]): Promise<void> {
  disk.fail(null);
  disk.powerCut();
  const found = idsOf(await restarted(disk));
  expect(found).toEqual(expect.arrayContaining([...acknowledged]));
  expect(new Set(found).size).toBe(found.length);
  const { ledger } = await open(disk);
  await ledger.roll(TUESDAY);
  expect(await takes(ledger, 99)).toBe(true);
  disk.powerCut();
  expect(idsOf(await restarted(disk)).at(-1)).toBe(draft(99).id);
}

async function callsOfALife(): Promise<number> {
  const disk = new MemoryDisk();
  await live(disk, true);
  return disk.calls.length;
}

const kinds = ['EIO', 'ENOSPC', 'EMFILE'].flatMap((code) => [
  { code, forGood: false },
  { code, forGood: true },
]);

test.each(kinds)(
  'P6: $code at every file call in turn (for good: $forGood) acknowledges nothing in vain',
  async ({ code, forGood }) => {
    const calls = await callsOfALife();
    expect(calls).toBeGreaterThan(20);
    for (let call = 1; call <= calls; call++) {
      const disk = new MemoryDisk();
      disk.fail({ call, code, forGood });
      const acknowledged = await live(disk, true).catch(() => []);
      await expectSound(disk, acknowledged);
    }
  },
);

test('P2: a power cut at every file call keeps every acknowledged entry, whatever sectors survive', async () => {
  const calls = await callsOfALife();
  for (let call = 1; call <= calls; call++) {
    for (let seed = 0; seed < 20; seed++) {
      const die = dice(seed * 1000 + call);
      const sector = seed % 2 === 0 ? 512 : 4096;
      const disk = new MemoryDisk();
      disk.fail({ call, code: 'EIO', cut: { sector, keeps: () => die() < seed / 20 } });
      const acknowledged = await live(disk, false).catch(() => []);
      await expectSound(disk, acknowledged);
    }
  }
});

test('a power cut while a start mends the last cut keeps every acknowledged entry', async () => {
  for (let call = 1; call <= 20; call++) {
    const die = dice(call);
    const disk = await filledDisk(4);
    const bytes = disk.peek(fileOf(MONDAY)) ?? Buffer.alloc(0);
    disk.put(fileOf(MONDAY), Buffer.concat([bytes, Buffer.from('{"at":12')]));
    disk.fail({ call, code: 'EIO', cut: { keeps: () => die() < 0.5 } });
    await open(disk).catch(() => {});
    await expectSound(disk, ids(1, 4));
  }
});

test('P6: a disk that takes few bytes at a time changes nothing', async () => {
  const disk = new MemoryDisk();
  disk.mouthful = 100;
  const acknowledged = await live(disk, false);
  expect(acknowledged).toEqual(ids(1, 11));
  await expectSound(disk, acknowledged);
});

test('after a failed flush nothing is taken, and memory is as it was', async () => {
  const disk = await filledDisk(2);
  const { ledger } = await open(disk);
  const head = ledger.head();
  disk.fail({ call: 2, code: 'EIO' });
  await expect(ledger.append([draft(3)])).rejects.toBeInstanceOf(LedgerDown);
  await expect(ledger.append([draft(4)])).rejects.toThrow('Nothing was saved');
  await expect(ledger.roll(TUESDAY)).rejects.toBeInstanceOf(LedgerDown);
  expect(ledger.head()).toEqual(head);
});

test('entries that reached the disk though their flush failed are handed out, and safe from then on', async () => {
  const disk = await filledDisk(2);
  const { ledger } = await open(disk);
  await ledger.append([draft(3)]);
  disk.fail({ call: 2, code: 'EIO' });
  await expect(ledger.append(drafts(4, 6))).rejects.toThrow('EIO');
  const { entries } = await ledger.reopen();
  expect(idsOf(entries)).toEqual(ids(4, 6));
  expect(ledger.head().seq).toBe(6);
  disk.powerCut();
  expect(idsOf(await restarted(disk))).toEqual(ids(1, 6));
});

test('half a group that reached the disk is handed out as far as its lines are whole', async () => {
  const disk = await filledDisk(2);
  const { ledger } = await open(disk);
  await ledger.append([draft(3)]);
  disk.fail({ call: 1, code: 'ENOSPC' });
  await expect(ledger.append(drafts(4, 8))).rejects.toThrow('ENOSPC');
  const { entries, torn } = await ledger.reopen();
  expect(idsOf(entries)).toEqual(ids(4, 5));
  expect(torn?.bytes).toBeGreaterThan(0);
  expect(await takes(ledger, 6)).toBe(true);
  expect(idsOf(await restarted(disk))).toEqual(ids(1, 6));
});

test('entries read out of memory after a kill are flushed before they count', async () => {
  const disk = await filledDisk(2);
  const { ledger } = await open(disk);
  await ledger.append([draft(3)]);
  disk.fail({ call: 2, code: 'EIO' });
  await expect(ledger.append(drafts(4, 7))).rejects.toThrow('EIO');
  // The program is killed here: another one starts on the same machine.
  expect(idsOf((await open(disk)).entries)).toEqual(ids(1, 7));
  disk.powerCut();
  expect(idsOf(await restarted(disk))).toEqual(ids(1, 7));
});

test('a first day that could not be read is rolled to again once the ledger was reopened', async () => {
  const disk = new MemoryDisk();
  const { ledger } = await open(disk);
  disk.fail({ call: 1, code: 'EIO' });
  await expect(ledger.roll(MONDAY)).rejects.toBeInstanceOf(LedgerDown);
  expect(await takes(ledger, 1)).toBe(false);
  expect(await ledger.reopen()).toEqual({ entries: [] });
  await ledger.roll(MONDAY);
  expect(await takes(ledger, 1)).toBe(true);
});

test('saved entries that vanish from a reopened file are damage', async () => {
  const disk = await filledDisk(3);
  const { ledger } = await open(disk);
  disk.fail({ call: 1, code: 'EIO' });
  await expect(ledger.append([draft(4)])).rejects.toThrow('EIO');
  const [first] = String(disk.peek(fileOf(MONDAY))).split('\n');
  disk.put(fileOf(MONDAY), `${first}\n`);
  await expect(ledger.reopen()).rejects.toThrow('are missing from the end');
});

test('a document is the old one or the new one, whatever call fails', async () => {
  for (let call = 1; call <= 8; call++) {
    const disk = new MemoryDisk();
    const document = new Document<{ n: number }>(disk, '/data/settings.json');
    await document.write({ n: 1 });
    disk.fail({ call, code: 'EIO', cut: { keeps: () => call % 2 === 0 } });
    const saved = await document.write({ n: 2 }).then(
      () => true,
      () => false,
    );
    disk.fail(null);
    disk.powerCut();
    const { n } = (await document.read()) ?? { n: 0 };
    expect(saved ? [2] : [1, 2]).toContain(n);
  }
});
