import { unreachable } from '../../result.ts';
import type { Role } from '../context.ts';
import type { NodeId, PersonId } from '../ids.ts';
import type { PeopleFact } from './facts.ts';

export interface Account {
  readonly person: PersonId;
  readonly role: Role;
  readonly node: NodeId | null;
  readonly addedAt: number;
  readonly closedAt: number | null;
  /** When a code was given out last, and when the last password was chosen. */
  readonly invitedAt: number | null;
  readonly passwordAt: number | null;
  readonly signedInAt: number | null;
}

export interface People {
  readonly accounts: Readonly<Record<PersonId, Account>>;
}

export const nobody: People = { accounts: {} };

export function activeAccount({ accounts }: People, person: PersonId): Account | undefined {
  const account = accounts[person];
  return account?.closedAt === null ? account : undefined;
}

export const activeAccounts = ({ accounts }: People): Account[] =>
  Object.values(accounts).filter(({ closedAt }) => closedAt === null);

/** Whoever has the whole city in hand: without one, nobody could let anybody in. */
export const chiefs = (people: People): Account[] =>
  activeAccounts(people).filter(({ role, node }) => role === 'administrator' && node === null);

export function evolvePeople(people: People, fact: PeopleFact): People {
  const { at, person } = fact;
  const known = people.accounts[person];
  const put = (account: Account): People => ({
    accounts: { ...people.accounts, [person]: account },
  });
  const change = (what: Partial<Account>) => (known ? put({ ...known, ...what }) : people);
  switch (fact.type) {
    case 'account.added':
      return put({ ...newcomer, person, role: fact.role, node: fact.node, addedAt: at });
    case 'account.changed':
      return change({ role: fact.role, node: fact.node });
    case 'account.closed':
      return change({ closedAt: at });
    case 'account.invited':
      return change({ invitedAt: at });
    case 'account.passwordSet':
      return change({ passwordAt: at });
    case 'account.signedIn':
      return change({ signedInAt: at });
    // That it was done is for the ledger to know.
    case 'account.signedOut':
    case 'account.erased':
      return people;
    default:
      return unreachable(fact);
  }
}

const newcomer = { closedAt: null, invitedAt: null, passwordAt: null, signedInAt: null };
