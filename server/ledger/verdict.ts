import { type Damage, sayDamage } from './damage.ts';
import type { Head } from './entry.ts';

export interface Verdict {
  readonly ok: boolean;
  /** One for a data folder, one each for a folder of data folders. */
  readonly ledgers: readonly Finding[];
}

export type Finding = Sound | Broken;

interface Examined {
  /** The sub-folder; empty for the folder itself. */
  readonly name: string;
  /** How many were found sound, in order. */
  readonly entries: number;
}

export interface Sound extends Examined {
  readonly ok: true;
  readonly head: Head;
  /** Not 1 where old days were pruned. */
  readonly first: number;
  /** An unfinished last write, which the next start sets aside. */
  readonly torn?: { readonly file: string; readonly bytes: number };
}

export interface Broken extends Examined {
  readonly ok: false;
  readonly damage: Damage;
}

/** One line a ledger: `ok  N entries, head <seq> <hash>`, or `bad` with the first bad place. */
export function printVerdict({ ledgers }: Verdict): string {
  return ledgers.map(printFinding).join('\n');
}

function printFinding(finding: Finding): string {
  const name = finding.name === '' ? '' : `${finding.name}: `;
  if (!finding.ok) {
    return `bad ${name}${sayDamage(finding.damage)}; ${finding.entries} entries before it are sound`;
  }
  const { entries, head, first, torn } = finding;
  const pruned = first > 1 ? `, from entry ${first} on: older days were pruned` : '';
  const tail = torn ? `, ${torn.bytes} bytes of an unfinished write in ${torn.file}` : '';
  return `ok  ${name}${entries} entries, head ${head.seq} ${head.hash}${pruned}${tail}`;
}
