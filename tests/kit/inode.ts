type Range = readonly [from: number, to: number];

/** Bytes that grow in place, so that a day of small appends is not copied once an append. */
class Bytes {
  #buffer = Buffer.alloc(0);
  length = 0;

  get view(): Buffer {
    return this.#buffer.subarray(0, this.length);
  }

  /** Bytes that were never written read as NULs. */
  resize(length: number): void {
    if (length > this.#buffer.length) {
      const grown = Buffer.alloc(Math.max(length, this.#buffer.length * 2));
      this.view.copy(grown);
      this.#buffer = grown;
    } else if (length < this.length) {
      this.#buffer.fill(0, length, this.length);
    }
    this.length = length;
  }

  set(bytes: Uint8Array, at: number): void {
    this.resize(Math.max(this.length, at + bytes.length));
    this.#buffer.set(bytes, at);
  }
}

/** What programs see of a file, and what the medium holds of it. */
export class Inode {
  readonly live = new Bytes();
  readonly #durable = new Bytes();
  /** Written since the last flush. */
  #dirty: Range[] = [];

  static of(bytes: Buffer): Inode {
    const inode = new Inode();
    inode.write(bytes, 0);
    inode.flush();
    return inode;
  }

  write(bytes: Uint8Array, at: number): void {
    this.live.set(bytes, at);
    this.#dirty.push([at, at + bytes.length]);
  }

  truncate(length: number): void {
    this.live.resize(length);
    this.#dirty = this.#dirty.map(([a, b]) => [Math.min(a, length), Math.min(b, length)]);
  }

  flush(): void {
    this.#durable.resize(this.live.length);
    for (const [from, to] of this.#dirty)
      this.#durable.set(this.live.view.subarray(from, to), from);
    this.#dirty = [];
  }

  /** A flush that failed: no later one writes these bytes. */
  forget(): void {
    this.#dirty = [];
  }

  /** What is durable stays, and those sectors of the dirty ranges that made it. */
  cut(sector: number, keeps: () => boolean): void {
    for (const [from, to] of this.#dirty) {
      for (let at = from; at < to; at = (Math.floor(at / sector) + 1) * sector) {
        const end = Math.min(to, (Math.floor(at / sector) + 1) * sector);
        if (keeps()) this.#durable.set(this.live.view.subarray(at, end), at);
      }
    }
    this.#dirty = [];
    this.live.resize(0);
    this.live.set(this.#durable.view, 0);
  }
}
