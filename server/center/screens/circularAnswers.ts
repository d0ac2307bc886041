import { receivedBy } from '../../../shared/city/board/readers.ts';
import type { Circular } from '../../../shared/city/circulars/state.ts';
import type { City } from '../../../shared/city/city.ts';
import { timesInBottom } from '../../../shared/city/months/preview.ts';
import type { Sending } from '../../../shared/city/sent/state.ts';
import type { CircularRow } from '../../../shared/city/views/circulars.ts';
import type { BranchId } from '../../../shared/ids.ts';
import type { Lobby } from '../../../shared/lobby.ts';
import { circularDocument } from '../../../shared/reports/circular/document.ts';
import { circularLines } from '../../../shared/reports/circular/lines.ts';
import {
  type CircularSource,
  circularSource,
  numberOf,
} from '../../../shared/reports/circular/source.ts';
import { groupTexts } from '../../../shared/reports/circular/texts.ts';
import { rowsOf } from '../../../shared/visit/table.ts';
import type { Books } from '../books/books.ts';
import { branchInHand } from '../people/gate.ts';
import type { Answers } from './answering.ts';

/** 通报: issued from closed months, with texts for the group and who has read them. */
export const circularAnswers: Pick<Answers, 'circulars'> = {
  async circulars({ node }, { scope }, { room, books, ground }) {
    const city = room.state;
    const all = Object.values(city.circulars)
      .filter((one) => one.node === node)
      .sort((a, b) => b.at - a.at);
    const rows = await Promise.all(all.map((one) => rowOf(city, books, one)));
    const isTheirs = (branch: BranchId) => branchInHand(ground(), scope, branch);
    return {
      circulars: rows.flatMap((row) =>
        row ? [{ ...row, received: row.received.filter(({ branch }) => isTheirs(branch)) }] : [],
      ),
    };
  },
};

async function rowOf(city: City, books: Books, circular: Circular): Promise<CircularRow | null> {
  const source = circularSource(city, circular.id);
  if (!source) return null;
  const sending = sendingOf(city, source);
  const lobbies = new Map<BranchId, Lobby | null>();
  for (const branch of sending?.to ?? [])
    lobbies.set(branch, (await books.lobby(branch))?.lobby ?? null);
  const lobbyOf = (branch: BranchId) => lobbies.get(branch) ?? null;
  const received = sending ? receivedBy(sending, lobbyOf, city.sent) : [];
  const { month, node } = source.closing;
  const times = (branch: string) => {
    const isLast = source.branches.some((one) => one.branch === branch && one.group === 'bottom');
    return timesInBottom(city.months, node, month, branch) + (isLast ? 1 : 0);
  };
  return {
    ...{ ...circular, month, sending: sending?.id ?? null },
    number: { zh: numberOf(circular, 'zh'), en: numberOf(circular, 'en') },
    texts: { zh: groupTexts(source, times, 'zh'), en: groupTexts(source, times, 'en') },
    lines: circularLines(circularDocument(source, 'zh')),
    received: received.map(({ branch, arrived, refused, read, unread }) => ({
      ...{ branch, arrived, refused },
      ...{ read: read.length, unread: unread?.length ?? null },
    })),
    branches: source.branches.map(({ branch }) => branch),
  };
}

/** By its number, which no two circulars share. */
function sendingOf(city: City, { circular }: CircularSource): Sending | null {
  const number = numberOf(circular, 'zh');
  const is = ({ body, withdrawn }: Sending) =>
    body.kind === 'notice' && body.number === number && withdrawn === null;
  return [...rowsOf(city.sent.sendings)].findLast(is) ?? null;
}
