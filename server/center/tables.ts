import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Plain } from '../plainly.ts';
import { openEmbedded, openPostgres, type Store } from './store/database.ts';
import { refuseUnready } from './store/migrating.ts';
import { prepared } from './store/preparing.ts';

/** The embedded database's place in a center's folder: a cache, which may be taken away. */
export const databaseFolder = (folder: string) => join(folder, 'db');

/**
 * The database that `DATABASE_URL` names: there it is the record. Where its owner is named as well, it is
 * prepared first.
 *
 * @returns null without one
 * @throws Plain when it cannot be worked with
 */
export async function openRecord(say: (line: string) => void): Promise<Store | null> {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (!url) return null;
  const store = openPostgres(url, (what) => say(`The database: ${what}`));
  try {
    if (ownerUrl) await prepared(ownerUrl, url);
    await refuseUnready(store.db);
    return store;
  } catch (error) {
    await store.close();
    if (!outOfReach(error)) throw error;
    throw new Plain(
      `The database cannot be worked with (${error}): check DATABASE_URL; npm run center -- migrate makes the role and the tables.`,
    );
  }
}

const outOfReach = (error: unknown) =>
  ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EAI_AGAIN', '3D000', '28P01', '28000'].includes(
    String((error as { code?: unknown }).code),
  );

/** `center migrate`: prepares a database, or brings it up to this version. */
export async function runMigrate(): Promise<void> {
  const { DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (!url || !ownerUrl)
    throw new Plain(
      'Give DATABASE_OWNER_URL, the role that owns the database, and DATABASE_URL, the one that servers work under; that one is made where it is missing.',
    );
  const role = await prepared(ownerUrl, url);
  console.log(`ready: servers work under ${role}, which may add facts and change none`);
}

/** Rows of this folder's files. One that cannot be opened any more, after a power cut, is made anew. */
export async function openCache(folder: string, say: (line: string) => void): Promise<Store> {
  const path = databaseFolder(folder);
  try {
    return await openEmbedded(path);
  } catch (error) {
    if (error instanceof Plain) throw error;
    say(`The embedded database could not be opened, and is made anew of the files: ${error}`);
    await rm(path, { recursive: true, force: true });
    return openEmbedded(path);
  }
}
