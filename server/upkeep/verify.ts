import { parseArgs } from 'node:util';
import { nodeDisk } from '../ledger/disk.ts';
import { printVerdict } from '../ledger/verdict.ts';
import { verifyFolder } from '../ledger/verify.ts';
import { Plain } from '../plainly.ts';

/** `verify DIR`: one line a ledger, exit 0 or 1. */
export async function runVerify(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [folder] = positionals;
  if (!folder || positionals.length > 1)
    throw new Plain('Name one data folder: npm run verify -- DIR');
  const verdict = await verifyFolder(nodeDisk, folder);
  console.log(printVerdict(verdict));
  if (!verdict.ok) process.exitCode = 1;
}
