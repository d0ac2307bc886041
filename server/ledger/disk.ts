import { fdatasync, writeSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * Everything this room asks of a file system, one system call a method, so that a double can fail,
 * shorten or lose each of them. What must survive a power cut is put together in `durable.ts`.
 */
export interface Disk {
  /** Names in a folder, in no order; null when there is no such folder. */
  list(folder: string): Promise<readonly string[] | null>;
  /** The whole file, in a buffer that is the caller's to change; null when there is none. */
  read(path: string): Promise<Buffer | null>;
  open(path: string, way: Way): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  /** Takes a file away; one that is not there is fine. Never the ledger's own. */
  remove(path: string): Promise<void>;
  /** One level; a folder that stands already is fine. */
  makeFolder(path: string): Promise<void>;
  /** Flushes a folder's list of names: without it a new or renamed file can vanish in a power cut. */
  syncFolder(path: string): Promise<void>;
}

/** `append` can only lengthen a file and makes it where it is missing; `amend` needs it to stand. */
export type Way = 'read' | 'append' | 'amend' | 'fresh';

export interface OpenFile {
  /** Bytes read, 0 at the end of the file. */
  read(into: Uint8Array, position: number): Promise<number>;
  /** Bytes taken, which may be fewer than given. `position` is heeded by `amend` alone. */
  write(bytes: Uint8Array, position?: number): Promise<number>;
  /** Content and length are on the medium when it resolves. */
  datasync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/** As the handle's own, with less around it: every press waits for one. */
const flushed = promisify(fdatasync);

const FLAGS = { read: 'r', append: 'a', amend: 'r+', fresh: 'w' } as const;

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';

async function orNull<T>(work: Promise<T>, ...forgiven: string[]): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (forgiven.includes(codeOf(error))) return null;
    throw error;
  }
}

class NodeFile implements OpenFile {
  protected readonly handle: FileHandle;

  constructor(handle: FileHandle) {
    this.handle = handle;
  }

  async read(into: Uint8Array, position: number): Promise<number> {
    return (await this.handle.read(into, 0, into.length, position)).bytesRead;
  }

  /** Into the page cache at once: a turn of the thread pool would cost more than the copy does. */
  async write(bytes: Uint8Array, position?: number): Promise<number> {
    return writeSync(this.handle.fd, bytes, 0, bytes.length, position ?? null);
  }

  datasync(): Promise<void> {
    return flushed(this.handle.fd);
  }

  truncate(length: number): Promise<void> {
    return this.handle.truncate(length);
  }

  close(): Promise<void> {
    return this.handle.close();
  }
}

/** Writes in a thread of the pool: a medium that takes seconds for it holds nobody up. */
class PatientFile extends NodeFile {
  override async write(bytes: Uint8Array, position?: number): Promise<number> {
    return (await this.handle.write(bytes, 0, bytes.length, position ?? null)).bytesWritten;
  }
}

const diskOf = (Kind: typeof NodeFile): Disk => ({
  list: (folder) => orNull(readdir(folder), 'ENOENT', 'ENOTDIR'),

  read: (path) => orNull(readFile(path), 'ENOENT'),

  async open(path, way) {
    return new Kind(await open(path, FLAGS[way], 0o600));
  },

  rename,

  async remove(path) {
    await orNull(unlink(path), 'ENOENT');
  },

  async makeFolder(path) {
    await orNull(mkdir(path, { mode: 0o700 }), 'EEXIST');
  },

  async syncFolder(path) {
    // Windows has no flush for folders; NTFS journals their names itself.
    if (process.platform === 'win32') return;
    // A folder that this user may not even read has no name in it that this program put there.
    const folder = await orNull(open(path, 'r'), 'EACCES');
    try {
      await folder?.sync();
    } finally {
      await folder?.close();
    }
  },
});

export const nodeDisk: Disk = diskOf(NodeFile);
/** For a backup place: a stick, a network drive. */
export const patientDisk: Disk = diskOf(PatientFile);
