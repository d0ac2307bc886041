import type { Track } from '../care/rectifications/commands.ts';
import type { Source } from '../care/rectifications/facts.ts';
import type { Practice, Rectification, Tracked } from '../care/rectifications/state.ts';
import type { BusinessDate, RectificationId, StaffId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import { rectificationRules } from '../rectifying.ts';
import type { Text } from '../settings.ts';
import type { Outside } from './devices.ts';
import { type Person, peopleOf } from './meetings.ts';
import { type Branch, branchPart } from './parts.ts';

/** The board 整改看板: what is put right, by whom, until when, and good practice beside it. */
export interface RectificationsView {
  readonly branch: Branch;
  /** Open ones, overdue first, then by date; then the closed ones, newest first. */
  readonly all: readonly RectificationCard[];
  readonly practices: readonly Practice[];
  /** Who can own one. */
  readonly people: readonly Person[];
  readonly backDays: number;
  readonly dueDays: number;
}

/** Not yet planned; under way; may be closed now; closed. */
export type Stage = 'open' | 'planned' | 'ready' | 'closed';

export interface RectificationCard {
  readonly id: RectificationId;
  readonly stage: Stage;
  readonly source: Source;
  /** The subject's name in the settings, where it has one. */
  readonly subject: Text | null;
  readonly track: Track;
  readonly line: number | null;
  readonly openedAt: number;
  readonly owner: StaffId | null;
  /** The owner works here no more: it has to be given to somebody else. */
  readonly ownerLeft: boolean;
  readonly due: BusinessDate;
  readonly overdue: boolean;
  readonly putOff: number;
  readonly plan: Rectification['plan'];
  readonly tracked: readonly Tracked[];
  readonly back: number;
  readonly rolled: number;
  /** Months it has been open, the first included. */
  readonly months: number;
  readonly reopened: number;
  readonly closed: Rectification['closed'];
}

export function rectificationsView(lobby: Lobby, outside: Outside): RectificationsView {
  const { visit, care } = lobby;
  const { backDays, dueDays } = rectificationRules(visit.settings);
  const cards = care.rectifications.all.map((one) => cardOf(lobby, one));
  const open = cards.filter((c) => c.stage !== 'closed').sort(byUrgency);
  const closed = cards.filter((c) => c.closed).sort((a, b) => closedAt(b) - closedAt(a));
  return {
    branch: branchPart(visit),
    all: [...open, ...closed],
    practices: care.rectifications.practices.toReversed(),
    people: peopleOf(lobby, outside),
    ...{ backDays, dueDays },
  };
}

const closedAt = (card: RectificationCard) => card.closed?.at ?? 0;

const byUrgency = (a: RectificationCard, b: RectificationCard) =>
  Number(b.overdue) - Number(a.overdue) || a.due.localeCompare(b.due) || a.openedAt - b.openedAt;

function cardOf(lobby: Lobby, one: Rectification): RectificationCard {
  const { visit, devices } = lobby;
  const today = visit.day?.date ?? one.due;
  const { source, owner, closed } = one;
  const { firstDue: _, ...told } = one;
  return {
    ...told,
    stage: stageOf(one, rectificationRules(visit.settings).backDays),
    subject: subjectOf(lobby, source),
    ownerLeft: owner !== null && devices.staff[owner]?.leftAt != null,
    overdue: closed === null && one.due < today,
    months: one.rolled + 1,
  };
}

export function stageOf({ closed, plan, line, back }: Rectification, backDays: number): Stage {
  if (closed) return 'closed';
  if (!plan) return 'open';
  return line === null || back >= backDays ? 'ready' : 'planned';
}

/** The name that the settings have for what it is about; null where they have none. */
export function subjectOf({ visit }: Pick<Lobby, 'visit'>, { subject }: Source): Text | null {
  const { services, counters, printers = [] } = visit.settings;
  const named = [...services, ...counters].find((s) => s.id === subject)?.name;
  const printer = printers.find((p) => p.id === subject)?.name;
  return named ?? (printer ? { zh: printer, en: printer } : null);
}

/** How many wait for somebody: not planned, overdue, or ready to be closed. */
export function rectificationsWaiting({ care, visit }: Lobby): number {
  const { backDays } = rectificationRules(visit.settings);
  const today = visit.day?.date ?? '';
  return care.rectifications.all.filter((one) => {
    const stage = stageOf(one, backDays);
    return stage === 'open' || stage === 'ready' || (stage === 'planned' && one.due < today);
  }).length;
}
