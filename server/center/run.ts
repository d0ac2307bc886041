import { statfs } from 'node:fs/promises';
import { resolve } from 'node:path';
import { collectDefaultMetrics } from 'prom-client';
import { systemClock } from '../clock.ts';
import { accessOf } from '../hubOptions.ts';
import { nodeDisk } from '../ledger/disk.ts';
import { makeFolder } from '../ledger/durable.ts';
import { lockFolder } from '../ledger/lock.ts';
import { jsonLog } from '../log.ts';
import { pagesFolder } from '../pages.ts';
import { onEnd } from '../run.ts';
import { bracketed } from '../web/access.ts';
import { listening } from '../web/listening.ts';
import type { Tables } from './books/opened.ts';
import { type Center, type CenterParts, createCenter } from './center.ts';
import { runEnd, runEnrol, runEpoch, runList } from './commands.ts';
import { runRank } from './months/rank.ts';
import { centerOptions } from './options.ts';
import { runPassword } from './people/resetCommand.ts';
import { runRebuild } from './rebuild.ts';
import type { Store } from './store/database.ts';
import { openCache, openRecord, runMigrate } from './tables.ts';

/** What is done beside a running center, or before it. */
const words: Readonly<Record<string, (args: string[]) => Promise<void>>> = {
  ...{ enrol: runEnrol, epoch: runEpoch, end: runEnd, list: runList },
  ...{ migrate: runMigrate, rebuild: runRebuild, rank: runRank, password: runPassword },
};

/** `center`, or one of its words. */
export async function runCenter(args: string[]): Promise<void> {
  const [word = '', ...rest] = args;
  const run = Object.hasOwn(words, word) ? words[word] : undefined;
  return run ? run(rest) : serve(args);
}

/** The composition root of a center. */
async function serve(args: string[]): Promise<void> {
  const options = centerOptions(args);
  const folder = resolve(options.data);
  await makeFolder(nodeDisk, folder);
  const lock = await lockFolder(folder);
  const clock = systemClock(0);
  const wall = () => clock.now().wall;
  const access = await accessOf(options, folder, wall());
  const log = jsonLog((line) => process.stderr.write(line), wall);
  const pages = pagesFolder();
  const free = () => statfs(folder).then(({ bavail, bsize }) => bavail * bsize);
  const opened = await open({
    ...{ disk: nodeDisk, folder, clock, access, log, free, say: console.log },
    ...(pages && { pages }),
  }).catch(async (error) => {
    await lock.release();
    throw error;
  });
  const { center, store, begin } = opened;
  collectDefaultMetrics({ register: center.registry });
  const { address, port } = await listening(center.http, options.port, options.host, '--port');
  const branches = await center.branches();
  const home = `${access.tls ? 'https' : 'http'}://${bracketed(address)}:${port}`;
  console.log(`Tingtang  city center  ${home}  branches: ${branches.length}`);
  if (access.insecure) console.log('  NOT ENCRYPTED: only behind a proxy that encrypts');
  if (access.authority) console.log(`  branches trust it with --center-ca ${folder}/tls/ca.crt`);
  await center.screens.start();
  console.log('ready');
  begin();
  onEnd(async () => {
    await center.stop();
    await (await store.catch(() => null))?.close();
    await lock.release();
  });
}

interface Opened {
  readonly center: Center;
  readonly store: Promise<Store>;
  /** Opens the embedded database: its first start works for seconds, and branches come first. */
  readonly begin: () => void;
}

/** Over the database where there is one; else files are the record, and its rows come when they are ready. */
async function open(parts: CenterParts): Promise<Opened> {
  const record = await openRecord(parts.say);
  let begin = () => {};
  const begun = new Promise<void>((done) => {
    begin = done;
  });
  const tables: Tables = record
    ? { isRecord: true, store: record }
    : { isRecord: false, store: begun.then(() => openCache(parts.folder, parts.say)) };
  const store = Promise.resolve(tables.store);
  store.catch(() => {});
  try {
    return { center: await createCenter({ ...parts, tables }), store, begin };
  } catch (error) {
    await record?.close();
    throw error;
  }
}
