import { hash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Tables } from '../../server/center/books/opened.ts';
import { type Center, createCenter } from '../../server/center/center.ts';
import { makeCode } from '../../server/center/codes.ts';
import type { Sendings } from '../../server/center/down/down.ts';
import { FilesCodes } from '../../server/center/files/codes.ts';
import { centerFor } from '../../server/center/uplink/options.ts';
import type { Disk } from '../../server/ledger/disk.ts';
import { type Log, noLog } from '../../server/log.ts';
import type { CenterLink } from '../../shared/center.ts';
import { type HandClock, handClock } from './handClock.ts';
import { type HubRig, NINE, type RigOptions, startHub } from './hub.ts';
import { FOLDER } from './ledgers.ts';
import { MemoryDisk } from './memoryDisk.ts';
import { take } from './visit.ts';

export const CITY = '/city';
export const MINUTE = 60_000;

export interface CenterRig {
  readonly center: Center;
  readonly disk: Disk;
  readonly clock: HandClock;
  readonly url: URL;
  readonly said: string[];
  readonly stop: () => Promise<void>;
}

/** The real center on port 0. */
export async function startCenter(
  disk: Disk = new MemoryDisk(),
  {
    clock = handClock(NINE),
    port = 0,
    log = noLog,
    sendings,
    tables,
  }: {
    clock?: HandClock;
    port?: number;
    log?: Log;
    sendings?: Sendings;
    tables?: Tables;
  } = {},
): Promise<CenterRig> {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const center = await createCenter({
    ...{ disk, folder: CITY, clock, say, log },
    ...(sendings && { sendings }),
    ...(tables && { tables }),
  });
  await new Promise<void>((done) => center.http.listen(port, '127.0.0.1', done));
  let stopped = false;
  const stop = async () => {
    if (!stopped) await center.stop();
    stopped = true;
  };
  onTestFinished(stop);
  const address = center.http.address() as AddressInfo;
  const url = new URL(`http://127.0.0.1:${address.port}/`);
  return { center, disk, clock, url, said, stop };
}

/** A code as `center enrol` or `center epoch` prints it. */
export const codeFor = ({ disk, clock }: CenterRig, branch: string, epoch = 1) =>
  makeCode(
    new FilesCodes({ disk, folder: CITY }),
    { branch, name: branch, epoch },
    clock.now().wall,
  );

export interface BranchRig extends HubRig {
  /** Waits until a round of its uplink is over, and says how the link stands. */
  readonly synced: () => Promise<CenterLink>;
}

/** A hub that is linked with a center; enrolled with the code, or as its folder remembers. */
export async function startBranch(
  city: Pick<CenterRig, 'url'>,
  code: string | null,
  options: RigOptions = {},
): Promise<BranchRig> {
  const center: RigOptions['center'] = async (resumed) => {
    const parts = await centerFor({ url: city.url, code, ca: null }, resumed);
    return parts && { ...parts, chance: () => 0.5 };
  };
  const rig = await startHub({ ...options, center });
  const synced = async () => {
    await rig.hub.links.sync();
    await rig.hub.links.sync();
    const state = rig.hub.links.state();
    if (!state) throw new Error('this branch has no center');
    return state;
  };
  return { ...rig, synced };
}

/** So many tickets, a few seconds apart. */
export async function tickets({ hub, clock }: HubRig, count: number): Promise<void> {
  for (let n = 0; n < count; n++) {
    clock.turn(3000);
    const answer = await hub.pipeline.submitOwn(take);
    if (!answer.ok) throw new Error(answer.says.en);
  }
}

/** The next morning: the day is closed, the hub's tick opens another. */
export async function nextDay({ hub, clock }: Pick<HubRig, 'hub' | 'clock'>): Promise<void> {
  await hub.pipeline.submitOwn({ type: 'day.close', by: 'manager' });
  clock.turn(24 * 3_600_000);
  await hub.pipeline.submitOwn({ type: 'tick' });
}

export const shelfOf = (branch: string, epoch = 1) => join(CITY, 'branches', branch, String(epoch));

/** A folder's ledger, file by file: how many bytes, and their digest. */
export async function ledgerIn(disk: Disk, folder = FOLDER): Promise<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const name of ((await disk.list(join(folder, 'ledger'))) ?? []).toSorted()) {
    const bytes = (await disk.read(join(folder, 'ledger', name))) ?? Buffer.alloc(0);
    if (bytes.length > 0) files[name] = `${bytes.length} bytes ${hash('sha256', bytes)}`;
  }
  return files;
}
