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
import { type Center, createCenter } from './center.ts';
import { runEnrol, runEpoch, runList } from './commands.ts';
import { runRank } from './months/rank.ts';
import { centerOptions } from './options.ts';

/** `center`, and what is done beside a running one: `enrol`, `epoch`, `list`, `rank`. */
export async function runCenter(args: string[]): Promise<void> {
  const [word = '', ...rest] = args;
  if (word === 'enrol') return runEnrol(rest);
  if (word === 'epoch') return runEpoch(rest);
  if (word === 'list') return runList(rest);
  if (word === 'rank') return runRank(rest);
  return serve(args);
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
  const center: Center = await createCenter({
    ...{ disk: nodeDisk, folder, clock, access, log, free, say: console.log },
    ...(pages && { pages }),
  }).catch(async (error) => {
    await lock.release();
    throw error;
  });
  collectDefaultMetrics({ register: center.registry });
  const { address, port } = await listening(center.http, options.port, options.host, '--port');
  const branches = await center.branches();
  const home = `${access.tls ? 'https' : 'http'}://${bracketed(address)}:${port}`;
  console.log(`Tingtang  city center  ${home}  branches: ${branches.length}`);
  if (access.insecure) console.log('  NOT ENCRYPTED: only behind a proxy that encrypts');
  if (access.authority) console.log(`  branches trust it with --center-ca ${folder}/tls/ca.crt`);
  await center.screens.start();
  console.log('ready');
  onEnd(async () => {
    await center.stop();
    await lock.release();
  });
}
