import { expect, test } from 'vitest';
import { verifyFolder } from '../../server/ledger/verify.ts';
import { dice } from '../kit/dice.ts';
import {
  draft,
  drafts,
  FOLDER,
  fileOf,
  filledDisk,
  ids,
  idsOf,
  linesOf,
  MONDAY,
  open,
  restarted,
} from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

const FILE = fileOf(MONDAY);

async function diskWith(bytes: Buffer): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  disk.put(FILE, bytes);
  return disk;
}

test('P3: a cut at any byte of the last three entries loses no whole entry and eats no next one', async () => {
  const whole = (await filledDisk(6)).peek(FILE) ?? Buffer.alloc(0);
  const ends = [...whole.entries()].flatMap(([at, byte]) => (byte === 10 ? [at + 1] : []));
  let between = 0;
  for (let cut = ends[2] ?? 0; cut <= whole.length; cut++) {
    const disk = await diskWith(whole.subarray(0, cut));
    const kept = ends.filter((end) => end <= cut).length;
    const tail = cut - (ends[kept - 1] ?? 0);
    const { ledger, entries, torn, damage } = await open(disk);
    expect(damage).toBeUndefined();
    expect(entries).toHaveLength(kept);
    expect(torn?.bytes ?? 0).toBe(tail);
    if (torn) expect(disk.peek(torn.kept)).toEqual(whole.subarray(cut - tail, cut));
    else between++;
    await ledger.append([draft(50)]);
    disk.powerCut();
    expect(idsOf(await restarted(disk))).toEqual([...ids(1, kept), draft(50).id]);
  }
  // Only a head kept elsewhere can tell these from a shorter ledger.
  expect(between).toBe(4);
});

test('P3: a tail of NULs is cut off, alone or behind half an entry', async () => {
  const whole = (await filledDisk(3)).peek(FILE) ?? Buffer.alloc(0);
  for (const half of [0, 1, 200]) {
    const bytes = Buffer.concat([whole, whole.subarray(0, half), Buffer.alloc(4096)]);
    const disk = await diskWith(bytes);
    const { ledger, entries, torn } = await open(disk);
    expect(idsOf(entries)).toEqual(ids(1, 3));
    expect(torn?.bytes).toBe(half + 4096);
    await ledger.append([draft(4)]);
    expect(idsOf(await restarted(disk))).toEqual(ids(1, 4));
  }
});

test('a file of nothing but NULs is an empty day', async () => {
  const disk = await diskWith(Buffer.alloc(8192));
  expect(await restarted(disk)).toEqual([]);
  expect(disk.peek(FILE)).toHaveLength(0);
});

test('P2: sectors of an unfinished write survive in any choice, and every acknowledged entry is there', async () => {
  for (const sector of [512, 4096]) {
    for (let seed = 0; seed < 300; seed++) {
      const die = dice(seed);
      const disk = await filledDisk(3);
      const { ledger } = await open(disk);
      await ledger.append(drafts(4, 8));
      disk.fail({ call: 2, code: 'EIO', cut: { sector, keeps: () => die() < 0.6 } });
      const group = drafts(9, 9 + Math.floor(die() * 30));
      await expect(ledger.append(group)).rejects.toThrow('EIO');
      disk.fail(null);
      const found = await restarted(disk);
      expect(found.length).toBeGreaterThanOrEqual(8);
      expect(idsOf(found)).toEqual(ids(1, found.length));
    }
  }
});

/** A group of entries whose flush never came, with whole sectors of it missing. */
async function holed(): Promise<{ disk: MemoryDisk; hole: number }> {
  const disk = await filledDisk(3);
  const start = disk.peek(FILE)?.length ?? 0;
  const { ledger } = await open(disk);
  await ledger.append(drafts(4, 13));
  const bytes = disk.peek(FILE) ?? Buffer.alloc(0);
  const hole = Math.ceil(start / 512) * 512 + 512;
  disk.put(FILE, bytes.fill(0, hole, hole + 512));
  return { disk, hole };
}

test('a hole of whole sectors in the last write is torn, for verify as for the start', async () => {
  const { disk, hole } = await holed();
  const verdict = await verifyFolder(disk, FOLDER);
  expect(verdict.ok).toBe(true);
  const { entries, torn } = await open(disk);
  expect(verdict.ledgers[0]).toMatchObject({
    entries: entries.length,
    torn: { bytes: torn?.bytes },
  });
  expect(disk.peek(FILE)?.length).toBeLessThan(hole);
});

test('the same hole is damage once a later write stands behind it', async () => {
  const { disk } = await holed();
  const bytes = disk.peek(FILE) ?? Buffer.alloc(0);
  const whole = await filledDisk(3);
  const { ledger } = await open(whole);
  await ledger.append(drafts(4, 13));
  await ledger.append([draft(14)]);
  disk.put(FILE, Buffer.concat([bytes, Buffer.from(`${linesOf(whole).at(-1)}\n`)]));
  const { damage, torn } = await open(disk);
  expect(damage).toMatchObject({ file: `ledger/${MONDAY}.jsonl` });
  expect(torn).toBeUndefined();
  expect((await verifyFolder(disk, FOLDER)).ledgers[0]).toMatchObject({ damage });
});

test('a NUL that fills no sector is damage, not a tear', async () => {
  const disk = await filledDisk(3);
  const bytes = disk.peek(FILE) ?? Buffer.alloc(0);
  bytes[bytes.length - 40] = 0;
  disk.put(FILE, bytes);
  expect((await open(disk)).damage).toMatchObject({ line: 3, seq: 3, what: 'unreadable' });
});
