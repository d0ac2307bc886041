import { dirname } from 'node:path';
import type { Disk, OpenFile, Way } from '../../server/ledger/disk.ts';

type Range = readonly [from: number, to: number];

/** What programs see of a file, and what the medium holds of it. */
interface Inode {
  live: Buffer;
  durable: Buffer;
  /** Written since the last flush. */
  dirty: Range[];
}

export interface Failure {
  /** Which call fails, counted from 1 over all methods. */
  readonly call: number;
  readonly code: string;
  /** Every later call fails too, as on a full disk. */
  readonly forGood?: boolean;
  /** The power is cut at that call. */
  readonly cut?: Cut;
}

export interface Cut {
  /** Bytes that the medium writes in one piece. */
  readonly sector?: number;
  /** Whether a sector that was written but not flushed survives; none does if left out. */
  readonly keeps?: () => boolean;
}

const resized = (bytes: Buffer, length: number) =>
  length <= bytes.length ? bytes.subarray(0, length) : Buffer.concat([bytes], length);

/**
 * A disk in memory that is as forgetful as POSIX allows: a file's bytes are safe once it was flushed,
 * its name once its folder was, and bytes whose flush failed are never written by a later one.
 */
export class MemoryDisk implements Disk {
  /** The names of all calls made so far. */
  readonly calls: string[] = [];
  /** The most bytes one write takes. */
  mouthful = Number.POSITIVE_INFINITY;
  #failure: Failure | null = null;
  #names = new Map<string, Inode>();
  #durableNames = new Map<string, Inode>();
  #folders = new Set(['/']);
  #durableFolders = new Set(['/']);

  /** Counts calls from here on, and fails one of them. */
  fail(failure: Failure | null): void {
    this.calls.length = 0;
    this.#failure = failure;
  }

  /** Everything not flushed is gone; open files must not be used any more. */
  powerCut({ sector = 512, keeps = () => false }: Cut = {}): void {
    this.#names = new Map(this.#durableNames);
    this.#folders = new Set(this.#durableFolders);
    for (const [path, inode] of this.#names) {
      if (!this.#folders.has(dirname(path))) this.#names.delete(path);
      inode.durable = survivors(inode, sector, keeps);
      inode.live = inode.durable;
      inode.dirty = [];
    }
    this.#durableNames = new Map(this.#names);
  }

  /** Puts a file in place, flushed, as if it had always been there; null takes it away. */
  put(path: string, bytes: Buffer | string | null): void {
    const folder = dirname(path);
    for (let at = folder; at !== '/'; at = dirname(at)) {
      this.#folders.add(at);
      this.#durableFolders.add(at);
    }
    const live = Buffer.from(bytes ?? '');
    const inode = { live, durable: live, dirty: [] };
    for (const names of [this.#names, this.#durableNames]) {
      if (bytes === null) names.delete(path);
      else names.set(path, inode);
    }
  }

  /** The bytes of a file as programs see them, without counting as a call. */
  peek(path: string): Buffer | null {
    const inode = this.#names.get(path);
    return inode ? Buffer.from(inode.live) : null;
  }

  get paths(): string[] {
    return [...this.#names.keys()].sort();
  }

  async list(folder: string): Promise<string[] | null> {
    this.#call('list');
    if (!this.#folders.has(folder)) return null;
    const all = [...this.#names.keys(), ...this.#folders];
    const inside = all.filter((path) => path !== '/' && dirname(path) === folder);
    return inside.map((path) => path.slice(path.lastIndexOf('/') + 1));
  }

  async read(path: string): Promise<Buffer | null> {
    this.#call('read');
    return this.peek(path);
  }

  async open(path: string, way: Way): Promise<OpenFile> {
    this.#call('open');
    const there = this.#names.get(path);
    const makes = way === 'append' || way === 'fresh';
    if (!there && (!makes || !this.#folders.has(dirname(path)))) throw failed('ENOENT', 'open');
    const inode = there ?? { live: Buffer.alloc(0), durable: Buffer.alloc(0), dirty: [] };
    if (way === 'fresh') inode.live = Buffer.alloc(0);
    this.#names.set(path, inode);
    return this.#opened(inode, way);
  }

  async rename(from: string, to: string): Promise<void> {
    this.#call('rename');
    const inode = this.#names.get(from);
    if (!inode) throw failed('ENOENT', 'rename');
    this.#names.delete(from);
    this.#names.set(to, inode);
  }

  async makeFolder(path: string): Promise<void> {
    this.#call('makeFolder');
    if (!this.#folders.has(dirname(path))) throw failed('ENOENT', 'makeFolder');
    this.#folders.add(path);
  }

  async syncFolder(path: string): Promise<void> {
    this.#call('syncFolder');
    if (!this.#folders.has(path)) throw failed('ENOENT', 'syncFolder');
    for (const folder of this.#folders) {
      if (dirname(folder) === path) this.#durableFolders.add(folder);
    }
    for (const name of this.#durableNames.keys()) {
      if (dirname(name) === path) this.#durableNames.delete(name);
    }
    for (const [name, inode] of this.#names) {
      if (dirname(name) === path) this.#durableNames.set(name, inode);
    }
  }

  #opened(inode: Inode, way: Way): OpenFile {
    return {
      read: async (into, position) => {
        this.#call('read');
        return inode.live.copy(into, 0, position);
      },
      write: async (bytes, position = 0) => {
        const at = way === 'amend' ? position : inode.live.length;
        return this.#write(inode, bytes, at);
      },
      datasync: async () => {
        try {
          this.#call('datasync');
          flush(inode);
        } finally {
          inode.dirty = [];
        }
      },
      truncate: async (length) => {
        this.#call('truncate');
        inode.live = resized(inode.live, length);
        inode.dirty = inode.dirty.map(([a, b]) => [Math.min(a, length), Math.min(b, length)]);
      },
      close: async () => this.#call('close'),
    };
  }

  /** A write that fails leaves half of its bytes behind, as a disk that fills up does. */
  #write(inode: Inode, bytes: Uint8Array, at: number): number {
    const fails = this.#fails();
    const taken = fails ? bytes.length >> 1 : Math.min(bytes.length, this.mouthful);
    const end = at + taken;
    const live = Buffer.from(resized(inode.live, Math.max(inode.live.length, end)));
    live.set(bytes.subarray(0, taken), at);
    inode.live = live;
    inode.dirty.push([at, end]);
    this.#call('write');
    return taken;
  }

  /** Whether the call about to be counted is to fail. */
  #fails(): boolean {
    const failure = this.#failure;
    const number = this.calls.length + 1;
    if (!failure) return false;
    return failure.forGood ? number >= failure.call : number === failure.call;
  }

  #call(name: string): void {
    const fails = this.#fails();
    this.calls.push(name);
    if (!fails) return;
    if (this.#failure?.cut) this.powerCut(this.#failure.cut);
    throw failed(this.#failure?.code ?? '', name);
  }
}

const failed = (code: string, call: string) =>
  Object.assign(new Error(`${code}: the disk failed at ${call}`), { code });

function flush(inode: Inode): void {
  const durable = Buffer.from(resized(inode.durable, inode.live.length));
  for (const [from, to] of inode.dirty) inode.live.copy(durable, from, from, to);
  inode.durable = durable;
}

/** What is durable, and those sectors of the dirty ranges that made it; the others read as NULs. */
function survivors(inode: Inode, sector: number, keeps: () => boolean): Buffer {
  let bytes = inode.durable;
  for (const [from, to] of inode.dirty) {
    for (let at = from; at < to; at = (Math.floor(at / sector) + 1) * sector) {
      const end = Math.min(to, (Math.floor(at / sector) + 1) * sector);
      if (!keeps()) continue;
      bytes = Buffer.from(resized(bytes, Math.max(bytes.length, end)));
      inode.live.copy(bytes, at, at, end);
    }
  }
  return bytes;
}
