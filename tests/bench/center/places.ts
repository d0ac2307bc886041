import { join } from 'node:path';
import { keptInFiles, keptInTables } from '../../../server/center/kept.ts';
import type { Roster } from '../../../server/center/roster.ts';
import { openEmbedded, openPostgres, type Store } from '../../../server/center/store/database.ts';
import { prepared } from '../../../server/center/store/preparing.ts';
import { databaseFolder } from '../../../server/center/tables.ts';
import { nodeDisk } from '../../../server/ledger/disk.ts';
import { makeFolder } from '../../../server/ledger/durable.ts';
import { openKey } from '../../../server/ledger/key.ts';
import type { Postgres } from '../../kit/postgres.ts';
import { inFolder } from '../processes.ts';
import { copying, type Keeps, writing } from './taking.ts';

export type Kind = 'postgres' | 'embedded';

/** A fresh record in this process. */
export interface Place {
  readonly kind: Kind;
  readonly folder: string;
  readonly store: Store;
  /** The same tables under the role that owns them. */
  readonly owner: Store;
  /** The least that the same store can do with the same entries. */
  readonly keeps: Keeps;
}

/** A fresh record for a center in a process of its own. */
export interface Ground {
  readonly folder: string;
  readonly env: Readonly<Record<string, string>>;
}

/** What can be tried of one kind of store. */
export interface Places {
  readonly kind: Kind;
  here<T>(use: (place: Place) => Promise<T>): Promise<T>;
  apart<T>(enrol: (roster: Roster) => Promise<void>, use: (on: Ground) => Promise<T>): Promise<T>;
}

async function fresh(server: Postgres) {
  const name = await server.create();
  const [ownerUrl, url] = [server.ownerUrl(name), server.url(name)];
  await prepared(ownerUrl, url);
  return { ownerUrl, url };
}

export const onPostgres = (server: Postgres): Places => ({
  kind: 'postgres',
  here: (use) =>
    inFolder(async (folder) => {
      const { ownerUrl, url } = await fresh(server);
      const [owner, store] = [openPostgres(ownerUrl, () => {}), openPostgres(url, () => {})];
      try {
        return await use({ kind: 'postgres', folder, store, owner, keeps: await copying(owner) });
      } finally {
        await Promise.all([store.close(), owner.close()]);
      }
    }),
  apart: (enrol, use) =>
    inFolder(async (folder) => {
      const { url } = await fresh(server);
      await openKey(nodeDisk, folder, false);
      const store = openPostgres(url, () => {});
      await enrol(keptInTables(store).roster).finally(() => store.close());
      return use({ folder, env: { DATABASE_URL: url } });
    }),
});

export const onFiles: Places = {
  kind: 'embedded',
  here: (use) =>
    inFolder(async (folder) => {
      const store = await openEmbedded('memory://');
      try {
        const record = join(folder, 'record');
        await makeFolder(nodeDisk, record);
        const keeps = writing(folder);
        return await use({ kind: 'embedded', folder: record, store, owner: store, keeps });
      } finally {
        await store.close();
      }
    }),
  apart: (enrol, use) =>
    inFolder(async (folder) => {
      await openKey(nodeDisk, folder, false);
      const { roster, evidence } = await keptInFiles({ disk: nodeDisk, folder });
      await enrol(roster);
      await Promise.all([roster.close(), evidence.close()]);
      // Made beforehand: a first start works on it for seconds.
      await (await openEmbedded(databaseFolder(folder))).close();
      return use({ folder, env: {} });
    }),
};
