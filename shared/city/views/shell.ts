import type { BranchId } from '../../ids.ts';
import type { Text } from '../../settings.ts';
import type { Role } from '../context.ts';
import type { NodeId, PersonId } from '../ids.ts';
import type { Level } from '../levels/state.ts';

/** What every page of the center's screen stands in: who looks, and what of the tree they have in hand. */
export interface ShellView {
  readonly you: CityYou;
  readonly nodes: readonly ShellNode[];
  readonly branches: readonly ShellBranch[];
  /** Whose month it is that one is ranked in, where nothing else is chosen; null without a tree. */
  readonly ranking: { readonly id: NodeId; readonly name: Text } | null;
  /** Raised with each decision: what was asked before may be out of date. */
  readonly decided: number;
  readonly timeZone: string;
}

export interface CityYou {
  readonly person: PersonId;
  readonly name: string | null;
  readonly role: Role;
  /** null: the whole tree. */
  readonly node: NodeId | null;
}

/** Each behind the one it belongs to. */
export interface ShellNode {
  readonly id: NodeId;
  readonly name: Text;
  readonly level: Level;
  /** 0 for the uppermost in hand. */
  readonly depth: number;
  /** null: at the top, or what it belongs to is not in hand. */
  readonly parent: NodeId | null;
}

export interface ShellBranch {
  readonly id: BranchId;
  readonly name: string;
  /** null: nobody has said yet where it belongs. */
  readonly node: NodeId | null;
}
