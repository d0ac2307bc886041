import { expect, test } from 'vitest';
import { type Draft, GENESIS } from '../../server/ledger/entry.ts';
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
  TUESDAY,
} from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

test('a new ledger is empty and makes nothing before its first entry', async () => {
  const disk = new MemoryDisk();
  const { ledger, entries } = await open(disk);
  await ledger.roll(MONDAY);
  expect(entries).toEqual([]);
  expect(ledger.mark()).toEqual({ ...GENESIS, file: '' });
  expect(disk.paths).toEqual([]);
});

test('an entry keeps its draft and takes its place in the chain', async () => {
  const { ledger } = await open(new MemoryDisk());
  await ledger.roll(MONDAY);
  const [one] = await ledger.append([draft(1)]);
  const [two] = await ledger.append([draft(2)]);
  expect(one).toMatchObject({ ...draft(1), seq: 1, prev: GENESIS.hash });
  expect(two).toMatchObject({ ...draft(2), seq: 2, prev: one?.hash });
  expect(ledger.mark()).toEqual({ seq: 2, hash: two?.hash, at: draft(2).at, file: MONDAY });
});

test('a restart gives back what was appended, to the last field', async () => {
  const disk = new MemoryDisk();
  const { ledger } = await open(disk);
  await ledger.roll(MONDAY);
  const written = [...(await ledger.append(drafts(1, 3))), ...(await ledger.append([draft(4)]))];
  const mark = ledger.mark();
  const again = await open(disk);
  expect(again.entries).toEqual(written);
  expect(again.ledger.mark()).toEqual(mark);
});

test('a group is one write and one flush', async () => {
  const disk = await filledDisk(1);
  const { ledger } = await open(disk);
  await ledger.append([draft(2)]);
  disk.calls.length = 0;
  const entries = await ledger.append(drafts(3, 102));
  expect(disk.calls).toEqual(['write', 'datasync']);
  expect(entries.map(({ seq, group }) => [seq, group])).toEqual(entries.map((_, i) => [i + 3, 3]));
});

test('no drafts are no write', async () => {
  const disk = await filledDisk(1);
  const { ledger } = await open(disk);
  disk.calls.length = 0;
  expect(await ledger.append([])).toEqual([]);
  expect(disk.calls).toEqual([]);
});

test('appends that overlap follow one another', async () => {
  const disk = await filledDisk(1);
  const { ledger } = await open(disk);
  await Promise.all([
    ledger.append([draft(2)]),
    ledger.append(drafts(3, 4)),
    ledger.roll(TUESDAY),
    ledger.append([draft(5)]),
  ]);
  expect(idsOf(await restarted(disk))).toEqual(ids(1, 5));
  expect(linesOf(disk)).toHaveLength(4);
  expect(linesOf(disk, TUESDAY)).toHaveLength(1);
});

test('what is no JSON is refused before anything is written, and the ledger goes on', async () => {
  const disk = await filledDisk(1);
  const { ledger } = await open(disk);
  const wrong: Draft[] = [
    { ...draft(2), at: Number.NaN },
    { ...draft(2), device: '\ud83d' },
  ];
  for (const one of wrong)
    await expect(ledger.append([draft(2), one])).rejects.toThrow('not allowed');
  expect(ledger.head().seq).toBe(1);
  await ledger.append([draft(2)]);
  expect(idsOf(await restarted(disk))).toEqual(ids(1, 2));
});

test('an entry needs a business day to go to', async () => {
  const { ledger } = await open(new MemoryDisk());
  await expect(ledger.append([draft(1)])).rejects.toThrow('roll the ledger');
});

test('the next day has a file of its own and continues the chain', async () => {
  const disk = await filledDisk(2, [MONDAY, TUESDAY]);
  expect(linesOf(disk, MONDAY)).toHaveLength(2);
  expect(linesOf(disk, TUESDAY)).toHaveLength(2);
  const { ledger, entries } = await open(disk);
  expect(entries.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  expect(ledger.mark()).toMatchObject({ seq: 4, file: TUESDAY });
});

test('a mark made after the roll names the file of its entry', async () => {
  const { ledger } = await open(await filledDisk(2));
  await ledger.roll(TUESDAY);
  expect(ledger.mark()).toMatchObject({ seq: 2, file: MONDAY });
});

test('a day cannot be rolled back, and the same day again changes nothing', async () => {
  const { ledger } = await open(await filledDisk(2, [TUESDAY]));
  await ledger.roll(TUESDAY);
  await expect(ledger.roll(MONDAY)).rejects.toThrow('cannot go back');
  await expect(ledger.roll('2026-13-01')).rejects.toThrow('no business day');
});

test('opening with a mark reads no earlier file and gives only what came after', async () => {
  const disk = await filledDisk(3, ['2026-11-20', MONDAY]);
  const { ledger } = await open(disk);
  const mark = ledger.mark();
  await ledger.roll(TUESDAY);
  await ledger.append([draft(7)]);
  await ledger.close();
  disk.put(fileOf('2026-11-20'), 'not even lines');
  const { entries, sinceLost, damage, ledger: again } = await open(disk, mark);
  expect(idsOf(entries)).toEqual(ids(7, 7));
  expect(sinceLost).toBeUndefined();
  expect(damage).toBeUndefined();
  expect(again.head().seq).toBe(7);
});

test('opening with the mark of the last entry gives none and goes on behind it', async () => {
  const disk = await filledDisk(3);
  const mark = (await open(disk)).ledger.mark();
  const { entries, ledger } = await open(disk, mark);
  expect(entries).toEqual([]);
  expect(ledger.mark()).toEqual(mark);
  await ledger.append([draft(4)]);
  expect(idsOf(await restarted(disk))).toEqual(ids(1, 4));
});

test('a mark that the ledger does not hold is lost, and all entries are given', async () => {
  const disk = await filledDisk(3, [MONDAY, TUESDAY]);
  const mark = (await open(disk)).ledger.mark();
  const strange = [
    { ...mark, hash: 'f'.repeat(64) },
    { ...mark, seq: 5 },
    { ...mark, file: MONDAY },
    { ...mark, file: '../../etc/passwd' },
  ];
  for (const since of strange) {
    const { entries, sinceLost } = await open(disk, since);
    expect(sinceLost).toBe(true);
    expect(entries).toHaveLength(6);
  }
});

test('the mark of an empty ledger is no mark', async () => {
  const { entries, sinceLost } = await open(await filledDisk(2), { ...GENESIS, file: '' });
  expect(entries).toHaveLength(2);
  expect(sinceLost).toBeUndefined();
});

test('files that are no business days are left alone', async () => {
  const disk = await filledDisk(2);
  disk.put(`${FOLDER}/ledger/2026-11-23.jsonl.bak`, 'noise\n');
  disk.put(`${FOLDER}/ledger/2026-99-99.jsonl`, 'noise\n');
  expect(idsOf(await restarted(disk))).toEqual(ids(1, 2));
});

test('a closed ledger takes no entry and is not reopened', async () => {
  const { ledger } = await open(await filledDisk(2));
  await ledger.close();
  await expect(ledger.append([draft(3)])).rejects.toThrow('closed');
  await expect(ledger.reopen()).rejects.toThrow('closed');
});
