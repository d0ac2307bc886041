import { readFile, rename, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** A fresh database of a real PostgreSQL, prepared; its addresses. */
export async function freshDatabase() {
  const running = await postgres();
  const name = await running.create();
  const [ownerUrl, url] = [running.ownerUrl(name), running.url(name)];
  await prepared(ownerUrl, url);
  return { ownerUrl, url };
}

/** An empty store, gone after the test. */
export async function openStore(kind: Kind): Promise<Store> {
  const store =
    kind === 'embedded'
      ? await openEmbedded(null, await image())
      : openPostgres((await freshDatabase()).url, console.log);
  onTestFinished(() => store.close());
  return store;
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
