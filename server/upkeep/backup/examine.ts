import { join } from 'node:path';
import { DEVICES } from '../../devices/keys.ts';
import { PEOPLE } from '../../devices/people.ts';
import { SETTINGS } from '../../keepsakes.ts';
import { sayDamage } from '../../ledger/damage.ts';
import type { Head } from '../../ledger/entry.ts';
import { datesIn } from '../../ledger/files.ts';
import { PRIVATE, PUBLIC, PublicKey, SigningKey } from '../../ledger/key.ts';
import type { Sound } from '../../ledger/verdict.ts';
import { verifyFolder } from '../../ledger/verify.ts';
import { CHECKPOINT } from '../../ledger/witnesses.ts';
import { Plain } from '../../plainly.ts';
import { verifyHistory } from '../../rebuilt.ts';
import type { Place } from './lines.ts';

/** A backup that was found sound. */
export interface Examined {
  readonly head: Head;
  readonly entries: number;
  /** Not 1 where old days were pruned. */
  readonly first: number;
  readonly dates: readonly string[];
  /** A document that is behind the ledger; a start makes it anew. */
  readonly without: string | null;
}

/** Reads every entry and document of a backup. @throws Plain naming the first thing that is bad */
export async function examine(from: Place): Promise<Examined> {
  const { disk, folder } = from;
  const dates = (await datesIn(disk, folder)) ?? [];
  if (dates.length === 0)
    throw new Plain(`There is no backup in ${folder}: name the folder that it was copied to.`);
  const { sound, without } = await verified(from);
  for (const name of [DEVICES, PEOPLE]) await mustParse(from, name);
  await mustSign(from);
  const { head, entries, first } = sound;
  return { head, entries, first, dates, without };
}

const unsound = ({ folder }: Place, what: string) =>
  new Plain(`Nothing was restored: the backup in ${folder} is not sound. ${what}`);

async function verified(from: Place): Promise<{ sound: Sound; without: string | null }> {
  const { disk, folder } = from;
  const [found] = (await verifyHistory(disk, folder)).ledgers;
  if (found?.ok) return { sound: found, without: null };
  const damage = found?.damage ?? { file: folder, line: 0, what: 'absent' };
  const isCache = damage.file === CHECKPOINT && /^(untrue|unreadable)$/.test(damage.what);
  const hint = isCache ? `: a start makes ${CHECKPOINT} anew, so remove it there` : '';
  // Settings that changed in the last moment before the copy: everything else is sound.
  const [chain] = damage.file === SETTINGS ? (await verifyFolder(disk, folder)).ledgers : [];
  if (chain?.ok) return { sound: chain, without: SETTINGS };
  throw unsound(from, `${sayDamage(damage)}${hint}.`);
}

/** A hub begins without a document that it cannot read: no screen and nobody would be known. */
async function mustParse(from: Place, name: string): Promise<void> {
  const bytes = await from.disk.read(join(from.folder, name));
  try {
    if (bytes) JSON.parse(bytes.toString());
  } catch {
    throw unsound(
      from,
      `${name} cannot be read: remove it there to do without it; screens or PINs are then set up anew.`,
    );
  }
}

/** Days are closed with the key that closed those before. */
async function mustSign(from: Place): Promise<void> {
  const [pem, pub] = [
    await from.disk.read(join(from.folder, PRIVATE)),
    await from.disk.read(join(from.folder, PUBLIC)),
  ];
  if (!pub) return;
  if (!pem || idOf(pem) !== new PublicKey(pub).id)
    throw unsound(from, `${PRIVATE} is missing or does not belong to ${PUBLIC}: put it there.`);
}

function idOf(pem: Buffer): string | null {
  try {
    return new SigningKey(pem).id;
  } catch {
    return null;
  }
}
