import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Disk } from '../ledger/disk.ts';
import { makeFolder, replaceFile } from '../ledger/durable.ts';
import { Plain } from '../plainly.ts';

export const PHONE_KEY = 'phone.key';
const BYTES = 32;

/**
 * What all tokens of a branch are made from, kept beside the ledger and never in it; made at the
 * first use. Whoever has it can make every ticket's token: the file is its owner's alone.
 *
 * @throws Plain when the file is there and holds something else
 */
export async function openSecret(disk: Disk, folder: string): Promise<Buffer> {
  const path = join(folder, PHONE_KEY);
  const kept = await disk.read(path);
  if (kept?.length === BYTES) return kept;
  if (kept)
    throw new Plain(
      `${path} is not the ${BYTES} bytes it was made with: put it back from a backup, or remove it; then QR codes handed out so far stop working.`,
    );
  const secret = randomBytes(BYTES);
  await makeFolder(disk, folder);
  await replaceFile(disk, path, secret);
  return secret;
}
