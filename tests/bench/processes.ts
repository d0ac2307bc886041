import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Settings } from '../../shared/settings.ts';

/** What is built for the benches lies beside this file's own build. */
const built = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const HUB = fileURLToPath(new URL('../server/main.js', import.meta.url));

/** A server in a process of its own. */
export interface Server {
  readonly url: string;
  /** Milliseconds from its start to its word that it is ready. */
  readonly readyAfter: number;
  readonly child: ChildProcess;
  /** Ends it at once, and waits for its end. */
  end(): Promise<void>;
}

/** What is left behind when a bench is ended in the middle. */
const living = new Set<ChildProcess>();
const folders = new Set<string>();
process.once('exit', () => {
  for (const child of living) child.kill('SIGKILL');
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

/** A start that takes longer than this has failed, milliseconds. */
const PATIENCE = 60_000;

/** @throws what it said, when it ended or did not become ready */
async function served(
  file: string,
  args: readonly string[],
  { flags = [], env = {} }: { readonly flags?: readonly string[]; readonly env?: object } = {},
) {
  const begun = performance.now();
  const child = spawn(process.execPath, [...flags, file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, ...env },
  });
  living.add(child);
  const ended = once(child, 'exit').finally(() => living.delete(child));
  let said = '';
  const ready = new Promise<number>((done, fail) => {
    const given = setTimeout(() => fail(new Error(`${file} is not ready: ${said}`)), PATIENCE);
    const hears = (bytes: Buffer) => {
      said += bytes;
      if (!/^ready/m.test(said)) return;
      clearTimeout(given);
      done(performance.now() - begun);
    };
    child.stdout?.on('data', hears);
    child.stderr?.on('data', (bytes: Buffer) => {
      said = `${said}${bytes}`.slice(-20_000);
    });
    void ended.then(() => fail(new Error(`${file} ended: ${said}`)));
  });
  const end = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  const readyAfter = await ready.catch(async (error) => {
    await end();
    throw error;
  });
  const url = /https?:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '';
  return { url, readyAfter, child, end } satisfies Server;
}

/** A folder that is gone when all has been measured. */
export async function leftFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tingtang-bench-'));
  folders.add(folder);
  return folder;
}

/** A folder that is gone once it has been used. */
export async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await leftFolder();
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
    folders.delete(folder);
  }
}

export interface HubTerms {
  readonly folder: string;
  readonly settings?: Settings;
  /** Flags of Node, as for a profile. */
  readonly flags?: readonly string[];
}

/** The built hub as a branch runs it, on a folder of its own or one made beforehand. */
export async function startHub({ folder, settings, flags = [] }: HubTerms): Promise<Server> {
  const file = join(folder, 'bench-settings.json');
  if (settings) await writeFile(file, JSON.stringify(settings));
  const more = settings ? ['--settings', file] : [];
  return served(HUB, ['hub', '--port', '0', '--data', join(folder, 'data'), ...more], { flags });
}

/** The built center, on a record made beforehand. */
export const startCenter = ({ folder, env }: { readonly folder: string; readonly env: object }) =>
  served(HUB, ['center', '--port', '0', '--data', folder], { env });

/** One of tests/bench/limits, as a process. */
export const startLimit = (name: string, ...args: string[]): Promise<Server> =>
  served(built(`limits/${name}.js`), args);

/** Runs a built program of the benches, or the product itself, to its end; milliseconds it took. */
export async function ranToEnd(
  name: 'hub' | 'longLived' | `limits/${string}`,
  args: readonly string[],
  flags: readonly string[] = [],
) {
  const file = name === 'hub' ? HUB : built(`${name}.js`);
  const begun = performance.now();
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const child = spawn(process.execPath, [...flags, file, ...args], { stdio: [...stdio] });
  living.add(child);
  let said = '';
  child.stdout?.on('data', (bytes: Buffer) => {
    said += bytes;
  });
  const [code] = await once(child, 'close');
  living.delete(child);
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} ended with ${code}: ${said}`);
  return { took: performance.now() - begun, said };
}
