import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { chown, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';

/** A real PostgreSQL of the tests' own, in a folder and on a port of its own. */
export interface Postgres {
  /** Of the role that owns everything. */
  readonly ownerUrl: (database: string) => string;
  /** Of the role that servers work under. */
  readonly url: (database: string) => string;
  /** A fresh database, empty or like another that nobody works with; its name. */
  create(like?: string): Promise<string>;
  /** The power plug of the database: every connection breaks. */
  kill(): Promise<void>;
  /** Starts it again, on the same folder and port. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Where initdb and postgres lie; null where there are none. */
export function postgresFolder(): string | null {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).toSorted().reverse() : [];
  const places = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.map((version) => join(debian, version, 'bin')),
  ];
  return places.find((place) => existsSync(join(place, 'initdb'))) ?? null;
}

/** PostgreSQL does not run as root: then it is run as nobody. */
const someone = () => {
  if (process.getuid?.() !== 0) return {};
  const id = (of: string) => Number(execFileSync('id', [of, 'nobody']).toString());
  return { uid: id('-u'), gid: id('-g') };
};

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Flushing is left out where only processes die. */
const NO_FLUSH = 'fsync = off\nfull_page_writes = off\n';
const SETTINGS = `listen_addresses = '127.0.0.1'
unix_socket_directories = ''
shared_buffers = 64MB
max_connections = 60
logging_collector = off
`;

/** One statement, by its owner. */
async function ask(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Whoever started it may be killed: its end of the pipe then closes, and nothing stays behind. */
const GUARD =
  'exec 3<&0; "$0" "$@" & p=$!; { read _ <&3; kill -QUIT $p; sleep 1; rm -rf "$(dirname "$2")"; } & g=$!; wait $p; kill $g';

class Cluster implements Postgres {
  readonly #binaries: string;
  readonly #folder: string;
  readonly #port: number;
  #child: ChildProcess | null = null;
  #databases = 0;

  constructor(binaries: string, folder: string, port: number) {
    this.#binaries = binaries;
    this.#folder = folder;
    this.#port = port;
  }

  ownerUrl = (database: string) => `postgres://owner@127.0.0.1:${this.#port}/${database}`;
  url = (database: string) => `postgres://tingtang@127.0.0.1:${this.#port}/${database}`;

  async create(like = 'template1'): Promise<string> {
    const name = `center_${++this.#databases}`;
    await ask(this.ownerUrl('postgres'), `create database ${name} template ${like}`);
    return name;
  }

  async start(): Promise<void> {
    const args = ['-D', join(this.#folder, 'data'), '-p', String(this.#port)];
    const all = ['-c', GUARD, join(this.#binaries, 'postgres'), ...args];
    const child = spawn('sh', all, {
      ...{ ...someone(), cwd: '/' },
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#child = child;
    for (let tries = 0; ; tries++) {
      const up = await ask(this.ownerUrl('postgres'), 'select 1').then(
        () => true,
        () => false,
      );
      if (up) return;
      if (child.exitCode !== null || tries > 600) throw new Error('PostgreSQL did not start');
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  kill = () => this.#ended('SIGQUIT');

  async stop(): Promise<void> {
    await this.#ended('SIGINT');
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #ended(signal: 'SIGQUIT' | 'SIGINT'): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    const [pid] = readFileSync(join(this.#folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(pid), signal);
    await exit;
  }
}

/** @returns null where no PostgreSQL is installed */
export async function startPostgres({ flushes = false } = {}): Promise<Postgres | null> {
  const binaries = postgresFolder();
  if (!binaries) return null;
  const ids = someone();
  const folder = await mkdtemp(join(tmpdir(), 'tingtang-pg-'));
  if (ids.uid) await chown(folder, ids.uid, ids.gid);
  const data = join(folder, 'data');
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'owner', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...ids, cwd: folder, stdio: 'pipe' },
  );
  const settings = flushes ? SETTINGS : `${SETTINGS}${NO_FLUSH}`;
  await writeFile(join(data, 'postgresql.conf'), settings, { flag: 'a' });
  const cluster = new Cluster(binaries, folder, await freePort());
  await cluster.start();
  return cluster;
}
