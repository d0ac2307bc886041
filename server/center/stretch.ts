import type { Disk, OpenFile } from '../ledger/disk.ts';
import { FORMAT } from '../ledger/entry.ts';
import { datesIn, pathOf } from '../ledger/files.ts';
import { linesOf } from '../ledger/lines.ts';

export interface Place {
  readonly disk: Disk;
  readonly folder: string;
}

/** Entries of one business day, byte for byte, without their newlines. */
export interface DayLines {
  readonly date: string;
  readonly lines: readonly Buffer[];
}

/** How every line ends: its place can be read without reading all of it. */
const TAIL = /,"seq":(\d+),"v":\d+,"hash":"([0-9a-f]{64})"\}$/;
const TAIL_LENGTH = 140;

export function placeIn(line: Buffer): { seq: number; hash: string } | null {
  const [, seq, hash = ''] =
    TAIL.exec(line.toString('latin1', Math.max(0, line.length - TAIL_LENGTH))) ?? [];
  return seq === undefined ? null : { seq: Number(seq), hash };
}

/** The bytes with which the line of an entry ends. */
export const endOf = ({ seq, hash }: { seq: number; hash: string }) =>
  `,"seq":${seq},"v":${FORMAT},"hash":"${hash}"}\n`;

/** A line cannot be longer: no body that a hub takes is a tenth of it. */
const LONGEST = 1024 * 1024;

interface Spot {
  readonly seq: number;
  readonly date: string;
  readonly offset: number;
}

/**
 * Reads a ledger on from an entry, a bounded stretch at a time, while its writer goes on writing.
 * Remembers where the last stretch ended: the next one begins there without a search.
 */
export class Reader {
  readonly #place: Place;
  #spot: Spot | null = null;

  constructor(place: Place) {
    this.#place = place;
  }

  /**
   * The entries behind `seq`, by day; none when there are none yet.
   *
   * @param until the last entry that is known to be flushed
   * @param most bytes; one longer entry comes alone
   */
  async behind(seq: number, until: number, most: number): Promise<DayLines[]> {
    const spot = this.#spot?.seq === seq ? this.#spot : await this.#find(seq);
    const dates = ((await datesIn(this.#place.disk, this.#place.folder)) ?? []).filter(
      (date) => date >= spot.date,
    );
    const days: DayLines[] = [];
    let { offset } = spot;
    let room = most;
    let last: Spot = spot;
    for (const date of dates) {
      const { lines, bytes, more } = await this.#some(date, offset, room, until);
      if (lines.length > 0) days.push({ date, lines });
      offset += bytes;
      room -= bytes;
      const end = lines.at(-1);
      last = { seq: (end && placeIn(end)?.seq) ?? last.seq, date, offset };
      if (more || room <= 0) break;
      offset = 0;
    }
    this.#spot = last;
    return days;
  }

  /** Whole lines from an offset on, up to entry `until`. */
  async #some(date: string, offset: number, room: number, until: number) {
    const { disk, folder } = this.#place;
    const file = await disk.open(pathOf(folder, date), 'read');
    try {
      const { whole, full } = await wholeLines(file, offset, room);
      const lines = linesOf(whole).filter((line) => (placeIn(line)?.seq ?? 0) <= until);
      const bytes = lines.reduce((sum, line) => sum + line.length + 1, 0);
      return { lines, bytes, more: full || bytes < whole.length };
    } finally {
      await file.close();
    }
  }

  /** Where entry `seq` ends; or where the first one behind it begins, if it is not there. */
  async #find(seq: number): Promise<Spot> {
    const { disk, folder } = this.#place;
    let first: Spot = { seq, date: '', offset: 0 };
    for (const date of ((await datesIn(disk, folder)) ?? []).reverse()) {
      const bytes = (await disk.read(pathOf(folder, date))) ?? Buffer.alloc(0);
      const start = bytes.indexOf(10);
      if (start < 0) continue;
      if ((placeIn(bytes.subarray(0, start))?.seq ?? 0) > seq) {
        first = { seq, date, offset: 0 };
        continue;
      }
      const found = bytes.indexOf(`,"seq":${seq},"v":${FORMAT},"hash":"`);
      const end = found < 0 ? -1 : bytes.indexOf(10, found);
      return end < 0 ? first : { seq, date, offset: end + 1 };
    }
    return first;
  }
}

/** Up to `room` bytes, cut behind the last newline; a first line that is longer is read whole. */
async function wholeLines(file: OpenFile, offset: number, room: number) {
  for (let most = room; ; most = Math.min(most * 2, LONGEST)) {
    const bytes = await readAt(file, offset, most);
    const end = bytes.lastIndexOf(10) + 1;
    const full = bytes.length === most;
    if (end > 0 || !full || most === LONGEST) return { whole: bytes.subarray(0, end), full };
  }
}

async function readAt(file: OpenFile, offset: number, most: number): Promise<Buffer> {
  const buffer = Buffer.alloc(most);
  let held = 0;
  while (held < most) {
    const got = await file.read(buffer.subarray(held), offset + held);
    if (got === 0) break;
    held += got;
  }
  return buffer.subarray(0, held);
}
