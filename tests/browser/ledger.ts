import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { printVerdict } from '../../server/ledger/verdict.ts';
import { verifyFolder } from '../../server/ledger/verify.ts';

/** What the screens did stands in the ledger, unbroken. */
export async function verified(folder: string): Promise<void> {
  const verdict = await verifyFolder(nodeDisk, folder);
  expect(printVerdict(verdict)).toMatch(/^ok {2}\d+ entries/);
}

/** Business days that have a file. */
export const datesIn = async (folder: string) =>
  (await readdir(join(folder, 'ledger'))).map((name) => name.replace('.jsonl', '')).sort();
