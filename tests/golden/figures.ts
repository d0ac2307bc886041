import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { STATE } from '../../server/keepsakes.ts';
import { sayDamage } from '../../server/ledger/damage.ts';
import type { Disk } from '../../server/ledger/disk.ts';
import { printVerdict } from '../../server/ledger/verdict.ts';
import { verifyHistory } from '../../server/rebuilt.ts';
import { resume } from '../../server/resume.ts';
import { measuresFrom } from '../../server/upkeep/kept.ts';
import { defaultSettings } from '../../shared/defaults.ts';

/** What a program makes of a golden ledger. */
export interface Golden {
  /** The line that `verify` prints. */
  readonly verify: string;
  /** The shape of the state that `digest` is of. */
  readonly state: number;
  /** SHA-256 of the state's canonical form, after the last entry. */
  readonly digest: string;
  /** What `export all` prints. */
  readonly figures: unknown;
}

/** `disk` is written to as a start writes to it. */
export async function goldenOf(disk: Disk, folder: string): Promise<Golden> {
  const verify = printVerdict(await verifyHistory(disk, folder));
  const figures = await measuresFrom(disk, folder);
  return { verify, state: STATE, digest: await digestOf(disk, folder), figures };
}

export async function digestOf(disk: Disk, folder: string): Promise<string> {
  const resumed = await resume({ disk, folder, settings: defaultSettings });
  await resumed.ledger.close();
  if (resumed.damage) throw new Error(sayDamage(resumed.damage));
  const plain = canonicalize(JSON.parse(JSON.stringify(resumed.lobby)));
  return createHash('sha256').update(String(plain)).digest('hex');
}
