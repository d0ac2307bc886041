import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { nodeDisk } from '../ledger/disk.ts';
import { lockFolder } from '../ledger/lock.ts';
import { unmade } from './books/agreeing.ts';
import { Bookkeeper } from './books/bookkeeper.ts';
import { FilesReceived } from './files/received.ts';
import { keptInFiles, keptInTables } from './kept.ts';
import { dataOf } from './options.ts';
import type { Store } from './store/database.ts';
import { SqlReceived } from './store/received.ts';
import { openCache, openRecord } from './tables.ts';

/** `center rebuild [BRANCH]`: makes day rows anew from the entries received. With files, no center may run. */
export async function runRebuild(args: string[]): Promise<void> {
  const options = { data: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const folder = resolve(dataOf(values.data));
  const record = await openRecord(console.error);
  const lock = record ? null : await lockFolder(folder);
  const store = record ?? (await openCache(folder, console.error));
  try {
    const rows = await rebuilt(store, { folder, isRecord: record !== null }, positionals[0]);
    console.log(`ok  ${rows} day rows made anew of the entries received`);
  } finally {
    await store.close();
    await lock?.release();
  }
}

interface Where {
  readonly folder: string;
  readonly isRecord: boolean;
}

async function rebuilt(store: Store, { folder, isRecord }: Where, branch?: string) {
  const place = { disk: nodeDisk, folder };
  const kept = isRecord ? keptInTables(store) : await keptInFiles(place);
  const received = isRecord ? new SqlReceived(store) : new FilesReceived(place);
  const log = (what: string, fields?: object) => console.error(what, JSON.stringify(fields));
  await unmade(store, branch);
  await new Bookkeeper({ store, received, log, ...kept }).allUp();
  const { n } = await store.db
    .selectFrom('days')
    .select((e) => e.fn.countAll<number>().as('n'))
    .$if(branch !== undefined, (days) => days.where('branch', '=', String(branch)))
    .executeTakeFirstOrThrow();
  await kept.shelves.close();
  return n;
}
