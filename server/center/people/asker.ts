import type { Role } from '../../../shared/city/context.ts';
import type { NodeId, PersonId } from '../../../shared/city/ids.ts';
import { activeAccount, type People } from '../../../shared/city/people/state.ts';
import { digestOf, newToken } from '../../devices/secrets.ts';
import type { Vault } from './vault.ts';

/** Who asks, as the city's ledger has it at this moment. */
export interface Asker {
  readonly person: PersonId;
  readonly role: Role;
  /** null: the whole tree. */
  readonly scope: NodeId | null;
}

/** Milliseconds a session is good for: a working day, and no night. */
const GOOD = 14 * 3_600_000;

export interface SessionsParts {
  readonly vault: Vault;
  /** Wall time, ms. */
  readonly wall: () => number;
  readonly people: () => People;
}

/** Who is signed in where. What they may is asked of the table of rights, each time anew. */
export class Sessions {
  readonly #parts: SessionsParts;

  constructor(parts: SessionsParts) {
    this.#parts = parts;
  }

  /** A token for the browser of whoever just showed a password; only its digest is kept. */
  async open(person: PersonId): Promise<string> {
    const token = newToken();
    const now = this.#parts.wall();
    await this.#parts.vault.open(digestOf(token), { person, until: now + GOOD }, now);
    return token;
  }

  close = (token: string) => this.#parts.vault.close(digestOf(token));

  /** null: no session, one that ran out, or of somebody who may not come in any more. */
  async askerOf(token: string | null): Promise<Asker | null> {
    const session = token ? await this.#parts.vault.session(digestOf(token)) : null;
    if (!session || session.until <= this.#parts.wall()) return null;
    const account = activeAccount(this.#parts.people(), session.person);
    return account ? { person: account.person, role: account.role, scope: account.node } : null;
  }
}
