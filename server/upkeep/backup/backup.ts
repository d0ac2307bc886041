import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { refuseNewer } from '../../keepsakes.ts';
import { LedgerUnopened } from '../../ledger/damage.ts';
import { nodeDisk, patientDisk } from '../../ledger/disk.ts';
import { halfRestored } from '../../ledger/files.ts';
import { lockFolder } from '../../ledger/lock.ts';
import { printVerdict } from '../../ledger/verdict.ts';
import { missingPhotos, sayMissing } from '../../photos/missing.ts';
import { Plain } from '../../plainly.ts';
import { verifyHistory } from '../../rebuilt.ts';
import { Copier } from './copier.ts';
import { backupPlace } from './place.ts';
import { sayLeftOut, sayWhy } from './trouble.ts';

/** `backup --data DIR --to DIR2`: copies what the backup lacks, and verifies the whole of it. */
export async function runBackup(args: string[]): Promise<void> {
  const { TINGTANG_DATA = './data', TINGTANG_BACKUP = '' } = process.env;
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string', default: TINGTANG_DATA },
      to: { type: 'string', default: TINGTANG_BACKUP },
    },
  });
  if (!values.to) throw new Plain('Say where to: npm run backup -- --data DIR --to DIR2');
  const from = { disk: nodeDisk, folder: resolve(values.data) };
  const to = { disk: patientDisk, folder: backupPlace(values.data, values.to) };
  await refuseNewer(from.disk, from.folder);
  const half = await halfRestored(from.disk, from.folder);
  if (half) throw new LedgerUnopened(half);
  const copier = new Copier({ from, to, lock: lockFolder });
  try {
    const leftOut = await copier.copy();
    if (leftOut.length > 0) console.error(sayLeftOut(leftOut));
  } catch (error) {
    throw new Plain(sayWhy(error, to.folder));
  } finally {
    await copier.release();
  }
  const verdict = await verifyHistory(to.disk, to.folder);
  console.log(`${printVerdict(verdict)} in ${to.folder}`);
  const missing = await missingPhotos(to.disk, to.folder);
  for (const photo of missing) console.log(sayMissing(photo));
  if (!verdict.ok || missing.length > 0) process.exitCode = 1;
}
