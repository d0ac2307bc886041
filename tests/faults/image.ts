import { dirname } from 'node:path';
import type { Disk } from '../../server/ledger/disk.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import { FOLDER, Life } from './life.ts';
import { datesOn } from './onDisk.ts';
import { NINE, playShortDay } from './shortDay.ts';
import { World } from './world.ts';

/** A data folder as it stands: file by file, to be copied, changed and looked at. */
export type Image = ReadonlyMap<string, Buffer>;

/** A folder that a hub left behind at a clean end: two days, a closing, a signed head. */
export async function makeImage(more = 0): Promise<Image> {
  const world = new World(NINE);
  const disk = new MemoryDisk();
  const life = await Life.begin({ world, disk });
  if (!life) throw new Error('the hub died though nobody killed it');
  await playShortDay(life, world, { more });
  await life.stop();
  return imageOf(disk);
}

export const imageOf = (disk: MemoryDisk): Image =>
  new Map(disk.paths.map((path) => [path, disk.peek(path) ?? Buffer.alloc(0)]));

export function diskOf(image: Image): MemoryDisk {
  const disk = new MemoryDisk();
  for (const [path, bytes] of image) disk.put(path, bytes);
  return disk;
}

export const changed = (image: Image, path: string, bytes: Buffer | string | null): Image => {
  const next = new Map(image);
  next.delete(path);
  return bytes === null ? next : next.set(path, Buffer.from(bytes));
};

export const at = (name: string) => `${FOLDER}/${name}`;

export const dayFiles = (image: Image): string[] =>
  datesOn(diskOf(image)).map((date) => at(`ledger/${date}.jsonl`));

export const textOf = (image: Image, path: string) => String(image.get(path) ?? '');

export const linesOf = (image: Image, path: string) =>
  textOf(image, path).split('\n').filter(Boolean);

/** A disk that is only read: for looking at the same folder a million times over. */
export function readOnly(image: Image): Disk {
  const never = () => Promise.reject(new Error('this disk is only read'));
  return {
    async list(folder) {
      const names = [...image.keys()].filter((path) => dirname(path) === folder);
      return names.length > 0 ? names.map((path) => path.slice(folder.length + 1)) : null;
    },
    async read(path) {
      const bytes = image.get(path);
      return bytes ? Buffer.from(bytes) : null;
    },
    async open(path) {
      const bytes = image.get(path) ?? Buffer.alloc(0);
      return {
        read: async (into, position) => bytes.copy(into, 0, position),
        ...{ write: never, datasync: never, truncate: never, close: async () => {} },
      };
    },
    ...{ rename: never, remove: never, makeFolder: never, syncFolder: never },
  };
}
