import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeDisk } from '../../ledger/disk.ts';
import { datesIn } from '../../ledger/files.ts';
import { Plain } from '../../plainly.ts';

/**
 * Does `work` in the folder where the ledgers are to stay, or, without one, in a temporary folder
 * that is removed afterwards.
 *
 * @throws Plain when the folder holds a ledger already
 */
export async function inFolder<T>(
  data: string | undefined,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  if (data !== undefined) {
    await refuseUsed(data);
    return work(data);
  }
  const folder = await mkdtemp(join(tmpdir(), 'tingtang-replay-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A log is never added to a ledger that stands already, least of all to a live hub's. */
async function refuseUsed(folder: string): Promise<void> {
  const names = (await nodeDisk.list(folder)) ?? [];
  for (const one of [folder, ...names.map((name) => join(folder, name))])
    if (await datesIn(nodeDisk, one))
      throw new Plain(`${one} holds a ledger already; name another folder with --data`);
}
