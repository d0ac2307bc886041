import { dirname } from 'node:path';
import type { Disk, OpenFile, Way } from '../../server/ledger/disk.ts';
import { Inode } from './inode.ts';

export interface Failure {
  /** Which call fails, counted from 1 over all methods. */
  readonly call: number;
  readonly code: string;
  /** Every later call fails too, as on a full disk. */
  readonly forGood?: boolean;
  /** How many calls in a row fail; 1 if left out. */
  readonly times?: number;
  /** The power is cut at that call. */
  readonly cut?: Cut;
}

export interface Cut {
  /** Bytes that the medium writes in one piece. */
  readonly sector?: number;
  /** Whether a sector that was written but not flushed survives; none does if left out. */
  readonly keeps?: () => boolean;
  /** Whether a new name does whose folder was not flushed. */
  readonly keepsNames?: () => boolean;
}

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
  powerCut({ sector = 512, keeps = () => false, keepsNames = () => false }: Cut = {}): void {
    const folders = [...this.#folders].filter((f) => this.#durableFolders.has(f) || keepsNames());
    this.#folders = new Set(folders);
    const names = new Map(this.#durableNames);
    for (const [path, inode] of this.#names)
      if (names.get(path) !== inode && keepsNames()) names.set(path, inode);
    for (const [path, inode] of names) {
      if (!this.#folders.has(dirname(path))) names.delete(path);
      inode.cut(sector, keeps);
    }
    this.#names = names;
    this.#durableNames = new Map(names);
    this.#durableFolders = new Set(folders);
  }

  /** Puts a file in place, flushed, as if it had always been there; null takes it away. */
  put(path: string, bytes: Buffer | string | null): void {
    const folder = dirname(path);
    for (let at = folder; at !== '/'; at = dirname(at)) {
      this.#folders.add(at);
      this.#durableFolders.add(at);
    }
    const inode = Inode.of(Buffer.from(bytes ?? ''));
    for (const names of [this.#names, this.#durableNames]) {
      if (bytes === null) names.delete(path);
      else names.set(path, inode);
    }
  }

  /** The bytes of a file as programs see them, without counting as a call. */
  peek(path: string): Buffer | null {
    const inode = this.#names.get(path);
    return inode ? Buffer.from(inode.live.view) : null;
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
    const inode = there ?? new Inode();
    if (way === 'fresh') inode.truncate(0);
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

  async remove(path: string): Promise<void> {
    this.#call('remove');
    this.#names.delete(path);
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
        return inode.live.view.copy(into, 0, position);
      },
      write: async (bytes, position = 0) => {
        const at = way === 'amend' ? position : inode.live.length;
        return this.#write(inode, bytes, at);
      },
      datasync: async () => {
        try {
          this.#call('datasync');
          inode.flush();
        } finally {
          inode.forget();
        }
      },
      truncate: async (length) => {
        this.#call('truncate');
        inode.truncate(length);
      },
      close: async () => this.#call('close'),
    };
  }

  /** A write that fails leaves half of its bytes behind, as a disk that fills up does. */
  #write(inode: Inode, bytes: Uint8Array, at: number): number {
    const fails = this.#fails();
    const taken = fails ? bytes.length >> 1 : Math.min(bytes.length, this.mouthful);
    inode.write(bytes.subarray(0, taken), at);
    this.#call('write');
    return taken;
  }

  /** Whether the call about to be counted is to fail. */
  #fails(): boolean {
    const failure = this.#failure;
    const number = this.calls.length + 1;
    if (!failure) return false;
    const { call, forGood, times = forGood ? Number.POSITIVE_INFINITY : 1 } = failure;
    return number >= call && number < call + times;
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
