import type { LateHours } from '../floor/notices/facts.ts';
import type { BranchId, BusinessDate } from '../ids.ts';
import type { NodeId, PersonId } from './ids.ts';
import type { Gathered } from './months/figures.ts';

/** Who may do what in the city; the table of rights is the server's. */
export const ROLES = ['administrator', 'operations', 'leader', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** Who asks. Without a person it is the center itself. */
export interface Actor {
  readonly person: PersonId | null;
  readonly role: Role | null;
  /** A leader's 支行负责人 unit; null: all of them. */
  readonly scope: NodeId | null;
}

/** What a decision is made on beside the state: time and whatever the ledgers say come in with it. */
export interface CityContext extends Actor {
  readonly at: number;
  /** In the city's own time zone. */
  readonly today: BusinessDate;
  /** Each branch's own late hours, for a prompt that goes by them. */
  readonly late?: ReadonlyMap<BranchId, LateHours>;
  /** What the branches' ledgers say, for the commands that freeze it. */
  readonly gathered?: Gathered | null;
}
