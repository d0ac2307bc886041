import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { printVerdict, verifyFolder } from '../../server/ledger/verify.ts';
import {
  draft,
  drafts,
  FOLDER,
  fileOf,
  filled,
  filledDisk,
  linesOf,
  MONDAY,
  open,
  TUESDAY,
  temporaryFolder,
} from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

const verdictOf = async (disk: MemoryDisk) => {
  const verdict = await verifyFolder(disk, FOLDER);
  return { ...verdict, text: printVerdict(verdict) };
};

test('a sound ledger is told by its count and its head', async () => {
  const disk = await filledDisk(5, [MONDAY, TUESDAY]);
  const head = (await open(disk)).ledger.head();
  const { ok, text } = await verdictOf(disk);
  expect(ok).toBe(true);
  expect(text).toBe(`ok  10 entries, head 10 ${head.hash}`);
});

test('verifying writes nothing', async () => {
  const disk = await filledDisk(5);
  disk.calls.length = 0;
  await verifyFolder(disk, FOLDER);
  expect(new Set(disk.calls)).toEqual(new Set(['list', 'read', 'open', 'close']));
});

const edits: [string, (lines: string[]) => string[], number, string][] = [
  ['edited', (l) => l.with(3, String(l[3]).replace('wang', 'li')), 4, 'does not match its hash'],
  ['deleted', (l) => l.toSpliced(3, 1), 4, 'left out, doubled or moved'],
  ['doubled', (l) => l.toSpliced(3, 0, String(l[3])), 5, 'left out, doubled or moved'],
  ['swapped', (l) => [...l.slice(0, 3), l[4], l[3], l[5]].map(String), 4, 'left out, doubled'],
  ['broken', (l) => l.with(3, '{}'), 4, 'not a line of this format'],
];

test.each(edits)('a line that was %s is named', async (_, change, line, why) => {
  for (const day of [MONDAY, TUESDAY]) {
    const disk = await filledDisk(6, [MONDAY, TUESDAY]);
    disk.put(fileOf(day), `${change(linesOf(disk, day)).join('\n')}\n`);
    const { ok, text } = await verdictOf(disk);
    const seq = line + (day === MONDAY ? 0 : 6);
    expect(ok).toBe(false);
    expect(text).toContain(`bad ledger/${day}.jsonl:${line} (entry ${seq}): `);
    expect(text).toContain(why);
    expect(text).toContain(`; ${seq - 1} entries before it are sound`);
  }
});

test('every single bit that is flipped is found against the head', async () => {
  const disk = await filledDisk(3);
  const { hash } = (await open(disk)).ledger.head();
  const whole = disk.peek(fileOf(MONDAY)) ?? Buffer.alloc(0);
  let missed = 0;
  for (let bit = 0; bit < whole.length * 8; bit++) {
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    disk.put(fileOf(MONDAY), bytes);
    const [finding] = (await verifyFolder(disk, FOLDER)).ledgers;
    if (finding?.ok && finding.head.hash === hash) missed++;
  }
  expect(missed).toBe(0);
});

test('an unfinished last write is told, and is no damage', async () => {
  const disk = await filledDisk(3, [MONDAY, TUESDAY]);
  const bytes = disk.peek(fileOf(TUESDAY)) ?? Buffer.alloc(0);
  disk.put(fileOf(TUESDAY), bytes.subarray(0, -10));
  const { ok, text } = await verdictOf(disk);
  expect(ok).toBe(true);
  expect(text).toMatch(
    /^ok {2}5 entries, .*, \d+ bytes of an unfinished write in 2026-11-24\.jsonl$/,
  );
  disk.put(fileOf('2026-11-25'), '');
  expect((await verdictOf(disk)).text).toContain('breaks off, and later days follow it');
});

test('a closing or a checkpoint that names another hash is found', async () => {
  const disk = await filledDisk(4);
  const { entries } = await open(disk);
  const row = (seq: number, hash = entries[seq - 1]?.hash) =>
    `${JSON.stringify({ date: MONDAY, seq, hash })}\n`;
  disk.put('/data/closings.jsonl', row(2) + row(4));
  disk.put('/data/checkpoint.json', row(4));
  expect((await verdictOf(disk)).ok).toBe(true);

  disk.put('/data/closings.jsonl', row(2) + row(4, 'f'.repeat(64)));
  expect((await verdictOf(disk)).text).toContain(
    'closings.jsonl:2 (entry 4): it names another hash',
  );
  disk.put('/data/closings.jsonl', `${row(2)}noise\n`);
  expect((await verdictOf(disk)).text).toContain('closings.jsonl:2: it is not a line');
  disk.put('/data/closings.jsonl', row(2) + row(5, 'f'.repeat(64)));
  expect((await verdictOf(disk)).text).toContain('are missing from the end');

  disk.put('/data/closings.jsonl', null);
  disk.put('/data/checkpoint.json', row(3, 'f'.repeat(64)));
  expect((await verdictOf(disk)).text).toContain(
    'checkpoint.json (entry 3): it names another hash',
  );
  disk.put('/data/checkpoint.json', '{"state":1}');
  expect((await verdictOf(disk)).text).toContain('checkpoint.json: it is not a line');
});

test('a ledger without its pruned days says so', async () => {
  const disk = await filledDisk(2, [MONDAY, TUESDAY]);
  const { entries } = await open(disk);
  disk.put(fileOf(MONDAY), null);
  expect((await verdictOf(disk)).text).toContain(`bad ledger/${TUESDAY}.jsonl:1`);
  const row = { date: MONDAY, seq: 2, hash: entries[1]?.hash };
  disk.put('/data/closings.jsonl', `${JSON.stringify(row)}\n`);
  expect((await verdictOf(disk)).text).toMatch(/^ok {2}2 entries, head 4 .*from entry 3 on/);
});

test('a folder of data folders is verified folder by folder', async () => {
  const disk = new MemoryDisk();
  for (const [name, count] of [
    ['east', 3],
    ['west', 2],
  ] as const) {
    const branch = await filledDisk(count);
    disk.put(`/data/${name}/ledger/${MONDAY}.jsonl`, branch.peek(fileOf(MONDAY)));
  }
  disk.put('/data/notes/readme', 'no ledger here');
  expect((await verdictOf(disk)).text).toMatch(/^ok {2}east: 3 entries.*\nok {2}west: 2 entries/);
  disk.put(`/data/east/ledger/${MONDAY}.jsonl`, 'noise\n');
  const { ok, text } = await verdictOf(disk);
  expect(ok).toBe(false);
  expect(text).toMatch(/^bad east: ledger\/2026-11-23\.jsonl:1: .*\nok {2}west: 2 entries/);
});

test('a folder without a ledger is not sound', async () => {
  expect((await verdictOf(new MemoryDisk())).text).toContain('/data: there is no ledger here');
});

test('lines longer than what is read at a time are verified as well, on a real disk', async () => {
  const disk = new MemoryDisk();
  const { ledger } = await open(disk);
  await ledger.roll(MONDAY);
  await ledger.append(drafts(1, 900));
  await ledger.append([{ ...draft(901), device: '长'.repeat(300_000) }]);
  await ledger.append(drafts(902, 1200));
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'ledger'));
  await writeFile(join(folder, 'ledger', `${MONDAY}.jsonl`), disk.peek(fileOf(MONDAY)) ?? '');
  const verdict = await verifyFolder(nodeDisk, folder);
  expect(printVerdict(verdict)).toBe(`ok  1200 entries, head 1200 ${ledger.head().hash}`);
});

test('a folder that is being written to can be verified', async () => {
  const disk = await filledDisk(2);
  const { ledger } = await open(disk);
  const [verdict] = await Promise.all([verifyFolder(disk, FOLDER), ledger.append(drafts(3, 9))]);
  expect(verdict.ok).toBe(true);
  await filled(disk, 1, [TUESDAY]);
  expect((await verdictOf(disk)).ok).toBe(true);
});
