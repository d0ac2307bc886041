import { readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { onTestFinished } from 'vitest';
import { openEmbedded, openPostgres, type Store } from '../../server/center/store/database.ts';
import { prepared } from '../../server/center/store/preparing.ts';
import { type Postgres, postgresFolder, startPostgres } from './postgres.ts';

/** What the center's tables are tried on. */
export const KINDS = ['embedded', 'postgres'] as const;
export type Kind = (typeof KINDS)[number];

const there = postgresFolder() !== null;
if (!there) console.log('No PostgreSQL is installed here: what needs a real one is skipped.');

/** For `test.skipIf`: a kind that this machine cannot try. */
export const isAbsent = (kind: Kind) => kind === 'postgres' && !there;

let server: Promise<Postgres | null> | null = null;

/** One PostgreSQL for all tests of a process, gone with it: files may share this module, or not. */
export async function postgres(): Promise<Postgres> {
  server ??= startPostgres();
  const started = await server;
  if (!started) throw new Error('no PostgreSQL here: the test should have been skipped');
  return started;
}

let model: Promise<string> | null = null;

/** What every fresh database is like: it is prepared once, and copied. */
async function prepare(running: Postgres): Promise<string> {
  const name = await running.create();
  await prepared(running.ownerUrl(name), running.url(name));
  return name;
}

/** A fresh database of a real PostgreSQL, prepared; its addresses. */
export async function freshDatabase() {
  const running = await postgres();
  model ??= prepare(running);
  const name = await running.create(await model);
  return { ownerUrl: running.ownerUrl(name), url: running.url(name) };
}

/** An empty store, gone after the test. */
export async function openStore(kind: Kind): Promise<Store> {
  if (kind === 'embedded') return emptied();
  const store = openPostgres((await freshDatabase()).url, console.log);
  onTestFinished(() => store.close());
  return store;
}

/** Embedded databases that no test works with now: to start one takes as long as many a story. */
const idle: PGlite[] = [];

async function emptied(): Promise<Store> {
  const { PGlite } = await import('@electric-sql/pglite');
  const lite =
    idle.pop() ?? (await PGlite.create({ dataDir: 'memory://', loadDataDir: await image() }));
  await lite.exec('drop schema public cascade; create schema public');
  onTestFinished(async () => {
    for (const step of ['rollback', 'discard all']) await lite.exec(step);
    idle.push(lite);
  });
  // It is not the store's to end.
  return { ...(await openEmbedded(lite)), close: async () => {} };
}

/** An embedded database in a folder, as the first start there makes one. */
export async function makeEmbedded(folder: string): Promise<void> {
  const { PGlite } = await import('@electric-sql/pglite');
  await (await PGlite.create({ dataDir: folder, loadDataDir: await image() })).close();
}

/** Making an embedded database takes some seconds: an empty one is kept, and copied. */
async function image(): Promise<Blob> {
  const path = join(tmpdir(), `tingtang-pglite-0.5.16-${process.getuid?.() ?? 0}.tar`);
  const kept = await readFile(path).catch(() => null);
  if (kept) return new Blob([new Uint8Array(kept)]);
  const { PGlite } = await import('@electric-sql/pglite');
  const lite = await PGlite.create();
  const made = await lite.dumpDataDir('none');
  await lite.close();
  await writeFile(`${path}.${process.pid}`, Buffer.from(await made.arrayBuffer()));
  await rename(`${path}.${process.pid}`, path);
  return made;
}
