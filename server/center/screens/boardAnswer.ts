import { type ComplaintRow, complaintBoard } from '../../../shared/city/board/complaints.ts';
import { inspectionBoard } from '../../../shared/city/board/inspections.ts';
import {
  type BoardRow,
  type Known,
  rectificationBoard,
} from '../../../shared/city/board/rectifications.ts';
import { quarterOf } from '../../../shared/city/days.ts';
import type { FollowedRow, OrderRow } from '../../../shared/city/views/board.ts';
import type { BranchId, BusinessDate } from '../../../shared/ids.ts';
import { subjectOf } from '../../../shared/views/rectifications.ts';
import { branchInHand } from '../people/gate.ts';
import { namesOf } from '../people/vault.ts';
import type { Answers } from './answering.ts';

/** 督办: rectifications, complaints and inspections of all branches below a unit, worst first. */
export const boardAnswers: Pick<Answers, 'board'> = {
  async board(asked, { scope }, { room, books, branches, ground, now, vault }) {
    const on = ground();
    const ids = (await branches())
      .filter(({ endedAt }) => endedAt === null)
      .map(({ branch }) => branch as BranchId)
      .filter((branch) => branchInHand(on, asked.node, branch) && branchInHand(on, scope, branch));
    const known: Known[] = [];
    for (const branch of ids) {
      const held = await books.lobby(branch);
      if (held) known.push({ branch, lobby: held.lobby });
    }
    const today = on.today as BusinessDate;
    const { quarter = quarterOf(today) } = asked;
    const inspections = inspectionBoard(room.state, ids, { quarter, today });
    return {
      rectifications: rectificationBoard(known, today).map(followedIn(known)),
      complaints: complaintBoard(known, now()).map(ordered),
      quarter,
      inspections,
      people: await namesOf(
        vault,
        inspections.map(({ inspector }) => inspector),
      ),
    };
  },
};

const followedIn = (known: readonly Known[]) => {
  const lobbies = new Map(known.map(({ branch, lobby }) => [branch, lobby]));
  return ({ one, ...row }: BoardRow): FollowedRow => {
    const { ref: _, ...source } = one.source;
    const lobby = lobbies.get(row.branch);
    return {
      ...{ ...row, source, subject: lobby ? subjectOf(lobby, one.source) : null },
      ...{ id: one.id, track: one.track, line: one.line, due: one.due, rolled: one.rolled },
    };
  };
};

const ordered = ({ branch, order, level, left, late }: ComplaintRow): OrderRow => ({
  ...{ branch, level, left, late, id: order.id, channel: order.channel, cause: order.cause },
  ...{ due: order.due, isOver: order.end !== null, isSent: order.sent !== null },
});
