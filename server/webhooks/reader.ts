import type { Disk } from '../ledger/disk.ts';
import type { Entry } from '../ledger/entry.ts';
import { datesIn, pathOf } from '../ledger/files.ts';

const CHUNK = 64 * 1024;
const NEWLINE = 10;

export interface ReaderParts {
  readonly disk: Disk;
  readonly folder: string;
  /** The last entry that is flushed: what is behind it may not be told yet. */
  readonly flushed: () => number;
}

/**
 * Reads a ledger on from one of its entries, from its files and only once each: a receiver that was
 * away for a week costs the hub no memory, and one that keeps up costs the new bytes.
 */
export class Reader {
  readonly #parts: ReaderParts;
  #date: string | null = null;
  #offset = 0;
  /** The last entry that was handed out, or the one before the first; null: there is no ledger yet. */
  #seq: number | null;

  /** @param after the entry to go on behind; null: from the beginning of the last day */
  private constructor(parts: ReaderParts, after: number | null) {
    this.#parts = parts;
    this.#seq = after;
  }

  static async open(parts: ReaderParts, after: number | null): Promise<Reader> {
    const reader = new Reader(parts, after);
    await reader.#find();
    return reader;
  }

  /** Behind which entry it goes on: whoever begins anew begins here again. */
  get place(): number | null {
    return this.#seq;
  }

  /** The next entries, a chunk's worth; none when there is nothing new. */
  async next(): Promise<Entry[]> {
    if (this.#date === null) await this.#find();
    while (this.#date !== null) {
      const entries = await this.#read();
      if (entries.length > 0) return entries;
      const later = ((await this.#dates()) ?? []).find((date) => date > (this.#date ?? ''));
      if (!later) break;
      this.#date = later;
      this.#offset = 0;
    }
    return [];
  }

  #dates() {
    return datesIn(this.#parts.disk, this.#parts.folder);
  }

  /** The file that holds the next entry: the last one that does not begin later. */
  async #find(): Promise<void> {
    const dates = (await this.#dates()) ?? [];
    for (const date of dates.toReversed()) {
      this.#date = date;
      const first = await this.#firstOf(date);
      if (first === null) continue;
      this.#seq ??= first - 1;
      if (first <= this.#seq + 1) break;
    }
    this.#offset = 0;
  }

  async #firstOf(date: string): Promise<number | null> {
    const [line] = (await this.#lines(date, 0)).lines;
    return line ? entryOf(line).seq : null;
  }

  async #read(): Promise<Entry[]> {
    const { disk: _, flushed } = this.#parts;
    for (;;) {
      const { lines } = await this.#lines(this.#date ?? '', this.#offset);
      if (lines.length === 0) return [];
      const fresh: Entry[] = [];
      for (const line of lines) {
        const entry = entryOf(line);
        if (entry.seq > flushed()) return fresh;
        this.#offset += line.length + 1;
        if (entry.seq <= (this.#seq ?? 0)) continue;
        this.#seq = entry.seq;
        fresh.push(entry);
      }
      if (fresh.length > 0) return fresh;
    }
  }

  /** Whole lines from a place on; a line longer than a chunk is read whole. */
  async #lines(date: string, from: number): Promise<{ lines: Buffer[] }> {
    const file = await this.#parts.disk
      .open(pathOf(this.#parts.folder, date), 'read')
      .catch(() => null);
    if (!file) return { lines: [] };
    try {
      for (let size = CHUNK; ; size *= 2) {
        const bytes = Buffer.alloc(size);
        const read = await file.read(bytes, from);
        const end = bytes.subarray(0, read).lastIndexOf(NEWLINE);
        if (end < 0 && read === size) continue;
        return { lines: linesIn(bytes.subarray(0, end + 1)) };
      }
    } finally {
      await file.close();
    }
  }
}

function linesIn(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

/** The hub has verified what it tells: here it is only read. */
const entryOf = (line: Buffer): Entry => JSON.parse(line.toString()) as Entry;
