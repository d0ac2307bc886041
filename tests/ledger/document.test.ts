import { join } from 'node:path';
import { Low } from 'lowdb';
import { describe, expect, test } from 'vitest';
import { type Disk, nodeDisk } from '../../server/ledger/disk.ts';
import { Document } from '../../server/ledger/document.ts';
import { temporaryFolder } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

const places = {
  'the real disk': async () => ({ disk: nodeDisk as Disk, root: await temporaryFolder() }),
  'the disk in memory': async () => ({ disk: new MemoryDisk() as Disk, root: '/data' }),
};

describe.each(Object.entries(places))('a document on %s', (_, place) => {
  async function settings() {
    const { disk, root } = await place();
    const path = join(root, 'settings.json');
    return { disk, path, low: new Low(new Document<{ n: number }>(disk, path, 2), { n: 0 }) };
  }

  test('keeps its default until it is written, and what was written last after that', async () => {
    const { low, disk, path } = await settings();
    await low.read();
    expect(low.data).toEqual({ n: 0 });
    await low.update((data) => {
      data.n = 1;
    });
    await low.update((data) => {
      data.n = 2;
    });
    const again = new Low(new Document<{ n: number }>(disk, path), { n: 0 });
    await again.read();
    expect(again.data).toEqual({ n: 2 });
    expect(String(await disk.read(path))).toBe('{\n  "n": 2\n}\n');
  });

  test('reads as nothing when it is not JSON', async () => {
    const { disk, path, low } = await settings();
    await low.write();
    const file = await disk.open(path, 'fresh');
    await file.write(Buffer.from('{"n":'));
    await file.close();
    expect(await new Document(disk, path).read()).toBeNull();
  });

  test('written twice at once holds the second', async () => {
    const { disk, path } = await settings();
    const document = new Document<{ n: number }>(disk, path);
    await Promise.all([document.write({ n: 1 }), document.write({ n: 2 })]);
    expect(await document.read()).toEqual({ n: 2 });
  });
});
