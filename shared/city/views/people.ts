import type { Account } from '../people/state.ts';

/** Who may come in, for whoever lets them in. */
export interface PeoplePage {
  readonly accounts: readonly AccountRow[];
}

export interface AccountRow extends Account {
  /** Kept outside the ledger; null: never told, or erased. */
  readonly name: string | null;
}
