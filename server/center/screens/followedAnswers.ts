import { isOverLine, lateHours } from '../../../shared/city/board/late.ts';
import { receivedBy } from '../../../shared/city/board/readers.ts';
import {
  type Known,
  practicesOf,
  rectificationBoard,
  rollOf,
} from '../../../shared/city/board/rectifications.ts';
import { signsBoard } from '../../../shared/city/board/signs.ts';
import type { NodeId } from '../../../shared/city/ids.ts';
import { roadOf, type SentRoom, sendingOf } from '../../../shared/city/sent/state.ts';
import type { SentOver } from '../../../shared/city/views/followed.ts';
import type { BranchId, BusinessDate, SendingId } from '../../../shared/ids.ts';
import { newestOf } from '../../../shared/visit/table.ts';
import type { Asker } from '../people/asker.ts';
import { branchInHand } from '../people/gate.ts';
import { namesOf } from '../people/vault.ts';
import type { AnsweringParts, Answers } from './answering.ts';

/** So many of the newest things sent are shown. */
const MANY = 100;

/** What the city follows beside its board: by month, what to prompt, and what came of what was sent. */
export const followedAnswers: Pick<Answers, 'followed' | 'prompts' | 'sent'> = {
  async followed({ month, node }, asker, parts) {
    const ids = await inHandOf(node, asker, parts);
    const known = await knownOf(ids, parts);
    const rows = rectificationBoard(known, parts.ground().today as BusinessDate);
    const days = [...(await parts.books.month(month))].filter(([id]) => ids.includes(id));
    return {
      rolls: rollOf(rows, month),
      practices: practicesOf(known),
      signs: signsBoard(new Map(days)),
    };
  },
  /** Those over their line, the worst first. */
  async prompts({ month, node }, asker, parts) {
    const days = await parts.books.month(month);
    return (await inHandOf(node, asker, parts))
      .flatMap((branch) => {
        const figures = lateHours(month, days.get(branch) ?? []);
        if (!figures || !isOverLine(figures)) return [];
        return [{ branch, figures, sent: promptedOf(parts.room.state.sent, branch, month) }];
      })
      .sort((a, b) => b.figures.late / b.figures.n - a.figures.late / a.figures.n);
  },
  /** The newest first. */
  async sent({ node }, asker, parts) {
    const ids = new Set(await inHandOf(node, asker, parts));
    const known = new Map(
      (await knownOf([...ids], parts)).map(({ branch, lobby }) => [branch, lobby]),
    );
    const all: SentOver[] = [];
    for (const { to, ...sending } of newestOf(parts.room.state.sent.sendings)) {
      if (all.length >= MANY) break;
      const own = to.filter((branch) => ids.has(branch));
      if (own.length === 0) continue;
      const lobbyOf = (id: BranchId) => known.get(id) ?? null;
      const received = receivedBy({ ...sending, to: own }, lobbyOf, parts.room.state.sent);
      all.push({ sending, received });
    }
    const senders = all.map(({ sending }) => sending.by);
    const people = await namesOf(parts.vault, senders);
    return { sendings: all, people };
  },
};

async function inHandOf(
  node: NodeId,
  { scope }: Asker,
  { branches, ground }: AnsweringParts,
): Promise<BranchId[]> {
  const on = ground();
  return (await branches())
    .filter(({ endedAt }) => endedAt === null)
    .map(({ branch }) => branch as BranchId)
    .filter((branch) => branchInHand(on, node, branch) && branchInHand(on, scope, branch));
}

async function knownOf(ids: readonly BranchId[], { books }: AnsweringParts): Promise<Known[]> {
  const known: Known[] = [];
  for (const branch of ids) {
    const held = await books.lobby(branch);
    if (held) known.push({ branch, lobby: held.lobby });
  }
  return known;
}

const promptedOf = (sent: SentRoom, branch: BranchId, month: string): SendingId[] =>
  roadOf(sent, branch).ids.filter((id) => {
    const one = sendingOf(sent, id);
    return one?.body.kind === 'notice' && one.body.figures?.month === month && !one.withdrawn;
  });
