import type { BranchNowPage, OpenAlert } from '../../../shared/city/views/branchNow.ts';
import { activeMembers } from '../../../shared/devices/state.ts';
import type { Lobby } from '../../../shared/lobby.ts';
import { cardOf } from '../../../shared/views/alerts.ts';
import { cityNo } from '../no.ts';
import type { BranchStand } from '../stands.ts';
import type { Answers } from './answering.ts';
import { heardOf } from './liveRow.ts';

/** A branch as it was last heard of. Names of its people and devices stay with it. */
export const branchNowAnswers: Pick<Answers, 'branch.now'> = {
  async 'branch.now'({ branch }, _asker, { books, branches, now }) {
    const stand = (await branches()).find((one) => one.branch === branch);
    if (!stand) return cityNo('door.unknown');
    const held = await books.lobby(branch);
    const link = linkOf(stand, held?.lobby.down.n ?? 0, now());
    if (!held) return { ...nothing, link };
    const { visit, devices } = held.lobby;
    const { services, branch: own } = visit.settings;
    return {
      ...{ timeZone: own.timeZone, offset: visit.offset, link, alerts: alertsOf(held.lobby) },
      staff: activeMembers(devices).map(({ id, post }) => ({ id, post })),
      services: services.map(({ id, name }) => ({ id, name })),
    };
  },
};

/** Of a branch that nothing was received of yet. */
const nothing = { timeZone: 'UTC', offset: 0, alerts: [], staff: [], services: [] };

/** @param entered how many items its ledger holds */
function linkOf(stand: BranchStand, entered: number, at: number): BranchNowPage['link'] {
  const { epoch, head, down } = stand;
  const witnessed = head.seq > 0 ? head : null;
  const due = Math.max(0, down.due - entered);
  return { ...heardOf(stand, at), epoch, witnessed, due, untaken: down.refused?.code ?? null };
}

const RANK = { red: 0, orange: 1, yellow: 2 };
const nameless = { names: new Map<never, string>() };

const alertsOf = (lobby: Lobby): OpenAlert[] =>
  lobby.care.alerts
    .filter(({ clearedAt }) => clearedAt === null)
    .map((alert): OpenAlert => {
      const { id, kind, subject, name, level, figure, thing, raisedAt, acknowledged } = cardOf(
        lobby,
        alert,
        nameless,
      );
      const handled = alert.handled !== null;
      return { id, kind, subject, name, level, figure, thing, raisedAt, acknowledged, handled };
    })
    .sort((a, b) => RANK[a.level] - RANK[b.level] || a.raisedAt - b.raisedAt);
