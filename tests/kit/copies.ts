import type { Disk } from '../../server/ledger/disk.ts';
import { printVerdict } from '../../server/ledger/verdict.ts';
import { verifyHistory } from '../../server/rebuilt.ts';
import { Copier } from '../../server/upkeep/backup/copier.ts';
import { FOLDER } from './ledgers.ts';
import type { MemoryDisk } from './memoryDisk.ts';

export const BACKUP = '/backup';

export const copierOf = (data: Disk, drive: Disk, folder = FOLDER) =>
  new Copier({ from: { disk: data, folder }, to: { disk: drive, folder: BACKUP } });

/** One copy by a program that starts now. */
export const copied = (data: Disk, drive: Disk) => copierOf(data, drive).copy();

/** Where drives are plugged in and pulled out. */
export function slot(first: MemoryDisk) {
  let now = first;
  const disk: Disk = {
    list: (folder) => now.list(folder),
    read: (path) => now.read(path),
    open: (path, way) => now.open(path, way),
    rename: (from, to) => now.rename(from, to),
    remove: (path) => now.remove(path),
    makeFolder: (path) => now.makeFolder(path),
    syncFolder: (path) => now.syncFolder(path),
  };
  return {
    disk,
    plug(drive: MemoryDisk) {
      now = drive;
    },
  };
}

export const copyOf = (path: string) => path.replace(FOLDER, BACKUP);

/** Everything in a folder, path by path below it. */
export const filesIn = (disk: MemoryDisk, folder: string) =>
  new Map(
    disk.paths
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => [path.slice(folder.length + 1), String(disk.peek(path))]),
  );

export const verdictOf = async (disk: Disk, folder = BACKUP) =>
  printVerdict(await verifyHistory(disk, folder));
