import type { BranchId, BusinessDate } from '../../ids.ts';
import { unreachable } from '../../result.ts';
import type { Text } from '../../settings.ts';
import { type Dated, withDated } from '../dated.ts';
import type { NodeId } from '../ids.ts';
import type { LevelsFact } from './facts.ts';

/** 总行, 省分行, 市分行, 一级支行, 二级支行, 网点: from the top. */
export const LEVELS = ['head', 'province', 'city', 'first', 'second', 'outlet'] as const;
export type Level = (typeof LEVELS)[number];

export interface Node {
  readonly id: NodeId;
  readonly level: Level;
  readonly name: Text;
  readonly opened: BusinessDate;
  /** Its last day. */
  readonly closed: BusinessDate | null;
  /** Whom it belonged to since when; null at the top. */
  readonly parents: readonly Dated<NodeId | null>[];
}

export interface Levels {
  readonly nodes: Readonly<Record<NodeId, Node>>;
  /** The unit where each branch's lobby is, since when. */
  readonly bound: Readonly<Record<BranchId, readonly Dated<NodeId>[]>>;
}

export const initialLevels: Levels = { nodes: {}, bound: {} };

export function evolveLevels(levels: Levels, fact: LevelsFact): Levels {
  const change = (more: Partial<Node>): Levels => {
    const node = levels.nodes[fact.node];
    return node
      ? { ...levels, nodes: { ...levels.nodes, [fact.node]: { ...node, ...more } } }
      : levels;
  };
  switch (fact.type) {
    case 'node.opened': {
      const { node: id, level, name, from, parent } = fact;
      const parents = [{ from, is: parent }];
      const node: Node = { id, level, name, opened: from, closed: null, parents };
      return { ...levels, nodes: { ...levels.nodes, [id]: node } };
    }
    case 'node.renamed':
      return change({ name: fact.name });
    case 'node.moved': {
      const parents = levels.nodes[fact.node]?.parents ?? [];
      return change({ parents: withDated(parents, fact.from, fact.parent) });
    }
    case 'node.closed':
      return change({ closed: fact.to });
    case 'branch.bound': {
      const before = levels.bound[fact.branch] ?? [];
      const after = withDated(before, fact.from, fact.node);
      return { ...levels, bound: { ...levels.bound, [fact.branch]: after } };
    }
    default:
      return unreachable(fact);
  }
}
