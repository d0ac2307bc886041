import { hash } from 'node:crypto';
import { join } from 'node:path';
import { ROSTER } from '../../server/center/files/roster.ts';
import type { Disk } from '../../server/ledger/disk.ts';
import { makeFolder, replaceFile } from '../../server/ledger/durable.ts';
import { openKey, PUBLIC } from '../../server/ledger/key.ts';
import { openLedger } from '../../server/ledger/ledger.ts';
import { HEADS } from '../../server/ledger/witnesses.ts';
import { dayAfter } from '../../shared/calendar.ts';
import type { BranchId, BusinessDate } from '../../shared/ids.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import { Lively, type LivelyOptions, livelyBranch } from './lively.ts';

export interface Received extends LivelyOptions {
  readonly id: string;
  readonly name: string;
  /** What happened later than this is not there yet, ms. */
  readonly until?: number;
}

/**
 * A center's folder as it is once it has received so many days of each branch: without playing the
 * uplink, so that a city of forty takes seconds.
 */
export async function receivedBy(disk: Disk, folder: string, branches: readonly Received[]) {
  const rows: string[] = [];
  await makeFolder(disk, folder);
  // Receipts were signed with it already: nobody could make it anew.
  await openKey(disk, folder, false);
  for (const one of branches) {
    const place = { disk, folder: join(folder, 'branches', one.id, '1') };
    await makeFolder(disk, place.folder);
    const key = await openKey(disk, join(folder, '..', 'keys', one.id), false);
    const head = await written(place, one);
    const signed = Buffer.from(`${JSON.stringify(key.sign(head))}\n`);
    await replaceFile(disk, join(place.folder, HEADS), signed);
    await replaceFile(disk, join(place.folder, PUBLIC), Buffer.from(key.publicPem()));
    const enrolled = { branch: one.id, name: one.name, epoch: 1, key: key.publicPem() };
    rows.push(JSON.stringify({ ...enrolled, code: one.id, at: 0, after: null }));
  }
  if (rows.length > 0)
    await replaceFile(disk, join(folder, ROSTER), Buffer.from(`${rows.join('\n')}\n`));
}

/** Writes its days, and answers with the last entry. */
async function written(place: { disk: Disk; folder: string }, one: Received) {
  const { id, name, from = '2026-10-01', days = 1, until = Number.POSITIVE_INFINITY } = one;
  const settings = {
    ...(one.settings ?? livelyBranch),
    branch: { ...livelyBranch.branch, id: id as BranchId, name: { zh: name, en: name } },
  };
  const lively = new Lively({ ...one, settings });
  const { ledger } = await openLedger(place);
  let date = from as BusinessDate;
  let n = 0;
  for (let day = 0; day < days; day++, date = dayAfter(date)) {
    const drafts = lively
      .day(date)
      .filter(({ at }) => at <= until)
      .map(({ at, facts }) => {
        n++;
        const mint = uuid7(at, new Uint8Array(10).fill(n & 255).fill(n >> 8, 5));
        return { at, id: mint, body: hash('sha256', mint), device: null, person: null, facts };
      });
    await ledger.roll(date);
    if (drafts.length > 0) await ledger.append(drafts);
  }
  const head = ledger.head();
  await ledger.close();
  return head;
}
