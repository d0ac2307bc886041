import { parseArgs } from 'node:util';
import { nodeDisk } from '../ledger/disk.ts';
import { printVerdict, verifyFolder } from '../ledger/verify.ts';
import { missingPhotos, sayMissing } from '../photos/missing.ts';
import { Plain } from '../plainly.ts';
import { verifyHistory } from '../rebuilt.ts';

const CHAIN_ONLY =
  'Entries, heads and signatures only: without --chain what was made of them is checked as well.';

/**
 * `verify DIR`: one line a ledger, one for each photo that is gone, exit 0 or 1. With `--chain` it stops
 * at the entries themselves: what was made of them is not made anew, and photos are not looked for.
 */
export async function runVerify(args: string[]): Promise<void> {
  const options = { chain: { type: 'boolean', default: false } } as const;
  const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
  const [folder] = positionals;
  if (!folder || positionals.length > 1)
    throw new Plain('Name one data folder: npm run verify -- DIR');
  const { chain } = values;
  const verdict = await (chain ? verifyFolder : verifyHistory)(nodeDisk, folder);
  console.log(printVerdict(verdict));
  if (chain) console.error(CHAIN_ONLY);
  const missing = chain ? [] : await missingPhotos(nodeDisk, folder);
  for (const photo of missing) console.log(sayMissing(photo));
  if (!verdict.ok || missing.length > 0) process.exitCode = 1;
}
