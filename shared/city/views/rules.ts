import type { MonthName } from '../../ids.ts';
import type { NodeId } from '../ids.ts';
import type { CityRules } from '../rules/commands.ts';
import type { InForce } from '../rules/state.ts';

/** 规则 of a unit: what counts in a month, and how it came to that. */
export interface RulesPage {
  readonly node: NodeId;
  readonly month: MonthName;
  readonly inForce: InForce;
  /** The last month closed for it or for any unit under it: a version begins later; null: none. */
  readonly closed: MonthName | null;
  /** Its own, the newest first. */
  readonly versions: readonly RulesVersion[];
}

export interface RulesVersion {
  readonly rules: CityRules;
  /** As results name it: `NAME.FINGERPRINT`. */
  readonly name: string;
  /** Branches that it was sent down to. */
  readonly sent: number;
}
