import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Dice, dice } from '../../server/rehearsal/dice.ts';

/** A row as it stands in a file. */
export type Line = Readonly<Record<string, string>>;

/** A folder of the test's own, removed after it. */
export function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tingtang-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a log and returns its path. */
export function fileOf(lines: readonly Line[], columns = Object.keys(lines[0] ?? {})): string {
  const rows = lines.map((line) => columns.map((column) => line[column] ?? '').join(','));
  const path = join(ownFolder(), 'log.csv');
  writeFileSync(path, `${[columns.join(','), ...rows].join('\n')}\n`);
  return path;
}

/** Local time as a log writes it. */
export const written = (seconds: number) =>
  new Date(Date.UTC(2026, 10, 23) + seconds * 1000).toISOString().slice(0, 19);

const HOUR = 3600;

/**
 * A log of two days at three servers, some rows past midnight and past 04:00, many in the same
 * second: first come, first served, with people who leave and people who never show up.
 */
export function randomLog(seed: number, size = 200): Line[] {
  const own = dice(`log ${seed}`);
  const free = [0, 0, 0];
  const starts = Array.from({ length: size }, () => Math.floor(own.between(7, 52) * HOUR));
  // Whole minutes for half of them: ties are where an order goes wrong.
  const times = starts.map((s) => (own.chance(0.5) ? s - (s % 60) : s)).sort((a, b) => a - b);
  return times.map((arrive, n) => rowAt(own, arrive, n, free));
}

function rowAt(own: Dice, arrive: number, n: number, free: number[]): Line {
  const server = free.indexOf(Math.min(...free));
  const start = Math.max(arrive, free[server] ?? 0);
  const patience = Math.floor(own.lasting(1200, 1));
  const about = {
    id: `T${n}`,
    class: own.weighed({ premium: 3, ordinary: 5, care: 1, unrecorded: 1 }),
    service: own.pick(['cash', '对公', 'wealth']),
    arrive: written(arrive),
    queued: start > arrive ? '1' : '0',
  };
  if (start - arrive > patience)
    return {
      ...about,
      start: '',
      end: written(arrive + patience),
      outcome: 'abandoned',
      server: '',
    };
  const lasts = Math.floor(own.lasting(1800, 0.7));
  free[server] = start + lasts;
  const outcome = own.chance(0.05) ? 'noshow' : 'served';
  const end = written(start + lasts);
  return { ...about, start: written(start), end, outcome, server: `S${server + 1}` };
}
