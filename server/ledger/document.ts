import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import type { Disk } from './disk.ts';
import { makeFolder, replaceFile } from './durable.ts';

/**
 * A lowdb adapter for one JSON document, written whole, flushed, and put in place by a rename.
 * Such a document is a cache of the ledger: one that cannot be read is null, and is made anew.
 */
export class Document<T> implements Adapter<T> {
  readonly #disk: Disk;
  readonly #path: string;
  readonly #indent: number;
  #last: Promise<void> = Promise.resolve();

  /** @param indent spaces a level, for a document that people read */
  constructor(disk: Disk, path: string, indent = 0) {
    this.#disk = disk;
    this.#path = path;
    this.#indent = indent;
  }

  async read(): Promise<T | null> {
    try {
      const bytes = await this.#disk.read(this.#path);
      return bytes ? (JSON.parse(bytes.toString()) as T) : null;
    } catch {
      return null;
    }
  }

  /** Writes follow one another: two at a time would share the file that is renamed. */
  write(data: T): Promise<void> {
    const bytes = Buffer.from(`${JSON.stringify(data, null, this.#indent)}\n`);
    const written = this.#last.then(() => this.#put(bytes));
    this.#last = written.catch(() => {});
    return written;
  }

  async #put(bytes: Buffer): Promise<void> {
    await makeFolder(this.#disk, dirname(this.#path));
    await replaceFile(this.#disk, this.#path, bytes);
  }
}
