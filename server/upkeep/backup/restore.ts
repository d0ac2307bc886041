import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Client } from '../../center/uplink/client.ts';
import { regain } from '../../center/uplink/fetch.ts';
import { centerUrl, clientFor } from '../../center/uplink/options.ts';
import { nodeDisk } from '../../ledger/disk.ts';
import { makeFolder, replaceFile } from '../../ledger/durable.ts';
import type { Head } from '../../ledger/entry.ts';
import { fileName, halfRestored, ledgerFolder, RESTORED, RESTORING } from '../../ledger/files.ts';
import { type Lock, lockFolder } from '../../ledger/lock.ts';
import { printVerdict } from '../../ledger/verdict.ts';
import { missingPhotos } from '../../photos/missing.ts';
import { PHOTOS } from '../../photos/store.ts';
import { Plain } from '../../plainly.ts';
import { verifyHistory } from '../../rebuilt.ts';
import { BESIDE } from './beside.ts';
import { type Examined, examine } from './examine.ts';
import type { Copying, Place } from './lines.ts';
import { copyPhotos } from './photos.ts';

export interface RestoreParts extends Copying {
  readonly lock?: (folder: string) => Promise<Lock>;
}

/**
 * Makes a data folder of a backup that was found sound from end to end. Nothing is written over; a
 * restore that is cut short leaves a folder that no hub starts on.
 *
 * @throws Plain saying why nothing, or not all, was restored
 */
export async function restore({ from, to, lock }: RestoreParts): Promise<Examined> {
  const found = await examine(from);
  await makeFolder(to.disk, to.folder);
  const held = await lock?.(to.folder);
  try {
    await mustBeFree(to);
    await copyAll({ from, to }, found);
    return found;
  } finally {
    await held?.release();
  }
}

async function mustBeFree({ disk, folder }: Place): Promise<void> {
  if (await halfRestored(disk, folder))
    throw new Plain(
      `A restore into ${folder} was not finished: remove the folder, then restore again.`,
    );
  const ours = new Set(['ledger', PHOTOS, ...BESIDE.map((name) => name.split('/')[0])]);
  const there = ((await disk.list(folder)) ?? []).filter((name) => ours.has(name)).sort();
  if (there.length === 0) return;
  throw new Plain(
    `${folder} already holds ${there.join(', ')}, and a restore writes over nothing: move that folder aside, or name an empty one with --data.`,
  );
}

async function copyAll({ from, to }: Copying, found: Examined): Promise<void> {
  const { head, entries, dates, without } = found;
  const mark = Buffer.from(`${JSON.stringify({ from: from.folder, entries, hash: head.hash })}\n`);
  const [begun, done] = [join(to.folder, RESTORING), join(to.folder, RESTORED)];
  await replaceFile(to.disk, begun, mark);
  const days = dates.map((date) => join('ledger', fileName(date)));
  await makeFolder(to.disk, ledgerFolder(to.folder));
  for (const name of [...days, ...BESIDE]) {
    const bytes = name === without ? null : await from.disk.read(join(from.folder, name));
    const path = join(to.folder, name);
    if (!bytes) continue;
    await makeFolder(to.disk, dirname(path));
    await replaceFile(to.disk, path, bytes);
  }
  for (const date of dates) {
    const lines = await from.disk.read(join(from.folder, 'ledger', fileName(date)));
    if (lines) await copyPhotos({ from, to }, lines);
  }
  await move(to, begun, done);
  const verdict = await verifyHistory(to.disk, to.folder);
  const [again] = verdict.ledgers;
  if (again?.ok && again.head.hash === head.hash) return;
  await move(to, done, begun);
  throw new Plain(
    `The restored folder ${to.folder} is not what the backup is: ${printVerdict(verdict)}. Check its drive, remove the folder, and restore again.`,
  );
}

async function move({ disk, folder }: Place, path: string, next: string): Promise<void> {
  await disk.rename(path, next);
  await disk.syncFolder(folder);
}

/**
 * `restore --from DIR2 --data DIR`: one line with what was restored, and since when nothing was. With
 * `--from-center URL` what the center has witnessed since is fetched too; alone, into a folder that stands.
 */
export async function runRestore(args: string[]): Promise<void> {
  const { TINGTANG_DATA = './data', TINGTANG_BACKUP = '', TINGTANG_CENTER_CA } = process.env;
  const { values } = parseArgs({
    args,
    options: {
      from: { type: 'string' },
      data: { type: 'string', default: TINGTANG_DATA },
      'from-center': { type: 'string', default: '' },
      'center-ca': { type: 'string', default: TINGTANG_CENTER_CA ?? '' },
    },
  });
  const center = values['from-center'];
  const backup = values.from ?? (center ? '' : TINGTANG_BACKUP);
  if (!backup && !center)
    throw new Plain('Say where from: npm run restore -- --from DIR2 --data DIR');
  const to = { disk: nodeDisk, folder: resolve(values.data) };
  if (backup) await fromBackup({ disk: nodeDisk, folder: resolve(backup) }, to);
  if (center) await fromCenter(to, await clientFor(centerUrl(center), values['center-ca'] || null));
}

async function fromBackup(from: Place, to: Place): Promise<void> {
  const { head, entries, first, without } = await restore({ from, to, lock: lockFolder });
  const pruned = first > 1 ? `, from entry ${first} on` : '';
  const behind = without ? `; ${without} was behind them, a start writes it anew` : '';
  const gone = (await missingPhotos(to.disk, to.folder)).length;
  if (gone > 0) console.error(`${gone} photos that the ledger names are not in the backup.`);
  console.log(
    `ok  restored ${entries} entries${pruned}, head ${head.seq} ${head.hash}${behind}; what happened after ${timeOf(head)} is missing, if anything did`,
  );
}

async function fromCenter(place: Place, client: Client): Promise<void> {
  const lock = await lockFolder(place.folder);
  try {
    const { entries, head } = await regain(place, client);
    console.log(
      `ok  fetched ${entries} entries from the center, head ${head.seq} ${head.hash}; what happened after ${timeOf(head)} is missing, if anything did`,
    );
  } finally {
    await lock.release();
  }
}

const timeOf = ({ at }: Head) =>
  new Date(at).toLocaleString('sv-SE', { dateStyle: 'short', timeStyle: 'long' });
