import { join } from 'node:path';
import type { Adapter } from 'lowdb';
import type { Disk, OpenFile } from './disk.ts';
import { flushing, makeFolder, writeAll } from './durable.ts';
import { type LineForm, type Lines, readLines, startOfLast } from './lines.ts';
import { setAside, type Torn } from './torn.ts';

export interface Place {
  readonly disk: Disk;
  readonly folder: string;
  readonly name: string;
  /** The folder where cut-off tails are kept. */
  readonly torn: string;
}

/** Rows as they are, one JSON value a line, each flushed by itself. */
export const jsonLines = <T>(): LineForm<T> => ({
  print: (row) => `${JSON.stringify(row)}\n`,
  parse: (line) => JSON.parse(line.toString()) as T,
});

/**
 * A lowdb adapter for a file that only grows. `write` appends the rows beyond those on the disk, in
 * one write and one flush; it takes no rows before a `read`, none after a write that failed, and
 * none after damage. Use it as `new Low(adapter, [])`, and take rows back from memory when `write`
 * rejects: they may or may not be on the disk, which only the next `read` can tell.
 */
export class AppendOnly<T> implements Adapter<T[]> {
  /** What the last `read` cut off. */
  torn: Torn | null = null;
  /** The first bad line that the last `read` met: the rows end before it. */
  bad: Lines<T>['bad'] | null = null;
  readonly #place: Place;
  readonly #form: LineForm<T>;
  #file: OpenFile | null = null;
  #kept = 0;
  #ready = false;

  constructor(place: Place, form: LineForm<T> = jsonLines()) {
    this.#place = place;
    this.#form = form;
  }

  /** Whether rows may be written: after a `read`, and until something fails. */
  get ready(): boolean {
    return this.#ready;
  }

  get #path(): string {
    return join(this.#place.folder, this.#place.name);
  }

  async read(): Promise<T[]> {
    await this.close();
    const bytes = (await this.#place.disk.read(this.#path)) ?? Buffer.alloc(0);
    const lines = readLines(bytes, this.#form);
    this.bad = lines.bad ?? null;
    this.torn = null;
    if (!lines.bad && bytes.length > 0) await this.#settle(bytes, lines);
    this.#kept = lines.rows.length;
    this.#ready = !lines.bad;
    return lines.rows;
  }

  async write(rows: readonly T[]): Promise<void> {
    if (!this.#ready) throw new Error(`${this.#path} takes no rows until it has been read again`);
    if (rows.length < this.#kept) throw new Error(`${this.#path} only grows; rows are missing`);
    const kept = rows.length;
    const fresh = rows.slice(this.#kept);
    const text = fresh.map((row) => this.#form.print(row)).join('');
    if (text === '') return;

    this.#ready = false;
    try {
      this.#file ??= await this.#openToAppend();
      await writeAll(this.#file, Buffer.from(text));
      await this.#file.datasync();
    } catch (error) {
      await this.close();
      throw error;
    }
    this.#kept = kept;
    this.#ready = true;
  }

  /** Lets go of the file. Whatever was acknowledged is on the disk already. */
  async close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    this.#ready = false;
    await file?.close().catch(() => {});
  }

  async #openToAppend(): Promise<OpenFile> {
    const { disk, folder } = this.#place;
    await makeFolder(disk, folder);
    const file = await disk.open(this.#path, 'append');
    try {
      await disk.syncFolder(folder);
      return file;
    } catch (error) {
      await file.close().catch(() => {});
      throw error;
    }
  }

  /**
   * Cuts a torn tail off, and makes sure of the rows that stay. The last group may have been read out
   * of memory only: its flush failed, or the program died before it. Flushing again would prove
   * nothing, since a system may take pages that it failed to write for written; so the same bytes
   * are put in the same place once more, and flushed then.
   */
  async #settle(bytes: Buffer, { rows, whole }: Lines<T>): Promise<void> {
    const { disk, folder, name, torn } = this.#place;
    const tail = bytes.subarray(whole);
    if (tail.length > 0) this.torn = await setAside(disk, torn, name, tail);
    const good = bytes.subarray(0, whole);
    const from = startOfLast(good, this.#form.lastGroup?.(rows) ?? 1);
    await flushing(await disk.open(this.#path, 'amend'), async (file) => {
      if (this.torn) await file.truncate(whole);
      await writeAll(file, good.subarray(from), from);
    });
    await disk.syncFolder(folder);
  }
}
