import { createHash } from 'node:crypto';
import { readFile, realpath, rm, unlink, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';

export interface Lock {
  /** Lets another process have the folder. */
  release(): Promise<void>;
}

/** The folder has another writer, or cannot be locked. The message says what to do. */
export class FolderLocked extends Error {
  override readonly name = 'FolderLocked';
}

/**
 * Makes this process the one writer of a data folder that exists. What is held is a socket's name, not
 * a file's presence: the kernel frees it with the process, however that ends.
 *
 * @throws FolderLocked
 */
export async function lockFolder(
  folder: string,
  platform: NodeJS.Platform = process.platform,
): Promise<Lock> {
  const real = await realpath(folder);
  const address = addressOf(real, platform);
  const server = await hold(address, real, address.startsWith(real));
  const note = join(real, 'lock.json');
  // Since the process began: a person looking for the holder finds it by that.
  const since = new Date(performance.timeOrigin).toISOString();
  const text = `${JSON.stringify({ pid: process.pid, since })}\n`;
  await writeFile(note, text, { mode: 0o600 }).catch(() => {});
  return {
    async release() {
      await rm(note, { force: true }).catch(() => {});
      await new Promise((done) => server.close(done));
    },
  };
}

/** Whether another process is the writer of a data folder, without becoming it. */
export async function isHeld(
  folder: string,
  platform: NodeJS.Platform = process.platform,
): Promise<boolean> {
  const real = await realpath(folder).catch(() => null);
  return real !== null && answers(addressOf(real, platform));
}

/** Linux: a name outside the file system; Windows: a pipe; elsewhere a socket file in the folder. */
function addressOf(real: string, platform: NodeJS.Platform): string {
  const name = `tingtang-${createHash('sha256').update(real).digest('hex').slice(0, 32)}`;
  if (platform === 'linux') return `\0${name}`;
  if (platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(real, 'lock.sock');
}

async function hold(address: string, folder: string, isFile: boolean): Promise<Server> {
  try {
    return await listen(address);
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw new FolderLocked(cannot(folder, error));
    // A socket file outlives its process, but then nobody answers behind it.
    if (!isFile || (await answers(address))) throw new FolderLocked(await held(folder));
    await unlink(address).catch(() => {});
    return listen(address);
  }
}

function listen(address: string): Promise<Server> {
  return new Promise((done, fail) => {
    const server = createServer((caller) => caller.destroy());
    server.once('error', fail);
    server.listen(address, () => {
      // The lock alone keeps no process alive.
      server.unref();
      done(server);
    });
  });
}

function answers(address: string): Promise<boolean> {
  return new Promise((done) => {
    const caller = connect(address, () => {
      caller.destroy();
      done(true);
    });
    const nobody = ['ECONNREFUSED', 'ENOENT'];
    caller.once('error', (error) => done(!nobody.includes(codeOf(error))));
  });
}

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? '';

const cannot = (folder: string, error: unknown) =>
  `The folder ${folder} cannot be locked (${codeOf(error)}): choose one with a shorter path, on a local disk, that this user may write to.`;

async function held(folder: string): Promise<string> {
  const pid = await holder(folder);
  const who = pid === null ? 'another process' : `process ${pid}`;
  return `The folder ${folder} is in use by ${who}: stop that one first, or name another folder.`;
}

async function holder(folder: string): Promise<number | null> {
  try {
    const note = JSON.parse(await readFile(join(folder, 'lock.json'), 'utf8'));
    return Number.isInteger(note.pid) ? note.pid : null;
  } catch {
    return null;
  }
}
