import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../../server/build.mjs';

const MAIN = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));

/** The built program as a process of its own, as a user's machine runs it. */
export interface Running {
  readonly process: ChildProcess;
  readonly output: () => string;
  /** Where it listens, once it said so. */
  readonly url: string;
  /** The power plug: no handler runs. */
  kill(): Promise<void>;
  /** A clean end; resolves to the exit code. */
  end(): Promise<number | null>;
}

export async function program(word: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  await buildIfStale();
  const child = spawn(process.execPath, [MAIN, word, ...args], {
    // A new branch stands where its machine does: here that is nowhere.
    env: { ...process.env, TZ: 'UTC', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (bytes: Buffer) => {
      output += bytes;
    });
  return { child, output: () => output };
}

/** Runs a room to its end. */
export async function ran(word: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { child, output } = await program(word, args, env);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: output() };
}

export interface Start {
  readonly port?: number;
  readonly room?: string;
  /** Further words of its command line. */
  readonly args?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
}

/** Starts a hub and waits until it says that it is ready, or why it is not. */
export async function startProcess(data: string, start: Start = {}): Promise<Running> {
  const { port = 0, room = 'hub', args = [], env = {} } = start;
  const own = ['--port', String(port), ...(room === 'hub' ? ['--data', data] : []), ...args];
  const { child, output } = await program(room, own, env);
  const ended = once(child, 'exit') as Promise<[number | null]>;
  for (let waited = 0; !/^(NOT )?(ready|READY)/m.test(output()); waited += 10) {
    if (child.exitCode !== null || waited > 20_000) throw new Error(`no hub: ${output()}`);
    await new Promise((done) => setTimeout(done, 10));
  }
  const url = /https?:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0] ?? '';
  return {
    process: child,
    output,
    url,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async end() {
      child.kill('SIGTERM');
      return (await ended)[0];
    },
  };
}
