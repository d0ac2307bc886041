import { Square, SquareCheck } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { BranchId } from '../../../shared/ids.ts';
import { Button } from '../../../shared/screen/button.tsx';

export interface Picks {
  readonly all: readonly BranchId[];
  has(branch: BranchId): boolean;
  turn(branch: BranchId): void;
  /** Exactly these. */
  set(branches: readonly BranchId[]): void;
}

/** Branches that something is about to be done to; one that is no longer shown is no longer chosen. */
export function usePicks(shown: readonly BranchId[]): Picks {
  const [picked, pick] = useState<readonly BranchId[]>([]);
  const all = shown.filter((branch) => picked.includes(branch));
  return {
    all,
    has: (branch) => all.includes(branch),
    turn: (branch) =>
      pick(all.includes(branch) ? all.filter((one) => one !== branch) : [...all, branch]),
    set: pick,
  };
}

interface PickProps {
  readonly picks: Picks;
  readonly branch: BranchId;
  readonly label: string;
}

export function Pick({ picks, branch, label }: PickProps) {
  const isPicked = picks.has(branch);
  return (
    <Button
      class="board-pick"
      {...{ kind: 'quiet', label, pressed: isPicked }}
      icon={isPicked ? <SquareCheck aria-hidden="true" /> : <Square aria-hidden="true" />}
      onPress={() => picks.turn(branch)}
    />
  );
}
