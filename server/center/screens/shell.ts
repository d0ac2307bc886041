import type { City } from '../../../shared/city/city.ts';
import type { NodeId } from '../../../shared/city/ids.ts';
import {
  childrenOf,
  lineOf,
  nearest,
  nodeOfBranch,
  nodeOn,
} from '../../../shared/city/levels/tree.ts';
import type { ShellBranch, ShellNode, ShellView } from '../../../shared/city/views/shell.ts';
import type { BranchId } from '../../../shared/ids.ts';
import type { Asker } from '../people/asker.ts';
import { branchInHand } from '../people/gate.ts';

export interface ShellParts {
  readonly city: City;
  readonly today: string;
  readonly decided: number;
  readonly timeZone: string;
  /** Every branch that is enrolled. */
  readonly branches: readonly { readonly branch: BranchId; readonly name: string }[];
  readonly name: string | null;
}

export function shellView(asker: Asker, parts: ShellParts): ShellView {
  const { city, today, decided, timeZone, branches, name } = parts;
  const { person, role, scope } = asker;
  const ground = { levels: city.levels, today };
  return {
    ...{ you: { person, name, role, node: scope }, decided, timeZone },
    nodes: nodesIn(parts, scope),
    ranking: rankingOf(parts, scope),
    branches: branches
      .filter(({ branch }) => branchInHand(ground, scope, branch))
      .map(
        (one): ShellBranch => ({
          ...{ id: one.branch, name: one.name },
          node: nodeOfBranch(city.levels, one.branch, today)?.id ?? null,
        }),
      ),
  };
}

/** The city that one belongs to, or the first one in hand; else the uppermost unit. */
function rankingOf({ city: { levels }, today }: ShellParts, scope: NodeId | null) {
  const line = scope === null ? [] : lineOf(levels, scope, today);
  const all = Object.values(levels.nodes).filter(({ id }) => nodeOn(levels, id, today));
  const found = nearest(line, 'city') ?? all.find(({ level }) => level === 'city');
  const top = line.at(-1) ?? all.find((node) => !node.parents.at(-1)?.is);
  const node = found ?? top;
  return node ? { id: node.id, name: node.name } : null;
}

/** A unit, then all below it. */
function nodesIn({ city: { levels }, today }: ShellParts, scope: NodeId | null): ShellNode[] {
  const nodes: ShellNode[] = [];
  const walk = (id: NodeId, depth: number, parent: NodeId | null) => {
    const node = nodeOn(levels, id, today);
    if (!node) return;
    nodes.push({ id, name: node.name, level: node.level, depth, parent });
    for (const child of childrenOf(levels, id, today)) walk(child.id, depth + 1, id);
  };
  if (scope !== null) walk(scope, 0, null);
  else
    for (const node of Object.values(levels.nodes))
      if (!node.parents.at(-1)?.is) walk(node.id, 0, null);
  return nodes;
}
