import { dirname, join } from 'node:path';
import { CENTER } from '../../center/uplink/membership.ts';
import { RECEIPTS } from '../../center/uplink/receipts.ts';
import { DEVICES } from '../../devices/keys.ts';
import { PEOPLE } from '../../devices/people.ts';
import { FORESIGHT } from '../../foresight/memory.ts';
import { SETTINGS } from '../../keepsakes.ts';
import { replaceFile } from '../../ledger/durable.ts';
import { PRIVATE, PUBLIC } from '../../ledger/key.ts';
import { CHECKPOINT, CLOSINGS, HEADS } from '../../ledger/witnesses.ts';
import { PHONE_KEY } from '../../phone/secret.ts';
import { AUTHORITY } from '../../tls/authority.ts';
import { type Copying, differs, lackOf, readFlushed } from './lines.ts';

/** What stands beside the days, in the order in which it is put in place. */
const KEY = [PRIVATE, PUBLIC];
const ROWS = [CLOSINGS, HEADS, RECEIPTS];
const TLS = [AUTHORITY.key, AUTHORITY.cert];
const DOCUMENTS = [...TLS, DEVICES, PEOPLE, SETTINGS, FORESIGHT, PHONE_KEY, CENTER];
export const BESIDE: readonly string[] = [...KEY, ...ROWS, CHECKPOINT, ...DOCUMENTS];

export interface Witnesses {
  readonly rows: ReadonlyMap<string, Buffer>;
  readonly checkpoint: Buffer | null;
}

/** To be called before the days are read: what these name was in the ledger when they were written. */
export async function readWitnesses({ from: { disk, folder } }: Copying): Promise<Witnesses> {
  const rows = new Map<string, Buffer>();
  for (const name of ROWS) {
    const bytes = await readFlushed(disk, join(folder, name));
    if (bytes) rows.set(name, bytes);
  }
  return { rows, checkpoint: await disk.read(join(folder, CHECKPOINT)) };
}

/** @throws Plain when the copy was made of a ledger with another key, or with other rows */
export async function mayTake(copying: Copying, { rows }: Witnesses): Promise<void> {
  const { from, to } = copying;
  for (const name of ROWS) {
    const copy = (await to.disk.read(join(to.folder, name))) ?? Buffer.alloc(0);
    if (!lackOf(rows.get(name) ?? Buffer.alloc(0), copy, isJson)) throw differs(to, name);
  }
  for (const name of KEY) {
    const copy = await to.disk.read(join(to.folder, name));
    const ours = copy && (await from.disk.read(join(from.folder, name)));
    if (copy && !ours?.equals(copy)) throw differs(to, name);
  }
}

/**
 * To be called once the days are copied.
 *
 * @returns the documents that make no sense: the copy keeps what it has of them
 */
export async function copyBeside(
  copying: Copying,
  { rows, checkpoint }: Witnesses,
): Promise<readonly string[]> {
  const { from } = copying;
  const read = (name: string) => from.disk.read(join(from.folder, name));
  const bad: string[] = [];
  for (const name of KEY) await put(copying, name, await read(name));
  for (const [name, ours] of rows) await put(copying, name, ours);
  if (!(await put(copying, CHECKPOINT, checkpoint))) bad.push(CHECKPOINT);
  for (const name of DOCUMENTS) if (!(await put(copying, name, await read(name)))) bad.push(name);
  return bad;
}

/** A document as it stands now; one that is missing or makes no sense takes no place of a good one. */
async function put({ to: { disk, folder } }: Copying, name: string, bytes: Buffer | null) {
  const path = join(folder, name);
  if (!bytes || (await disk.read(path))?.equals(bytes)) return true;
  if (bytes.length === 0 || (name.endsWith('.json') && !isJson(bytes))) return false;
  if (dirname(path) !== folder) {
    await disk.makeFolder(dirname(path));
    await disk.syncFolder(folder);
  }
  await replaceFile(disk, path, bytes);
  return true;
}

function isJson(bytes: Buffer): boolean {
  try {
    return Boolean(JSON.parse(bytes.toString()));
  } catch {
    return false;
  }
}
