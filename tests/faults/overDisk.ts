import type { Disk, OpenFile } from '../../server/ledger/disk.ts';

/** What stands between a hub and its disk. */
export interface Over {
  /** Before each call; a throw is the call's failure. */
  readonly before?: (call: string) => void;
  /** Calls that do nothing, and say that they did. */
  readonly idle?: readonly string[];
}

/** The same disk, looked at through something. */
export function overDisk(disk: Disk, { before = () => {}, idle = [] }: Over): Disk {
  const pass = async <T>(call: string, work: () => Promise<T>, nothing: T): Promise<T> => {
    before(call);
    return idle.includes(call) ? nothing : work();
  };
  return {
    list: (folder) => pass('list', () => disk.list(folder), null),
    read: (path) => pass('read', () => disk.read(path), null),
    open: async (path, way) => {
      before('open');
      return overFile(await disk.open(path, way), pass);
    },
    rename: (from, to) => pass('rename', () => disk.rename(from, to), undefined),
    remove: (path) => pass('remove', () => disk.remove(path), undefined),
    makeFolder: (path) => pass('makeFolder', () => disk.makeFolder(path), undefined),
    syncFolder: (path) => pass('syncFolder', () => disk.syncFolder(path), undefined),
  };
}

type Pass = <T>(call: string, work: () => Promise<T>, nothing: T) => Promise<T>;

function overFile(file: OpenFile, pass: Pass): OpenFile {
  return {
    read: (into, position) => pass('read', () => file.read(into, position), 0),
    write: (bytes, at) => pass('write', () => file.write(bytes, at), bytes.length),
    datasync: () => pass('datasync', () => file.datasync(), undefined),
    truncate: (length) => pass('truncate', () => file.truncate(length), undefined),
    close: () => pass('close', () => file.close(), undefined),
  };
}
