import type { DeviceId, LoanId, ServiceId } from '../ids.ts';
import type { CustomerClass, Settings } from '../settings.ts';
import type { Visit } from './state.ts';

/** Numbers of one letter that a kiosk may give out while it cannot reach the hub; ends included. */
export interface Block {
  readonly letter: string;
  readonly from: number;
  readonly to: number;
  /** Those that were handed in. */
  readonly handed: readonly number[];
}

/** What one kiosk was lent for today. */
export interface Loan {
  readonly device: DeviceId | null;
  readonly blocks: readonly Block[];
  /** When the hub did not hear it; null: not yet again. */
  readonly away: readonly { readonly from: number; readonly to: number | null }[];
}

/** Lent numbers begin after `from`, and are lent so many at a time: ours. */
const USUAL = { from: 700, each: 50 };

export interface Lending {
  readonly from: number;
  readonly to: number;
  readonly each: number;
}

/** The numbers of each letter that are kept for lending, up to the last of as many figures. */
export function lendingOf(settings: Settings): Lending {
  const { from, each } = settings.lent ?? USUAL;
  const to = each > 0 ? 10 ** String(from + 1).length - 1 : from;
  return { from: from + 1, to, each };
}

/** Numbers run by letter: the service's own, or the class's where it has one. */
export function letterOf({ prefixes, services }: Settings, service: ServiceId, cls: CustomerClass) {
  const own = services.find((s) => s.id === service)?.prefix ?? '';
  return cls === 'ordinary' ? own : prefixes[cls];
}

/** Letters a kiosk gives out by itself. */
export const lentLetters = ({ services, prefixes }: Settings): string[] => [
  ...services.map((s) => s.prefix),
  prefixes.premium,
];

export const numberOf = (letter: string, n: number) => `${letter}${String(n).padStart(3, '0')}`;

const blocksOf = (visit: Visit, letter: string): Block[] =>
  Object.values(visit.loans).flatMap(({ blocks }) => blocks.filter((b) => b.letter === letter));

/** The next number of a letter that the hub gives out itself: never one that is kept for lending. */
export function nextOwn(visit: Visit, letter: string): number {
  const ranges = [lendingOf(visit.settings), ...blocksOf(visit, letter)];
  let n = (visit.given[letter] ?? 0) + 1;
  const kept = () => ranges.find((r) => r.from <= n && n <= r.to);
  for (let range = kept(); range; range = kept()) n = range.to + 1;
  return n;
}

/**
 * The next numbers of a letter to lend, fewer where the range ends, none where nothing is left.
 *
 * @param used numbers of this letter that are out: the range may have been set anew during the day
 */
export function nextToLend(visit: Visit, letter: string, used: readonly number[]) {
  const { from, to, each } = lendingOf(visit.settings);
  const lent = blocksOf(visit, letter).map((b) => b.to);
  const start = Math.max(from, ...[...lent, ...used].map((n) => n + 1).filter((n) => n <= to + 1));
  return start > to ? null : { letter, from: start, to: Math.min(to, start + each - 1) };
}

export interface LentPlace {
  readonly loan: LoanId;
  readonly block: Block;
  readonly n: number;
}

/** Whose a number is; undefined where nobody was lent it today. */
export function placeOfLent(visit: Visit, number: string): LentPlace | undefined {
  const letter = number.slice(0, 1);
  const n = Number(number.slice(1));
  for (const [loan, { blocks }] of Object.entries(visit.loans)) {
    const block = blocks.find((b) => b.letter === letter && b.from <= n && n <= b.to);
    if (block) return { loan: loan as LoanId, block, n };
  }
}

export const freeOf = (blocks: readonly Block[], letter: string): number =>
  blocks
    .filter((b) => b.letter === letter)
    .reduce((sum, b) => sum + b.to - b.from + 1 - b.handed.length, 0);

/** Whether the hub does not hear this kiosk. */
export const isCutOff = ({ away }: Loan) => away.at(-1)?.to === null;
