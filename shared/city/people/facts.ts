import type { Role } from '../context.ts';
import type { NodeId, PersonId } from '../ids.ts';

interface Whose {
  /** The center's time, ms. */
  readonly at: number;
  readonly person: PersonId;
}
interface Placed extends Whose {
  readonly role: Role;
  /** null: the whole tree. */
  readonly node: NodeId | null;
  /** Who gave it; null: the center's own console. */
  readonly by: PersonId | null;
}

/** Accounts by their numbers; names and passwords stand outside the ledger, and can be erased. */
export type PeopleFact =
  | ({ readonly type: 'account.added' } & Placed)
  | ({ readonly type: 'account.changed' } & Placed)
  | ({ readonly type: 'account.closed'; readonly by: PersonId | null } & Whose)
  /** Was given a code, once, to choose a password with. */
  | ({ readonly type: 'account.invited'; readonly by: PersonId | null } & Whose)
  | ({ readonly type: 'account.passwordSet' } & Whose)
  | ({ readonly type: 'account.signedIn' } & Whose)
  | ({ readonly type: 'account.signedOut' } & Whose)
  | ({ readonly type: 'account.erased'; readonly by: PersonId | null } & Whose);
