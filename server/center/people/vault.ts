import type { PersonId } from '../../../shared/city/ids.ts';

/** What is kept of a person beside the ledger: it can be erased, and what was done stays. */
export interface Secret {
  readonly name: string | null;
  /** argon2id; null: this person cannot sign in. */
  readonly password: string | null;
}

/** A browser where somebody is signed in; kept by the digest of its token. */
export interface Session {
  readonly person: PersonId;
  /** Wall time until which it is good, ms. */
  readonly until: number;
}

/** A code that lets somebody choose a password, or become the first administrator. */
export interface Pass {
  /** null: the first administrator. */
  readonly person: PersonId | null;
  readonly until: number;
  /** Put beside a running center by its console: the ledger does not say yet that it was given. */
  readonly fromConsole?: true;
}

/**
 * Names, passwords, sessions and codes, outside the ledger. All servers of one center share it; each
 * method takes effect whole, or rejects and has not.
 */
export interface Vault {
  secretOf(person: PersonId): Promise<Secret | null>;
  names(): Promise<ReadonlyMap<PersonId, string>>;
  keep(person: PersonId, secret: Secret): Promise<void>;
  /** Name, password, sessions and codes of a person. */
  erase(person: PersonId): Promise<void>;
  session(digest: string): Promise<Session | null>;
  /** Those that ran out by `now` go with it. */
  open(digest: string, session: Session, now: number): Promise<void>;
  close(digest: string): Promise<void>;
  /** Ends all sessions of a person. */
  closeAll(person: PersonId): Promise<void>;
  /** A person has one code at a time. */
  givePass(digest: string, pass: Pass): Promise<void>;
  /** What a code lets in, once: two who come with it at once are told apart here. */
  usePass(digest: string, now: number): Promise<Pass | null>;
}

/** What they are called, of these alone: whoever looks learns no other names. */
export async function namesOf(
  vault: Pick<Vault, 'names'>,
  ids: readonly (PersonId | null)[],
): Promise<Record<PersonId, string>> {
  const shown = new Set(ids);
  return Object.fromEntries([...(await vault.names())].filter(([person]) => shown.has(person)));
}
