import type { BranchId } from '../../ids.ts';
import { heldOn } from '../dated.ts';
import type { NodeId } from '../ids.ts';
import { LEVELS, type Level, type Levels, type Node } from './state.ts';

/**
 * Questions to the tree, each as of a date: a month goes by where everything stood on its last day, so
 * that a branch that moved in mid-month is ranked once, under whoever answers for it now.
 */

const isThere = (node: Node, date: string) =>
  node.opened <= date && (node.closed === null || date <= node.closed);

export const nodeOn = ({ nodes }: Levels, id: NodeId, date: string): Node | null => {
  const node = nodes[id];
  return node && isThere(node, date) ? node : null;
};

/** The unit itself, then whom it belongs to, up to the top. */
export function lineOf(levels: Levels, id: NodeId, date: string): readonly Node[] {
  const line: Node[] = [];
  for (let at: NodeId | null = id; at !== null; ) {
    const node: Node | null = nodeOn(levels, at, date);
    // Levels rise with each step, so there is no circle; a parent that was closed ends the line.
    if (!node || line.length >= LEVELS.length) break;
    line.push(node);
    at = heldOn(node.parents, date) ?? null;
  }
  return line;
}

/** Where a branch's lobby belongs; null where nobody said. */
export function nodeOfBranch(levels: Levels, branch: BranchId, date: string): Node | null {
  const id = heldOn(levels.bound[branch] ?? [], date);
  return id === undefined ? null : nodeOn(levels, id, date);
}

export function lineOfBranch(levels: Levels, branch: BranchId, date: string): readonly Node[] {
  const node = nodeOfBranch(levels, branch, date);
  return node ? lineOf(levels, node.id, date) : [];
}

export const isUnder = (line: readonly Node[], node: NodeId) => line.some(({ id }) => id === node);

/** Every branch below a unit, and at it. */
export const branchesUnder = (levels: Levels, node: NodeId, date: string): BranchId[] =>
  (Object.keys(levels.bound) as BranchId[]).filter((branch) =>
    isUnder(lineOfBranch(levels, branch, date), node),
  );

/** Units right below one, in the order they were opened. */
export const childrenOf = (levels: Levels, node: NodeId, date: string): Node[] =>
  Object.values(levels.nodes).filter(
    (one) => isThere(one, date) && heldOn(one.parents, date) === node,
  );

/** Every unit that ever belonged below this one, itself included, whenever that was. */
export function unitsUnder({ nodes }: Levels, node: NodeId): NodeId[] {
  const found = new Set<NodeId>([node]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const { id, parents } of Object.values(nodes))
      if (parents.some(({ is }) => is !== null && found.has(is))) found.add(id);
  }
  return [...found];
}

/** The nearest unit of a level upwards, itself included. */
export const nearest = (line: readonly Node[], level: Level): Node | null =>
  line.find((node) => node.level === level) ?? null;

export const isAbove = (a: Level, b: Level) => LEVELS.indexOf(a) < LEVELS.indexOf(b);
