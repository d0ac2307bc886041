import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { DayRows } from '../../server/reports/dayRows.ts';
import { reportFile } from '../../server/reports/files.ts';
import { reportFor } from '../../server/reports/reporting.ts';
import { resume } from '../../server/resume.ts';
import { keepYear } from '../kit/keptYear.ts';
import { livelyBranch } from '../kit/lively.ts';

/** Milliseconds, but for the counts. */
export interface YearFigures {
  readonly days: number;
  readonly tickets: number;
  readonly entries: number;
  readonly closingsBytes: number;
  /** From the folder to a state that takes presses. */
  readonly ready: number;
  readonly month: number;
  readonly year: number;
  /** The year's report as a Word and an Excel file. */
  readonly docx: number;
  readonly xlsx: number;
}

/** B-year: a busy branch's thirteen months: how soon a hub is ready, and how soon the year's report is. */
export async function benchYear(days = 396, tickets = 400): Promise<YearFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'tingtang-year-'));
  try {
    const kept = await keepYear(nodeDisk, folder, { from: '2025-10-01', days, tickets });
    const { took: ready, value: resumed } = await timed(() =>
      resume({ disk: nodeDisk, folder, settings: livelyBranch }),
    );
    const { lobby, ledger } = resumed;
    const rows = new DayRows(
      { disk: nodeDisk, folder },
      () => lobby,
      () => lobby.visit.lastAt,
    );
    const month = await timed(() => reportFor('2026-09', lobby, rows));
    const year = await timed(() => reportFor('2026', lobby, rows));
    const docx = await timed(() => reportFile(year.value, 'docx', 'zh'));
    const xlsx = await timed(() => reportFile(year.value, 'xlsx', 'zh'));
    const { size: closingsBytes } = await stat(join(folder, 'closings.jsonl'));
    const entries = ledger.head().seq;
    await ledger.close();
    const counts = { days, tickets: kept.visit.tickets.size, entries, closingsBytes };
    const took = { ready, month: month.took, year: year.took, docx: docx.took, xlsx: xlsx.took };
    return { ...counts, ...took };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ took: number; value: T }> {
  const start = performance.now();
  const value = await work();
  return { took: performance.now() - start, value };
}
