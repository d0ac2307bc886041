import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { LedgerDamaged, LedgerUnopened } from '../../server/ledger/damage.ts';
import { type Draft, seal } from '../../server/ledger/entry.ts';
import { draft, fileOf, filledDisk, linesOf, MONDAY, open, TUESDAY } from '../kit/ledgers.ts';
import type { MemoryDisk } from '../kit/memoryDisk.ts';

function rewrite(disk: MemoryDisk, change: (lines: string[]) => string[], date = MONDAY): Buffer {
  const bytes = Buffer.from(`${change(linesOf(disk, date)).join('\n')}\n`);
  disk.put(fileOf(date), bytes);
  return bytes;
}

const edits: [string, (lines: string[]) => string[], string][] = [
  ['edited', (l) => l.with(2, String(l[2]).replace('clock', 'block')), 'altered'],
  ['filled with noise', (l) => l.with(2, 'noise'), 'unreadable'],
  ['emptied', (l) => l.with(2, ''), 'unreadable'],
  ['taken out', (l) => l.toSpliced(2, 1), 'misplaced'],
  ['written twice', (l) => l.toSpliced(2, 0, String(l[1])), 'misplaced'],
  ['moved', (l) => [l[0], l[1], l[3], l[2], l[4]].map(String), 'misplaced'],
  [
    'sealed in capitals',
    (l) =>
      l.with(
        2,
        String(l[2]).replace(/[0-9a-f]{64}"\}$/, (h) => h.toUpperCase()),
      ),
    'unreadable',
  ],
];

test.each(edits)('a line that was %s makes the ledger read-only', async (_, change, what) => {
  const disk = await filledDisk(5);
  const bytes = rewrite(disk, change);
  const { ledger, entries, damage, torn } = await open(disk);
  expect(damage).toEqual({ file: `ledger/${MONDAY}.jsonl`, line: 3, seq: 3, what });
  expect(entries).toHaveLength(2);
  expect(torn).toBeUndefined();
  await expect(ledger.append([draft(9)])).rejects.toThrow(`ledger/${MONDAY}.jsonl:3 (entry 3)`);
  await expect(ledger.append([draft(9)])).rejects.toBeInstanceOf(LedgerDamaged);
  await expect(ledger.roll(TUESDAY)).rejects.toBeInstanceOf(LedgerDamaged);
  await expect(ledger.reopen()).rejects.toBeInstanceOf(LedgerDamaged);
  expect(disk.peek(fileOf(MONDAY))).toEqual(bytes);
});

test('damage before a torn tail leaves the tail where it is', async () => {
  const disk = await filledDisk(3);
  const bytes = Buffer.from(`${linesOf(disk)[0]}\nnoise\n{"at":1`);
  disk.put(fileOf(MONDAY), bytes);
  expect((await open(disk)).damage).toMatchObject({ line: 2 });
  expect(disk.peek(fileOf(MONDAY))).toEqual(bytes);
});

test('a bad last line is damage when its newline is there', async () => {
  const disk = await filledDisk(3);
  rewrite(disk, (lines) => [...lines, '{"at":1']);
  expect((await open(disk)).damage).toMatchObject({ line: 4, seq: 4, what: 'unreadable' });
});

test('an unfinished line in an earlier day is damage', async () => {
  const disk = await filledDisk(3, [MONDAY, TUESDAY]);
  const bytes = disk.peek(fileOf(MONDAY)) ?? Buffer.alloc(0);
  disk.put(fileOf(MONDAY), bytes.subarray(0, -1));
  const { entries, damage, ledger } = await open(disk);
  expect(damage).toEqual({ file: `ledger/${MONDAY}.jsonl`, line: 3, seq: 3, what: 'unfinished' });
  expect(entries).toHaveLength(2);
  expect(ledger.head().seq).toBe(2);
});

test('a missing day in between is damage in the day after', async () => {
  const disk = await filledDisk(2, [MONDAY, TUESDAY, '2026-11-25']);
  disk.put(fileOf(TUESDAY), null);
  expect((await open(disk)).damage).toEqual({
    file: 'ledger/2026-11-25.jsonl',
    line: 1,
    seq: 3,
    what: 'misplaced',
  });
});

test('a chain made anew behind an edit does not fit the entry after it', async () => {
  const disk = await filledDisk(4);
  const [one, two] = (await open(disk)).entries;
  if (!one || !two) throw new Error('the ledger is empty');
  const forged = seal({ ...two, person: 'nobody' }, one).line.trimEnd();
  rewrite(disk, (lines) => lines.with(1, forged));
  expect((await open(disk)).damage).toMatchObject({ line: 3, seq: 3, what: 'unlinked' });
});

test('a ledger that does not begin at its first entry is damaged, unless a closing names what was pruned', async () => {
  const disk = await filledDisk(2, [MONDAY, TUESDAY]);
  const closing = (await open(disk)).entries[1];
  disk.put(fileOf(MONDAY), null);
  expect((await open(disk)).damage).toMatchObject({ line: 1, what: 'misplaced' });
  const row = { date: MONDAY, seq: closing?.seq, hash: closing?.hash };
  disk.put('/data/closings.jsonl', `${JSON.stringify(row)}\n`);
  const { entries, damage } = await open(disk);
  expect(damage).toBeUndefined();
  expect(entries.map(({ seq }) => seq)).toEqual([3, 4]);
});

test('a ledger of a newer program is not opened and not touched', async () => {
  const disk = await filledDisk(2);
  const prev = (await open(disk)).entries[1];
  if (!prev) throw new Error('the ledger is empty');
  const { line } = newer(draft(3), prev);
  rewrite(disk, (lines) => [...lines, line]);
  const calls = disk.calls.length;
  await expect(open(disk)).rejects.toBeInstanceOf(LedgerUnopened);
  await expect(open(disk)).rejects.toThrow('newer version of the program');
  expect(disk.calls.slice(calls)).not.toContain('write');
});

/** The same seal around content whose format is one ahead. */
function newer(content: Draft, prev: Parameters<typeof seal>[1]) {
  const text = seal(content, prev).line.replace('"v":1', '"v":2');
  const body = `${text.slice(0, text.lastIndexOf(',"hash"'))}}`;
  const digest = createHash('sha256').update(body).digest('hex');
  return { line: `${body.slice(0, -1)},"hash":"${digest}"}` };
}
