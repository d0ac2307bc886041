import type { City, CityCommand } from '../../../shared/city/city.ts';
import type { ClosingId, NodeId, ProposalId } from '../../../shared/city/ids.ts';
import { isUnder, lineOf, lineOfBranch } from '../../../shared/city/levels/tree.ts';
import type { CityFile, CityQuestion } from '../../../shared/city/questions.ts';
import type { CityRequest } from '../../../shared/city/requests.ts';
import type { CityViewKey } from '../../../shared/city/views/views.ts';
import type { BranchId } from '../../../shared/ids.ts';
import { type CityRight, cityRights } from '../rights.ts';
import type { Asker } from './asker.ts';

export type TurnedAway = 'door.forbidden' | 'door.outside';

/** The city as it stands, and its date in its own time zone: what somebody has in hand follows from it. */
export interface Ground extends City {
  readonly today: string;
}

type Tree = Pick<Ground, 'levels' | 'today'>;

/** Whether a unit lies under what somebody has in hand; null: the whole tree. */
export function inHand({ levels, today }: Tree, scope: NodeId | null, node: NodeId | null) {
  if (scope === null) return true;
  return node !== null && isUnder(lineOf(levels, node, today), scope);
}

/** A branch that stands nowhere in the tree is seen only by those who see all. */
export const branchInHand = ({ levels, today }: Tree, scope: NodeId | null, branch: BranchId) =>
  scope === null || isUnder(lineOfBranch(levels, branch, today), scope);

/** Which units and branches something is about, by whatever it names. */
interface About {
  readonly type?: string;
  readonly node?: NodeId | null | undefined;
  /** Above it, from now on. */
  readonly parent?: NodeId | null | undefined;
  readonly branch?: BranchId | undefined;
  readonly branches?: readonly BranchId[] | undefined;
  readonly closing?: ClosingId | undefined;
  readonly proposal?: ProposalId | undefined;
}

/**
 * The one place that says who may do what at a center, from the one table of rights, within the unit
 * that each has in hand; null is yes. Asked for everything, on whatever way it came.
 */
export const cityGate = {
  /** A circular is for everybody whose branches it tells of, and for those above. */
  file: (asker: Asker, { circular }: CityFile, on: Ground): TurnedAway | null => {
    const node = on.circulars[circular]?.node;
    const isFor = node === undefined || inHand(on, asker.scope, node);
    const isOf =
      asker.scope !== null &&
      node !== undefined &&
      isUnder(lineOf(on.levels, asker.scope, on.today), node);
    return isFor || isOf ? may(asker, cityRights.files.circular) : 'door.outside';
  },
  command: (asker: Asker, c: CityCommand, on: Ground) =>
    may(asker, cityRights.commands[c.type]) ?? within(asker, c as About, on),
  request: (asker: Asker, r: CityRequest, on: Ground) =>
    may(asker, cityRights.requests[r.type]) ?? withinRequest(asker, r, on),
  view: (asker: Asker, key: CityViewKey, on: Ground) =>
    may(asker, cityRights.views[key.name]) ?? within(asker, key, on),
  question: (asker: Asker, q: CityQuestion, on: Ground) =>
    may(asker, cityRights.questions[q.type]) ??
    (isAbove(asker, q, on) ? null : within(asker, q as About, on)),
};

const may = ({ role }: Asker, right: CityRight): TurnedAway | null =>
  right.includes(role) ? null : 'door.forbidden';

/** What is not there is for the rules to refuse. */
function within({ scope }: Asker, about: About, on: Ground): TurnedAway | null {
  const { closings, proposals } = on.months;
  const node = about.node ?? (about.closing && closings[about.closing]?.node);
  const branch = about.branch ?? (about.proposal && proposals[about.proposal]?.branch);
  // A unit that is opened stands nowhere yet: it is where it will stand that has to be theirs.
  const nodes = about.type === 'node.open' ? [about.parent ?? null] : [node, about.parent];
  if (nodes.some((one) => one !== undefined && !inHand(on, scope, one))) return 'door.outside';
  const branches = [branch, ...(about.branches ?? [])];
  if (branches.some((one) => one && !branchInHand(on, scope, one))) return 'door.outside';
  return null;
}

/** One's own places are among all of the unit that was ranked: of that month one sees one's own rows. */
const isAbove = ({ scope }: Asker, q: CityQuestion, { levels, today }: Tree) =>
  (q.type === 'month' || q.type === 'circulars') &&
  scope !== null &&
  isUnder(lineOf(levels, scope, today), q.node);

/** A branch that is enrolled now stands nowhere yet: that takes somebody who sees all. */
function withinRequest({ scope }: Asker, r: CityRequest, on: Ground): TurnedAway | null {
  if (r.type === 'branch.enrol') return scope === null ? null : 'door.outside';
  if ('branch' in r) return branchInHand(on, scope, r.branch) ? null : 'door.outside';
  if (!('person' in r)) return null;
  return inHand(on, scope, on.people.accounts[r.person]?.node ?? null) ? null : 'door.outside';
}
