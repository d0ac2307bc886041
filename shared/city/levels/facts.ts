import type { BranchId, BusinessDate } from '../../ids.ts';
import type { Text } from '../../settings.ts';
import type { NodeId, PersonId } from '../ids.ts';
import type { Level } from './state.ts';

type On<T extends string, Body> = {
  readonly type: T;
  readonly at: number;
  readonly by: PersonId;
  readonly node: NodeId;
} & Readonly<Body>;

export type LevelsFact =
  | On<'node.opened', { level: Level; name: Text; parent: NodeId | null; from: BusinessDate }>
  | On<'node.renamed', { name: Text }>
  | On<'node.moved', { parent: NodeId; from: BusinessDate }>
  | On<'node.closed', { to: BusinessDate }>
  | On<'branch.bound', { branch: BranchId; from: BusinessDate }>;
