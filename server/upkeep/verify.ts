import { parseArgs } from 'node:util';
import { nodeDisk } from '../ledger/disk.ts';
import { printVerdict } from '../ledger/verdict.ts';
import { missingPhotos, sayMissing } from '../photos/missing.ts';
import { Plain } from '../plainly.ts';
import { verifyHistory } from '../rebuilt.ts';

/** `verify DIR`: one line a ledger, one for each photo that is gone, exit 0 or 1. */
export async function runVerify(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [folder] = positionals;
  if (!folder || positionals.length > 1)
    throw new Plain('Name one data folder: npm run verify -- DIR');
  const verdict = await verifyHistory(nodeDisk, folder);
  console.log(printVerdict(verdict));
  const missing = await missingPhotos(nodeDisk, folder);
  for (const photo of missing) console.log(sayMissing(photo));
  if (!verdict.ok || missing.length > 0) process.exitCode = 1;
}
