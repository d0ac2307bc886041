import type { NodeId } from '../../../shared/city/ids.ts';
import type { Levels } from '../../../shared/city/levels/state.ts';
import { nodeOfBranch } from '../../../shared/city/levels/tree.ts';
import type { LiveRow, LiveView } from '../../../shared/city/views/live.ts';
import type { BranchId } from '../../../shared/ids.ts';
import type { Books, BranchNow } from '../books/books.ts';
import type { BranchStand } from '../center.ts';
import { branchInHand, type Ground } from '../people/gate.ts';
import { isOver, liveRow, worstOf } from './liveRow.ts';

export interface LiveParts {
  readonly books: Pick<Books, 'lobby'>;
  readonly branches: () => Promise<readonly BranchStand[]>;
  /** The center's time, ms. */
  readonly now: () => number;
}

/** Rows that one screen is sent; a whole country is looked at unit by unit. */
const MOST = 400;

/** Every branch as last heard of, kept up branch by branch: a change looks at its own branch only. */
export class Live {
  readonly #parts: LiveParts;
  readonly #held = new Map<string, { readonly seq: number; readonly now: BranchNow | null }>();

  constructor(parts: LiveParts) {
    this.#parts = parts;
  }

  /** @param node narrows it; null: all that is in hand */
  async view(ground: Ground, scope: NodeId | null, node: NodeId | null): Promise<LiveView> {
    const at = this.#parts.now();
    const stands = (await this.#parts.branches()).filter(
      ({ branch, endedAt }) =>
        endedAt === null &&
        branchInHand(ground, scope, branch as BranchId) &&
        branchInHand(ground, node, branch as BranchId),
    );
    const rows = await Promise.all(
      stands.map(async (stand): Promise<LiveRow> => {
        const row = liveRow(stand, await this.#heldOf(stand), at);
        return { ...row, node: nodeIdOf(ground.levels, row.branch, ground.today) };
      }),
    );
    rows.sort(worstFirst);
    return { rows: rows.slice(0, MOST), more: Math.max(0, rows.length - MOST), sums: sumsOf(rows) };
  }

  async #heldOf({ branch, epoch, head }: BranchStand): Promise<BranchNow | null> {
    const seq = epoch * 2 ** 40 + head.seq;
    const known = this.#held.get(branch);
    if (known?.seq === seq) return known.now;
    const now = await this.#parts.books.lobby(branch as BranchId);
    this.#held.set(branch, { seq, now });
    return now;
  }
}

const nodeIdOf = (levels: Levels, branch: BranchId, today: string) =>
  nodeOfBranch(levels, branch, today)?.id ?? null;

/** By how far the longest wait has come along its line; then by how many wait; then by name. */
function worstFirst(a: LiveRow, b: LiveRow): number {
  const more = (b.lobby?.waiting ?? 0) - (a.lobby?.waiting ?? 0);
  return worstOf(b) - worstOf(a) || rankOf(a) - rankOf(b) || more || (a.branch < b.branch ? -1 : 1);
}

/** Those at work before those that are shut, and these before those that nothing is heard of. */
const rankOf = ({ lobby, silent }: LiveRow) =>
  silent ? 2 : lobby && lobby.doors !== 'closed' ? 0 : 1;

function sumsOf(rows: readonly LiveRow[]): LiveView['sums'] {
  const count = (is: (row: LiveRow) => boolean) => rows.filter(is).length;
  const known = rows.filter(({ silent }) => !silent);
  return {
    branches: rows.length,
    open: known.filter(({ lobby }) => lobby && lobby.doors !== 'closed').length,
    waiting: known.reduce((sum, { lobby }) => sum + (lobby?.waiting ?? 0), 0),
    over: count(isOver),
    silent: count(({ silent }) => silent),
    alarms: count(({ alarms }) => alarms.length > 0),
  };
}
