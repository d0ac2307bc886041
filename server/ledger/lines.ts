import type { Disk, OpenFile } from './disk.ts';

const NEWLINE = 10;

/** The least that a disk writes at once, in bytes; larger sectors are multiples of it. */
const SECTOR = 512;

/** How rows of one kind are read. */
export interface Reading<T> {
  /** A line without its newline, asked for in order; throws when the line cannot stand there. */
  parse(line: Buffer, number: number): T;
  /**
   * After a bad line: whether this later one could only be written once that one had been flushed.
   * Left out, a file is taken to be flushed line by line.
   */
  provesFlushed?(line: Buffer): boolean;
}

/** How rows of one kind look on a line. */
export interface LineForm<T> extends Reading<T> {
  /** One line with its newline, and no other. */
  print(row: T): string;
  /** How many of the last rows were written in one go; 1 if left out. */
  lastGroup?(rows: readonly T[]): number;
}

export interface Lines<T> {
  readonly rows: T[];
  /** Bytes up to the end of the last row; what follows is torn, or bad. */
  readonly whole: number;
  /** The first line that was flushed and is bad. */
  readonly bad?: { readonly number: number; readonly cause: unknown };
}

/** Reads the rows of an append-only file, and tells a torn tail from damage. */
export function readLines<T>(bytes: Buffer, form: Reading<T>): Lines<T> {
  const rows: T[] = [];
  let whole = 0;
  for (;;) {
    const end = bytes.indexOf(NEWLINE, whole);
    if (end < 0) return { rows, whole };
    try {
      rows.push(form.parse(bytes.subarray(whole, end), rows.length + 1));
    } catch (cause) {
      if (isTorn(bytes, whole, end, form)) return { rows, whole };
      return { rows, whole, bad: { number: rows.length + 1, cause } };
    }
    whole = end + 1;
  }
}

/**
 * A power cut may keep the later sectors of an unfinished write and lose the earlier ones: then a
 * newline does follow, after a hole of NULs. It is torn, not damaged, when the hole is made of whole
 * sectors and no later line shows that the write had been flushed after all.
 */
function isTorn<T>(bytes: Buffer, start: number, end: number, form: Reading<T>): boolean {
  const hole = bytes.indexOf(0, start);
  if (hole < 0 || hole > end) return false;
  if (hole !== start && hole % SECTOR !== 0) return false;

  let after = hole;
  while (bytes[after] === 0) after++;
  if (after < bytes.length && after % SECTOR !== 0) return false;

  const proves = form.provesFlushed ?? (() => true);
  return !linesOf(bytes.subarray(end + 1)).some((line) => proves.call(form, line));
}

/** The lines that end in a newline, without it. */
export function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return lines;
}

/** Where the last `count` lines begin, of bytes that end in a newline. */
export function startOfLast(bytes: Buffer, count: number): number {
  let start = bytes.length;
  for (let n = 0; n < count && start > 0; n++) {
    start = start < 2 ? 0 : bytes.lastIndexOf(NEWLINE, start - 2) + 1;
  }
  return start;
}

/** Bytes read at a time: a few milliseconds' work, so that a hub goes on serving in between. */
const CHUNK = 256 * 1024;

/**
 * Hands each line to `visit`, without holding the file in memory. A line is good until `visit` returns.
 *
 * @returns the number of bytes after the last newline
 */
export async function streamLines(
  disk: Disk,
  path: string,
  visit: (line: Buffer, number: number) => void,
): Promise<number> {
  const file = await disk.open(path, 'read');
  try {
    return await streamOf(file, visit);
  } finally {
    await file.close();
  }
}

async function streamOf(
  file: OpenFile,
  visit: (line: Buffer, number: number) => void,
): Promise<number> {
  let buffer = Buffer.allocUnsafe(CHUNK);
  let held = 0;
  let number = 0;
  for (let position = 0; ; ) {
    if (held === buffer.length) buffer = Buffer.concat([buffer], held * 2);
    const got = await file.read(buffer.subarray(held), position);
    if (got === 0) return held;
    position += got;

    const filled = buffer.subarray(0, held + got);
    let start = 0;
    // What was held has no newline in it: a long line is not searched again with each chunk.
    for (let end = filled.indexOf(NEWLINE, held); end >= 0; end = filled.indexOf(NEWLINE, start)) {
      visit(filled.subarray(start, end), ++number);
      start = end + 1;
    }
    held = filled.copy(buffer, 0, start);
  }
}
