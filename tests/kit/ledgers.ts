import { hash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Draft, Entry } from '../../server/ledger/entry.ts';
import { type Ledger, type Mark, openLedger } from '../../server/ledger/ledger.ts';
import { MemoryDisk } from './memoryDisk.ts';

export const FOLDER = '/data';
export const MONDAY = '2026-11-23';
export const TUESDAY = '2026-11-24';

export const fileOf = (date: string) => `${FOLDER}/ledger/${date}.jsonl`;

/** The nth draft of a made-up morning, always the same one. */
export function draft(n: number): Draft {
  const at = 1_795_400_000_000 + n * 1000;
  return {
    at,
    id: `019ac000-0000-7000-8000-${String(n).padStart(12, '0')}`,
    body: hash('sha256', `command ${n}`),
    device: n % 3 === 0 ? null : '取号机-1',
    person: n % 2 === 0 ? 'wang' : null,
    facts: [{ type: 'clock.stepped', at, by: n, offset: -n }],
  };
}

export const drafts = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => draft(from + i));

export const open = (disk: MemoryDisk, since?: Mark) =>
  openLedger({ disk, folder: FOLDER, ...(since && { since }) });

/** A ledger with `perDay` entries on each date, each flushed by itself; closed again. */
export async function filled(disk: MemoryDisk, perDay: number, dates = [MONDAY]): Promise<Mark> {
  const { ledger } = await open(disk);
  let n = ledger.head().seq;
  for (const date of dates) {
    await ledger.roll(date);
    for (let i = 0; i < perDay; i++) await ledger.append([draft(++n)]);
  }
  await ledger.close();
  return ledger.mark();
}

export async function filledDisk(perDay: number, dates = [MONDAY]): Promise<MemoryDisk> {
  const disk = new MemoryDisk();
  await filled(disk, perDay, dates);
  return disk;
}

export const linesOf = (disk: MemoryDisk, date = MONDAY) =>
  String(disk.peek(fileOf(date)))
    .trimEnd()
    .split('\n');

export const idsOf = (entries: readonly Entry[]) => entries.map(({ id }) => id);

export const ids = (from: number, to: number) => drafts(from, to).map(({ id }) => id);

/** Entries as the disk holds them, read by a program that starts now. */
export async function restarted(disk: MemoryDisk): Promise<readonly Entry[]> {
  const { ledger, entries, damage } = await open(disk);
  await ledger.close();
  if (damage) throw new Error(`damaged: ${JSON.stringify(damage)}`);
  return entries;
}

/** Whether the ledger takes an entry: false when it is down. */
export const takes = (ledger: Ledger, n: number) =>
  ledger.append([draft(n)]).then(
    () => true,
    () => false,
  );

/** A folder of one's own on the real disk, gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tingtang-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
