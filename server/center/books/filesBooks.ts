import { join } from 'node:path';
import { defaultSettings } from '../../../shared/defaults.ts';
import type { BranchId } from '../../../shared/ids.ts';
import { contenderOf } from '../../../shared/month/contender.ts';
import type { DayRow } from '../../../shared/month/dayRow.ts';
import { type Period, periodOf } from '../../../shared/month/periods.ts';
import { rulesOn } from '../../../shared/month/rules.ts';
import { sheetOf } from '../../../shared/month/sheet.ts';
import { type Entry, unseal } from '../../ledger/entry.ts';
import { pathOf } from '../../ledger/files.ts';
import { linesOf } from '../../ledger/lines.ts';
import type { Enrolment } from '../roster.ts';
import { type Place, Reader } from '../stretch.ts';
import { Turns } from '../turns.ts';
import { type Books, type DateSpan, isWithin } from './books.ts';
import { Fold } from './fold.ts';

export interface FilesBooksParts extends Place {
  /** Every epoch of every branch, in the order enrolled. */
  readonly enrolled: () => readonly Enrolment[] | Promise<readonly Enrolment[]>;
  /** The last entry witnessed of an epoch: what lies behind it is nobody's. */
  readonly headOf: (row: Enrolment) => Promise<{ readonly seq: number }>;
}

/** Bytes read at a time. */
const STRETCH = 1024 * 1024;

/** One epoch's folder, folded as far as it was asked for, and kept so. */
class Folder {
  readonly #place: Place;
  readonly #reader: Reader;
  readonly #turns = new Turns();
  readonly #past: DayRow[] = [];
  readonly #fold = new Fold();

  constructor(place: Place) {
    this.#place = place;
    this.#reader = new Reader(place);
  }

  upTo(seq: number): Promise<{ rows: readonly DayRow[]; fold: Fold }> {
    return this.#turns.take(async () => {
      const fold = this.#fold;
      while (fold.head.seq < seq) {
        const days = await this.#reader.behind(fold.head.seq, seq, STRETCH);
        const lines = days.flatMap((day) => day.lines);
        if (lines.length === 0) throw new Error(`${this.#place.folder} ends before entry ${seq}`);
        for (const line of lines) fold.take(unseal(line, fold.head.seq === 0 ? null : fold.head));
        this.#past.push(...fold.finished().map(({ row }) => row));
      }
      const today = fold.today();
      return { rows: [...this.#past, ...(today ? [today] : [])], fold };
    });
  }

  async entriesOn(date: string, until: number): Promise<Entry[]> {
    const { disk, folder } = this.#place;
    const bytes = (await disk.read(pathOf(folder, date))) ?? Buffer.alloc(0);
    const entries: Entry[] = [];
    for (const line of linesOf(bytes)) entries.push(unseal(line, entries.at(-1) ?? null));
    return entries.filter((entry) => entry.seq <= until);
  }
}

/** Books made from a center's received files alone, and kept in memory: for commands, and few branches. */
export class FilesBooks implements Books {
  readonly #parts: FilesBooksParts;
  readonly #folders = new Map<string, Folder>();

  constructor(parts: FilesBooksParts) {
    this.#parts = parts;
  }

  async rows(branch: BranchId, span: DateSpan = {}): Promise<readonly DayRow[]> {
    const rows: DayRow[] = [];
    for (const row of await this.#epochs(branch)) rows.push(...(await this.#folded(row)).rows);
    // Stable: of two epochs within one day the former comes first.
    return rows
      .filter(({ date }) => isWithin(span, date))
      .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  }

  async month(month: string) {
    const { from, to } = monthOf(month);
    const all = new Map<BranchId, readonly DayRow[]>();
    for (const branch of await this.#branches()) {
      const rows = await this.rows(branch, { from, to });
      if (rows.length > 0) all.set(branch, rows);
    }
    return all;
  }

  async contenders(month: string) {
    const period = monthOf(month);
    const branches = await this.#branches();
    const all = await Promise.all(
      branches.map(async (branch) => ({ branch, rows: await this.rows(branch) })),
    );
    return all
      .filter(({ rows }) => rows.some(({ date }) => isWithin(period, date)))
      .map(({ branch, rows }) => contenderOf(branch, sheetOf(rows, period, fallback(period))));
  }

  async lobby(branch: BranchId) {
    const now = (await this.#epochs(branch)).at(-1);
    const { lobby, head } = (now && (await this.#folded(now)).fold) ?? {};
    return lobby && head && head.seq > 0 ? { lobby, head, at: head.at } : null;
  }

  async entries(branch: BranchId, date: string): Promise<Entry[]> {
    const entries: Entry[] = [];
    for (const row of await this.#epochs(branch)) {
      const { seq } = await this.#parts.headOf(row);
      entries.push(...(await this.#folder(row).entriesOn(date, seq)));
    }
    return entries;
  }

  async #folded(row: Enrolment) {
    const { seq } = await this.#parts.headOf(row);
    return this.#folder(row).upTo(seq);
  }

  async #branches(): Promise<BranchId[]> {
    const ids = (await this.#parts.enrolled()).map(({ branch }) => branch as BranchId);
    return [...new Set(ids)];
  }

  async #epochs(branch: string): Promise<Enrolment[]> {
    return (await this.#parts.enrolled()).filter((row) => row.branch === branch);
  }

  #folder({ branch, epoch }: Enrolment): Folder {
    const { disk, folder } = this.#parts;
    const path = join(folder, 'branches', branch, String(epoch));
    const known = this.#folders.get(path) ?? new Folder({ disk, folder: path });
    this.#folders.set(path, known);
    return known;
  }
}

/** @throws when it names no month: the program that asks is wrong */
export function monthOf(month: string): Period {
  const period = periodOf(month);
  if (period?.kind !== 'month') throw new Error(`"${month}" is no month`);
  return period;
}

/** A month's sheet needs neither where there is a row in it. */
const fallback = ({ from, to }: Period) => ({ today: to, rules: rulesOn(defaultSettings, from) });
