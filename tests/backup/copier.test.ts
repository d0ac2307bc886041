import { expect, test } from 'vitest';
import { seal } from '../../server/ledger/entry.ts';
import { openLedger } from '../../server/ledger/ledger.ts';
import { Copier } from '../../server/upkeep/backup/copier.ts';
import { BACKUP, copied, copierOf, copyOf, filesIn, slot, verdictOf } from '../kit/copies.ts';
import {
  draft,
  drafts,
  FOLDER,
  fileOf,
  filled,
  filledDisk,
  MONDAY,
  open,
  TUESDAY,
} from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

const WEDNESDAY = '2026-11-25';
const days = [MONDAY, TUESDAY];

/** Two days of five entries, and a drive that holds their copy. */
async function twoDays() {
  const data = await filledDisk(5, days);
  const drive = new MemoryDisk();
  await copied(data, drive);
  return { data, drive };
}

async function another(disk: MemoryDisk, n: number): Promise<void> {
  const { ledger } = await open(disk);
  await ledger.append(drafts(n, n));
  await ledger.close();
}

test('a copy is the folder byte for byte, and leaves the folder as it is', async () => {
  const data = await filledDisk(5, days);
  const before = filesIn(data, FOLDER);
  const drive = new MemoryDisk();
  data.fail(null);
  await copied(data, drive);
  expect(filesIn(drive, BACKUP)).toEqual(before);
  expect(filesIn(data, FOLDER)).toEqual(before);
  expect(new Set(data.calls)).toEqual(new Set(['list', 'read', 'open', 'datasync', 'close']));
  expect(await verdictOf(drive)).toMatch(/^ok {2}10 entries/);
});

test('a second copy writes what was appended since, and nothing when nothing was', async () => {
  const { data, drive } = await twoDays();
  const copier = copierOf(data, drive);
  drive.fail(null);
  await copier.copy();
  expect(drive.calls).not.toContain('write');
  await another(data, 11);
  drive.fail(null);
  await copier.copy();
  expect(drive.calls.filter((call) => call === 'write')).toHaveLength(1);
  expect(drive.calls).toContain('datasync');
  expect(await verdictOf(drive)).toMatch(/^ok {2}11 entries/);
});

test('what is unfinished at the end of the ledger is not copied', async () => {
  const data = await filledDisk(5);
  const whole = String(data.peek(fileOf(MONDAY)));
  data.put(fileOf(MONDAY), `${whole}{"at":1795400001000,"bo`);
  const drive = new MemoryDisk();
  await copied(data, drive);
  expect(String(drive.peek(copyOf(fileOf(MONDAY))))).toBe(whole);
});

test('an entry that was copied is not lost by its ledger in a power cut', async () => {
  const { data, drive } = await twoDays();
  const head = (await open(data)).ledger.head();
  const file = await data.open(fileOf(TUESDAY), 'append');
  await file.write(Buffer.from(seal(draft(11), head).line));
  await copied(data, drive);
  data.powerCut();
  await copied(data, drive);
  expect(await verdictOf(data, FOLDER)).toMatch(/^ok {2}11 entries/);
});

test.each([
  ['within a line', (text: string) => text.slice(0, -40)],
  ['between two lines', (text: string) => `${text.trimEnd().split('\n').slice(0, 3).join('\n')}\n`],
  ['before its first line', () => ''],
  ['with a hole of NULs', (text: string) => `${text.slice(0, 600)}${'\0'.repeat(424)}\n`],
])('a copy that broke off %s is completed', async (_, broken) => {
  const { data, drive } = await twoDays();
  const path = copyOf(fileOf(TUESDAY));
  drive.put(path, broken(String(drive.peek(path))));
  await copied(data, drive);
  expect(filesIn(drive, BACKUP)).toEqual(filesIn(data, FOLDER));
});

const refusals: [string, (data: MemoryDisk, drive: MemoryDisk) => unknown][] = [
  ['a longer one', (_, drive) => lengthened(drive)],
  ['one with a later day', (_, drive) => later(drive)],
  ['one that went another way', (data, drive) => forked(data, drive)],
  ["another branch's", (data) => replaced(data, days)],
  ["another branch's of later days", (data) => replaced(data, [WEDNESDAY])],
  ['one whose ledger is gone', (data) => data.paths.map((path) => data.put(path, null))],
];

async function lengthened(drive: MemoryDisk) {
  const path = copyOf(fileOf(TUESDAY));
  const last = String(drive.peek(path)).trimEnd().split('\n').at(-1) ?? '';
  const { line } = seal(draft(11), JSON.parse(last));
  drive.put(path, `${drive.peek(path)}${line}`);
}

function later(drive: MemoryDisk) {
  const { line } = seal(draft(11), { seq: 10, hash: '0'.repeat(64), at: 0 });
  drive.put(copyOf(fileOf(WEDNESDAY)), line);
}

async function forked(data: MemoryDisk, drive: MemoryDisk) {
  await another(data, 11);
  await copied(data, drive);
  const lines = String(data.peek(fileOf(TUESDAY)))
    .trimEnd()
    .split('\n')
    .slice(0, -1);
  data.put(fileOf(TUESDAY), `${lines.join('\n')}\n`);
  await another(data, 12);
}

async function replaced(data: MemoryDisk, dates: readonly string[]) {
  for (const path of data.paths) data.put(path, null);
  const { ledger } = await open(data);
  await ledger.roll(dates[0] ?? '');
  await ledger.append(drafts(90, 99));
  await ledger.close();
}

test.each(refusals)('a copy is never written over %s', async (_, change) => {
  const { data, drive } = await twoDays();
  await change(data, drive);
  const before = filesIn(drive, BACKUP);
  await expect(copied(data, drive)).rejects.toThrow(/does not agree with this ledger|is no ledger/);
  expect(filesIn(drive, BACKUP)).toEqual(before);
});

test('days that were pruned from the ledger stay in the copy', async () => {
  const { data, drive } = await twoDays();
  const closing = (await open(data)).entries[4];
  const row = { date: MONDAY, seq: closing?.seq, hash: closing?.hash, at: closing?.at };
  data.put(`${FOLDER}/closings.jsonl`, `${JSON.stringify(row)}\n`);
  data.put(fileOf(MONDAY), null);
  await another(data, 11);
  await copied(data, drive);
  expect((await openLedger({ disk: drive, folder: BACKUP })).entries).toHaveLength(11);
  expect(drive.paths).toContain(copyOf(fileOf(MONDAY)));
  expect(drive.peek(copyOf(fileOf(TUESDAY)))).toEqual(data.peek(fileOf(TUESDAY)));
});

const flip = (disk: MemoryDisk, path: string) =>
  disk.put(path, String(disk.peek(path)).replace('"offset":-3', '"offset":-4'));

test('a line that rots in the copy is put right from the ledger', async () => {
  const { data, drive } = await twoDays();
  flip(drive, copyOf(fileOf(MONDAY)));
  await copied(data, drive);
  expect(filesIn(drive, BACKUP)).toEqual(filesIn(data, FOLDER));
});

test('a line that rots in the ledger does not get into the copy, whether it was copied or not', async () => {
  const { data, drive } = await twoDays();
  const before = filesIn(drive, BACKUP);
  flip(data, fileOf(MONDAY));
  await expect(copied(data, drive)).rejects.toThrow('a better copy than the data folder');
  expect(filesIn(drive, BACKUP)).toEqual(before);
  const fresh = new MemoryDisk();
  await expect(copied(data, fresh)).rejects.toThrow('2026-11-23.jsonl:3 (entry 3): its content');
  expect(await verdictOf(fresh)).toMatch(/^ok {2}2 entries/);
});

test('an older copy in the place of the first is noticed, and gets all that it lacks', async () => {
  const data = await filledDisk(5);
  const older = new MemoryDisk();
  await copied(data, older);
  await filled(data, 5, [TUESDAY]);
  const { disk, plug } = slot(new MemoryDisk());
  const copier = copierOf(data, disk);
  await copier.copy();
  // By now the first day is known to be copied whole.
  await copier.copy();
  await another(data, 11);
  const path = copyOf(fileOf(MONDAY));
  older.put(path, String(older.peek(path)).slice(0, -200));
  plug(older);
  await copier.copy();
  expect(filesIn(older, BACKUP)).toEqual(filesIn(data, FOLDER));
});

test('a drive that is gone is not replaced by an empty folder', async () => {
  const { data, drive } = await twoDays();
  const { disk, plug } = slot(drive);
  const copier = copierOf(data, disk);
  await copier.copy();
  const mountPoint = new MemoryDisk();
  mountPoint.put(`${BACKUP}/lost+found`, '');
  plug(mountPoint);
  await expect(copier.copy()).rejects.toThrow('put its drive back in its place');
  expect(mountPoint.paths).toEqual([`${BACKUP}/lost+found`]);
  plug(drive);
  await another(data, 11);
  await copier.copy();
  expect(await verdictOf(drive)).toMatch(/^ok {2}11 entries/);
});

test('a backup needs a ledger, and the folder above its own', async () => {
  await expect(copied(new MemoryDisk(), new MemoryDisk())).rejects.toThrow('There is no ledger');
  const from = { disk: await filledDisk(2), folder: FOLDER };
  const to = { disk: new MemoryDisk(), folder: '/media/stick/branch' };
  await expect(new Copier({ from, to }).copy()).rejects.toThrow('ENOENT');
});
