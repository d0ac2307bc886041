import { spawn } from 'node:child_process';
import { once } from 'node:events';

export interface HubProcess {
  /** Where it listens; null when it ended before it listened. */
  readonly url: Promise<string | null>;
  readonly output: () => string;
  /** The power plug: no handler runs. */
  kill(): Promise<void>;
  /** A clean end; resolves to the exit code. */
  end(): Promise<number | null>;
}

/** The built hub as a process of its own. */
export const spawnHub = (hub: string, data: string, ...more: readonly string[]): HubProcess =>
  spawnRoom(hub, ['hub', '--port', '0', '--data', data, ...more]);

/** A room of the built program. */
export function spawnRoom(
  program: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): HubProcess {
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  let output = '';
  const url = new Promise<string | null>((done) => {
    child.stdout.on('data', (bytes: Buffer) => {
      output += bytes;
      if (/^ready/m.test(output)) done(/http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? null);
    });
    child.stderr.on('data', (bytes: Buffer) => {
      output += bytes;
    });
    void ended.then(() => done(null));
  });
  return {
    url,
    output: () => output,
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
