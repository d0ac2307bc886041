import { accept, type Refusal, type Result, refuse, unreachable } from '../../result.ts';
import type { CityContext } from '../context.ts';
import type { NodeId, PersonId } from '../ids.ts';
import type { Levels } from '../levels/state.ts';
import { isUnder, lineOf, nodeOn } from '../levels/tree.ts';
import type { PeopleCommand, PeopleCommandOf } from './commands.ts';
import type { PeopleFact } from './facts.ts';
import { activeAccount, chiefs, type People } from './state.ts';

export type PeopleRefusal =
  | 'account.exists'
  /** There is an administrator already: nobody is founded twice. */
  | 'account.founded'
  | 'account.lastAdministrator'
  | 'account.nodeUnknown'
  /** Outside of the node that whoever asks has in hand. */
  | 'account.notYours'
  | 'account.unknown';

/** Who asks, and from when on the tree counts; without a person it is the center itself. */
export type PeopleContext = Pick<CityContext, 'at' | 'today' | 'person' | 'scope'>;

interface Ground extends PeopleContext {
  readonly levels: Levels;
}

type Decision = Result<readonly PeopleFact[], Refusal<PeopleRefusal>>;
const no = (code: PeopleRefusal) => refuse(code);

export function decidePeople(
  people: People,
  c: PeopleCommand,
  asked: PeopleContext,
  levels: Levels,
): Decision {
  const ctx: Ground = { ...asked, levels };
  const { at, person: by } = ctx;
  const { person } = c;
  if (c.type === 'account.found') return found(people, c, at);
  if (c.type === 'account.add') return add(people, c, ctx);
  const account = activeAccount(people, person);
  // Of whoever has left, too, the name can be erased.
  if (!account && !(c.type === 'account.erase' && people.accounts[person]))
    return no('account.unknown');
  const isTheirs = OWN.includes(c.type) || isInHand(people.accounts[person]?.node ?? null, ctx);
  if (!isTheirs) return no('account.notYours');
  switch (c.type) {
    case 'account.signIn':
      return accept([{ type: 'account.signedIn', at, person }]);
    case 'account.signOut':
      return accept([{ type: 'account.signedOut', at, person }]);
    case 'account.setPassword':
      return accept([{ type: 'account.passwordSet', at, person }]);
    case 'account.invite':
      return accept([{ type: 'account.invited', at, person, by }]);
    case 'account.erase':
      return accept([{ type: 'account.erased', at, person, by }]);
    case 'account.close':
      if (isLastChief(people, person)) return no('account.lastAdministrator');
      return accept([{ type: 'account.closed', at, person, by }]);
    case 'account.change':
      return change(people, c, ctx);
    default:
      return unreachable(c);
  }
}

/** What the center says for whoever has just shown a password or a code. */
const OWN: readonly PeopleCommand['type'][] = [
  ...(['account.signIn', 'account.signOut', 'account.setPassword'] as const),
];

/** Who comes first has the whole city in hand. Whoever founds it has shown the console's code. */
function found(people: People, { person }: PeopleCommandOf<'account.found'>, at: number): Decision {
  if (chiefs(people).length > 0) return no('account.founded');
  const place = { role: 'administrator', node: null, by: null } as const;
  return accept([{ type: 'account.added', at, person, ...place }]);
}

function add(people: People, c: PeopleCommandOf<'account.add'>, ctx: Ground): Decision {
  if (activeAccount(people, c.person)) return no('account.exists');
  const { person, role, node } = c;
  return (
    misplaced(node, ctx) ??
    accept([{ type: 'account.added', at: ctx.at, person, role, node, by: ctx.person }])
  );
}

function change(people: People, c: PeopleCommandOf<'account.change'>, ctx: Ground) {
  const { person, role, node } = c;
  const isChief = role === 'administrator' && node === null;
  if (!isChief && isLastChief(people, person)) return no('account.lastAdministrator');
  return (
    misplaced(node, ctx) ??
    accept([{ type: 'account.changed', at: ctx.at, person, role, node, by: ctx.person } as const])
  );
}

function misplaced(node: NodeId | null, ctx: Ground) {
  if (node !== null && !nodeOn(ctx.levels, node, ctx.today)) return no('account.nodeUnknown');
  return isInHand(node, ctx) ? null : no('account.notYours');
}

/** Nobody lets others see more than they see themselves. */
const isInHand = (node: NodeId | null, { scope, levels, today }: Ground) =>
  scope === null || (node !== null && isUnder(lineOf(levels, node, today), scope));

function isLastChief(people: People, person: PersonId): boolean {
  const all = chiefs(people);
  return all.length === 1 && all[0]?.person === person;
}
