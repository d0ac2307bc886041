import { type ComplaintRow, complaintBoard } from '../../../shared/city/board/complaints.ts';
import { type InspectionRow, inspectionBoard } from '../../../shared/city/board/inspections.ts';
import { isOverLine, lateHours } from '../../../shared/city/board/late.ts';
import { type Received, receivedBy } from '../../../shared/city/board/readers.ts';
import {
  type BoardRow,
  type Known,
  practicesOf,
  type RollRow,
  rectificationBoard,
  rollOf,
} from '../../../shared/city/board/rectifications.ts';
import { type SignsRow, signsBoard } from '../../../shared/city/board/signs.ts';
import type { City } from '../../../shared/city/city.ts';
import { type Sending, sendingOf } from '../../../shared/city/sent/state.ts';
import type { LateHours } from '../../../shared/floor/notices/facts.ts';
import type { BranchId, BusinessDate, MonthName, SendingId } from '../../../shared/ids.ts';
import type { Lobby } from '../../../shared/lobby.ts';
import { newestOf } from '../../../shared/visit/table.ts';
import type { Books } from '../books/books.ts';

/** What the city's boards are made of; `branches` are those that whoever asks has in hand. */
export interface BoardParts {
  readonly books: Pick<Books, 'lobby' | 'month'>;
  readonly city: City;
  readonly branches: readonly BranchId[];
  /** The center's time, ms, and its date. */
  readonly at: number;
  readonly today: BusinessDate;
}

/** Of which anything is held. */
async function known({ books, branches }: BoardParts): Promise<Known[]> {
  const all: Known[] = [];
  for (const branch of branches) {
    const now = await books.lobby(branch);
    if (now) all.push({ branch, lobby: now.lobby });
  }
  return all;
}

export interface RectificationsOver {
  readonly rows: readonly BoardRow[];
  readonly rolls: readonly RollRow[];
  readonly practices: ReturnType<typeof practicesOf>;
}

/** 整改 over all branches, and how a month of it rolled. */
export async function rectificationsOver(
  parts: BoardParts,
  month: MonthName,
): Promise<RectificationsOver> {
  const all = await known(parts);
  const rows = rectificationBoard(all, parts.today);
  return { rows, rolls: rollOf(rows, month), practices: practicesOf(all) };
}

export const complaintsOver = async (parts: BoardParts): Promise<ComplaintRow[]> =>
  complaintBoard(await known(parts), parts.at);

/** A quarter's inspections 季度检查: planned, made, overdue. */
export const inspectionsOver = (parts: BoardParts, quarter: string): InspectionRow[] =>
  inspectionBoard(parts.city, parts.branches, { quarter, today: parts.today });

/** 异常迹象 by branch. */
export async function signsOver(parts: BoardParts, month: MonthName): Promise<SignsRow[]> {
  const rows = await parts.books.month(month);
  return signsBoard(new Map([...rows].filter(([branch]) => parts.branches.includes(branch))));
}

/** A branch over its line, as a prompt to it is proposed. */
export interface Proposed {
  readonly branch: BranchId;
  readonly figures: LateHours;
  /** Prompts about this month that it was sent already, and that were not taken back. */
  readonly sent: readonly SendingId[];
}

/** Those over their line in a month, the worst first. */
export async function promptsFor(parts: BoardParts, month: MonthName): Promise<Proposed[]> {
  const rows = await parts.books.month(month);
  return parts.branches
    .flatMap((branch) => {
      const figures = lateHours(month, rows.get(branch) ?? []);
      if (!figures || !isOverLine(figures)) return [];
      return [{ branch, figures, sent: promptedOf(parts.city, branch, month) }];
    })
    .sort((a, b) => b.figures.late / b.figures.n - a.figures.late / a.figures.n);
}

const promptedOf = ({ sent }: City, branch: BranchId, month: MonthName): SendingId[] =>
  (sent.roads[branch]?.ids ?? []).filter((id) => {
    const one = sendingOf(sent, id);
    return one?.body.kind === 'notice' && one.body.figures?.month === month && !one.withdrawn;
  });

/** What was sent down, newest first, and how it stands with those asked about. */
export interface SentOver {
  readonly sending: Sending;
  readonly received: readonly Received[];
}

/** @param most so many of the newest that went to any of these branches */
export async function sentOver(parts: BoardParts, most: number): Promise<SentOver[]> {
  const lobbies = new Map((await known(parts)).map(({ branch, lobby }) => [branch, lobby]));
  const mine = new Set(parts.branches);
  const all: SentOver[] = [];
  for (const sending of newestOf(parts.city.sent.sendings)) {
    if (all.length >= most) break;
    const own = sending.to.filter((branch) => mine.has(branch));
    if (own.length > 0)
      all.push({ sending, received: receivedOf({ ...sending, to: own }, lobbies) });
  }
  return all;
}

const receivedOf = (sending: Sending, lobbies: ReadonlyMap<BranchId, Lobby>) =>
  receivedBy(sending, (branch) => lobbies.get(branch) ?? null);
