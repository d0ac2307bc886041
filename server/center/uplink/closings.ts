import { join } from 'node:path';
import { linesOf } from '../../ledger/lines.ts';
import { CLOSINGS } from '../../ledger/witnesses.ts';
import type { Place } from '../stretch.ts';

/** Lines in one segment, and bytes of them. */
const MANY = 20;
const MOST = 512 * 1024;

/** The lines of `closings.jsonl` that the center lacks. The file is only read when there may be one. */
export class Closings {
  /** The entry of the last closing that the center holds. */
  held = 0;
  readonly #place: Place;
  /** So many lines at the beginning end at this entry or before, and were held when they were read. */
  #passed = { lines: 0, seq: 0 };
  /** The entry of the last one there is. */
  #due = Number.POSITIVE_INFINITY;

  constructor(place: Place) {
    this.#place = place;
  }

  due(seq: number): void {
    this.#due = seq;
  }

  /** Those of entries up to `until`. */
  async behind(until: number): Promise<string[]> {
    if (this.#due <= this.held) return [];
    const { disk, folder } = this.#place;
    const bytes = (await disk.read(join(folder, CLOSINGS))) ?? Buffer.alloc(0);
    // A center that was set back lacks some of them again.
    if (this.held < this.#passed.seq) this.#passed = { lines: 0, seq: 0 };
    const rows = linesOf(bytes)
      .slice(this.#passed.lines)
      .map((line) => ({ line: String(line), seq: seqIn(line) }));
    // Known from here on: until the next close there is nothing to look for.
    if (!Number.isFinite(this.#due)) this.#due = rows.at(-1)?.seq ?? 0;
    this.#pass(rows);
    const some: string[] = [];
    let size = 0;
    for (const { line, seq } of rows) {
      if (seq <= this.held || seq > until) continue;
      size += line.length;
      if (some.length >= MANY || (some.length > 0 && size > MOST)) break;
      some.push(line);
    }
    return some;
  }

  #pass(rows: readonly { readonly seq: number }[]): void {
    const first = rows.findIndex(({ seq }) => seq > this.held);
    const lines = this.#passed.lines + (first < 0 ? rows.length : first);
    this.#passed = { lines, seq: this.held };
  }
}

function seqIn(line: Buffer): number {
  try {
    return Number(JSON.parse(line.toString()).seq);
  } catch {
    return 0;
  }
}
