import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { describe, expect, onTestFinished, test } from 'vitest';
import { AppendOnly } from '../../server/ledger/appendOnly.ts';
import { type Disk, nodeDisk } from '../../server/ledger/disk.ts';
import { flushing, writeAll } from '../../server/ledger/durable.ts';
import { temporaryFolder } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

interface Row {
  readonly n: number;
}

const places = {
  'the real disk': async () => ({ disk: nodeDisk as Disk, root: await temporaryFolder() }),
  'the disk in memory': async () => ({ disk: new MemoryDisk() as Disk, root: '/data' }),
};

describe.each(Object.entries(places))('an append-only file on %s', (_, place) => {
  async function file() {
    const { disk, root } = await place();
    const at = { disk, folder: join(root, 'rows'), name: 'a.jsonl', torn: join(root, 'torn') };
    const path = join(at.folder, at.name);
    const start = async () => {
      const adapter = new AppendOnly<Row>(at);
      onTestFinished(() => adapter.close());
      const low = new Low<Row[]>(adapter, []);
      await low.read();
      return { adapter, low };
    };
    const add = async (text: string) =>
      flushing(await disk.open(path, 'append'), (open) => writeAll(open, Buffer.from(text)));
    return { disk, path, start, add, text: async () => String((await disk.read(path)) ?? '') };
  }

  test('begins empty and makes nothing before its first row', async () => {
    const { disk, path, start } = await file();
    expect((await start()).low.data).toEqual([]);
    expect(await disk.read(path)).toBeNull();
  });

  test('appends only the rows beyond those on the disk', async () => {
    const { start, text } = await file();
    const { low } = await start();
    await low.update((rows) => rows.push({ n: 1 }, { n: 2 }));
    await low.update((rows) => rows.push({ n: 3 }));
    await low.write();
    expect(await text()).toBe('{"n":1}\n{"n":2}\n{"n":3}\n');
  });

  test('gives its rows back after a restart and goes on behind them', async () => {
    const { start, text } = await file();
    const first = await start();
    await first.low.update((rows) => rows.push({ n: 1 }));
    await first.adapter.close();
    const { low } = await start();
    expect(low.data).toEqual([{ n: 1 }]);
    await low.update((rows) => rows.push({ n: 2 }));
    expect(await text()).toBe('{"n":1}\n{"n":2}\n');
  });

  test('cuts a torn tail off, keeps it aside, and never lets it eat the next row', async () => {
    const { disk, start, add, text } = await file();
    await (await start()).low.update((rows) => rows.push({ n: 1 }));
    await add('{"n":2');
    const { adapter, low } = await start();
    expect(adapter.torn).toMatchObject({ file: 'a.jsonl', bytes: 6 });
    expect(String(await disk.read(adapter.torn?.kept ?? ''))).toBe('{"n":2');
    await low.update((rows) => rows.push({ n: 3 }));
    expect(await text()).toBe('{"n":1}\n{"n":3}\n');
  });

  test('numbers the tails it keeps', async () => {
    const { start, add } = await file();
    await (await start()).low.update((rows) => rows.push({ n: 1 }));
    for (const n of [1, 2]) {
      await add('{');
      expect((await start()).adapter.torn?.kept).toMatch(new RegExp(`a\\.jsonl-${n}\\.bin$`));
    }
  });

  test('takes no row after a bad line, and leaves the file as it is', async () => {
    const { start, add, text } = await file();
    await (await start()).low.update((rows) => rows.push({ n: 1 }));
    await add('oops\n{"n":3}\n{"n"');
    const { adapter, low } = await start();
    expect(low.data).toEqual([{ n: 1 }]);
    expect(adapter.bad?.number).toBe(2);
    await expect(low.update((rows) => rows.push({ n: 4 }))).rejects.toThrow('takes no rows');
    expect(await text()).toBe('{"n":1}\noops\n{"n":3}\n{"n"');
  });

  test('takes no row before it has been read, nor when rows went missing', async () => {
    const { start } = await file();
    const { adapter, low } = await start();
    await low.update((rows) => rows.push({ n: 1 }));
    await expect(adapter.write([])).rejects.toThrow('only grows');
    await adapter.close();
    await expect(low.write()).rejects.toThrow('until it has been read');
  });

  test('writes a megabyte in one go', async () => {
    const { start, text } = await file();
    const rows = Array.from({ length: 100_000 }, (_, n) => ({ n }));
    await (await start()).low.update((data) => data.push(...rows));
    expect((await start()).low.data).toEqual(rows);
    expect((await text()).length).toBeGreaterThan(1_000_000);
  });
});

test('files and folders are for their owner alone', async () => {
  const folder = join(await temporaryFolder(), 'a', 'b');
  const adapter = new AppendOnly<Row>({ disk: nodeDisk, folder, name: 'x', torn: folder });
  await adapter.read();
  await adapter.write([{ n: 1 }]);
  await adapter.close();
  if (process.platform === 'win32') return;
  expect((await stat(join(folder, 'x'))).mode & 0o777).toBe(0o600);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

test('a disk that takes a few bytes at a time gets them all', async () => {
  const disk = new MemoryDisk();
  disk.mouthful = 3;
  const adapter = new AppendOnly<Row>({ disk, folder: '/rows', name: 'x', torn: '/torn' });
  await adapter.read();
  await adapter.write([{ n: 1 }, { n: 2 }]);
  disk.powerCut();
  expect(String(disk.peek('/rows/x'))).toBe('{"n":1}\n{"n":2}\n');
});

test('a failed flush refuses all rows until the file has been read again', async () => {
  const disk = new MemoryDisk();
  const adapter = new AppendOnly<Row>({ disk, folder: '/rows', name: 'x', torn: '/torn' });
  await adapter.read();
  await adapter.write([{ n: 1 }]);
  disk.fail({ call: 2, code: 'EIO' });
  await expect(adapter.write([{ n: 1 }, { n: 2 }])).rejects.toThrow('EIO');
  await expect(adapter.write([{ n: 1 }, { n: 2 }])).rejects.toThrow('takes no rows');
  expect(await adapter.read()).toEqual([{ n: 1 }, { n: 2 }]);
  await adapter.write([{ n: 1 }, { n: 2 }, { n: 3 }]);
  disk.powerCut();
  expect(await adapter.read()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
});
