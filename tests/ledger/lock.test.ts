import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { transformWithOxc } from 'vite';
import { expect, onTestFinished, test } from 'vitest';
import { lockFolder } from '../../server/ledger/lock.ts';
import { temporaryFolder } from '../kit/ledgers.ts';

const here = process.platform;
/** The way of systems without abstract sockets works wherever socket files do. */
const ways = here === 'linux' ? (['linux', 'darwin'] as const) : ([here] as const);

test.each(ways)('a folder has one writer at a time (%s)', async (way) => {
  const folder = await temporaryFolder();
  const lock = await lockFolder(folder, way);
  await expect(lockFolder(folder, way)).rejects.toThrow(
    `The folder ${folder} is in use by process ${process.pid}: stop that one first`,
  );
  await lock.release();
  await (await lockFolder(folder, way)).release();
});

test('the same folder by another path is the same folder', async () => {
  const folder = await temporaryFolder();
  const lock = await lockFolder(folder);
  await expect(lockFolder(join(folder, '.', '..', folder.split('/').at(-1) ?? ''))).rejects.toThrow(
    'in use',
  );
  await lock.release();
});

test('two folders have two writers', async () => {
  const locks = [
    await lockFolder(await temporaryFolder()),
    await lockFolder(await temporaryFolder()),
  ];
  for (const lock of locks) await lock.release();
});

test('an unreadable note does not hide who is refused', async () => {
  const folder = await temporaryFolder();
  const lock = await lockFolder(folder);
  await writeFile(join(folder, 'lock.json'), 'noise');
  await expect(lockFolder(folder)).rejects.toThrow('in use by another process');
  await lock.release();
});

test.each(ways)('a killed process frees the folder at once (%s)', async (way) => {
  const folder = await temporaryFolder();
  const child = await holder(folder, way);
  await expect(lockFolder(folder, way)).rejects.toThrow(`in use by process ${child.pid}`);
  child.kill('SIGKILL');
  await once(child, 'exit');
  await (await lockFolder(folder, way)).release();
});

/** Another process that holds the lock. Node 20 runs no TypeScript, so the types are taken off first. */
async function holder(folder: string, way: string) {
  const source = new URL('../../server/ledger/lock.ts', import.meta.url).pathname;
  const module = join(await temporaryFolder(), 'lock.mjs');
  await writeFile(module, (await transformWithOxc(await readFile(source, 'utf8'), source)).code);
  const script = `
    import { lockFolder } from ${JSON.stringify(module)};
    await lockFolder(${JSON.stringify(folder)}, ${JSON.stringify(way)});
    console.log('held');
    setInterval(() => {}, 1000);
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return child;
}
