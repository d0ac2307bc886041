import type { StaffId } from '../ids.ts';
import type { Settings } from '../settings.ts';
import type { VisitFact } from '../visit/facts.ts';
import type { BranchFact } from './facts.ts';
import { plain } from './same.ts';

/** A set-up that can still be set back: until the first ticket. */
export interface SetUp {
  readonly at: number;
  readonly staff: readonly StaffId[];
  readonly before: Settings;
}

/** A change of the settings, as the panel lists it. */
export interface Change {
  readonly at: number;
  /** null: the settings file at a start, advice that was accepted, or a hub without sign-in. */
  readonly by: StaffId | null;
  readonly parts: readonly (keyof Settings)[];
  /** They came as one, with the branch's set-up. */
  readonly setUp?: true;
}

export interface Branch {
  readonly setUp: SetUp | null;
  /** Whether the ledger has said what its settings are: nothing before that is its word. */
  readonly begun: boolean;
  /** The last ones, newest last; older ones are in the ledger. */
  readonly changes: readonly Change[];
}

export const initialBranch: Branch = { setUp: null, begun: false, changes: [] };

const KEPT = 20;

/** @param settings those in force before this fact */
export function evolveBranch(branch: Branch, fact: BranchFact, settings: Settings): Branch {
  const { at } = fact;
  const setUp = fact.type === 'branch.setUp' ? { at, staff: fact.staff, before: settings } : null;
  return { ...branch, begun: true, setUp };
}

/** What a visit's facts mean for it. */
export function followSettings(branch: Branch, fact: VisitFact, before: Settings): Branch {
  if (fact.type === 'ticket.issued' && branch.setUp) return { ...branch, setUp: null };
  if (fact.type !== 'settings.changed') return branch;
  const { at, by = null, settings } = fact;
  // What the hub says of itself first is no change, whatever this program was started with.
  if (!branch.begun && by === null) return { ...branch, begun: true };
  const names = Object.keys({ ...before, ...settings }) as (keyof Settings)[];
  const parts = names.filter((name) => plain(before[name]) !== plain(settings[name]));
  if (parts.length === 0) return branch;
  const change: Change = { at, by, parts, ...(branch.setUp?.at === at && { setUp: true }) };
  return { ...branch, begun: true, changes: [...branch.changes, change].slice(-KEPT) };
}
