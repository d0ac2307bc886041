import { dutiesOf } from '../../duties.ts';
import { type BusinessDate, type NoticeId, noticeIdOf, type StaffId } from '../../ids.ts';
import { accept, type Refusal, type Result, refuse, unreachable } from '../../result.ts';
import type { VisitRefusal } from '../../visit/refusals.ts';
import type { Visit } from '../../visit/state.ts';
import type { FloorContext } from '../context.ts';
import { BACK } from '../dates.ts';
import type { NoticeCommand, NoticeCommandOf, NoticeKind } from './commands.ts';
import type { FromCenter, NoticeFact } from './facts.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A notice on the branch's board, and who has read it. */
export interface Notice {
  readonly id: NoticeId;
  readonly kind: NoticeKind;
  readonly title: string;
  readonly lines: readonly string[];
  readonly tag: string | null;
  readonly at: number;
  readonly by: StaffId | null;
  readonly escalated: { readonly from: NoticeKind; readonly times: number } | null;
  readonly read: readonly { readonly person: StaffId; readonly at: number }[];
  /** null: the branch's own. */
  readonly from: FromCenter | null;
  /** 撤回 by the center: it was sent in error, and is not read any more. */
  readonly withdrawn: { readonly at: number; readonly why: string } | null;
}

export interface Notices {
  /** Of the last two months, oldest first. */
  readonly list: readonly Notice[];
  readonly today: number;
}

export const initialNotices: Notices = { list: [], today: 0 };

export function evolveNotices({ list, today }: Notices, fact: NoticeFact): Notices {
  switch (fact.type) {
    case 'notice.posted': {
      return { list: [...list, posted(fact)], today: today + 1 };
    }
    case 'notice.withdrawn': {
      const { at, why } = fact;
      if (why === undefined) return { list: list.filter((n) => n.id !== fact.notice), today };
      const taken = (n: Notice) => ({ ...n, withdrawn: { at, why } });
      return { list: list.map((n) => (n.id === fact.notice ? taken(n) : n)), today };
    }
    case 'notice.read': {
      const { person, at } = fact;
      const mark = (n: Notice) => ({ ...n, read: [...n.read, { person, at }] });
      return { list: list.map((n) => (n.id === fact.notice ? mark(n) : n)), today };
    }
    default:
      return unreachable(fact);
  }
}

function posted(fact: Extract<NoticeFact, { type: 'notice.posted' }>): Notice {
  const { notice: id, at, kind, title, lines, tag = null, by, escalated = null } = fact;
  const { sent, number, file, figures } = fact;
  const from = sent && {
    sent,
    ...{ ...(number && { number }), ...(file && { file }), ...(figures && { figures }) },
  };
  const body = { id, at, kind, title, lines, tag, by, escalated };
  return { ...body, read: [], from: from ?? null, withdrawn: null };
}

export const newDayForNotices = ({ list }: Notices, at: number): Notices => ({
  list: list.filter((n) => n.at >= at - BACK * DAY),
  today: 0,
});

/** What somebody has still to read, newest first. Nobody has to read what they posted. */
export const unreadBy = ({ list }: Notices, person: StaffId): Notice[] =>
  list
    .filter((n) => !n.withdrawn && (n.by !== person || n.from))
    .filter((n) => !n.read.some((r) => r.person === person))
    .reverse();

export type NoticeRefusal =
  | 'notice.alreadyRead'
  | 'notice.fromAbove'
  | 'notice.nobody'
  | 'notice.unknown';

type Decision = Result<readonly NoticeFact[], Refusal<NoticeRefusal | VisitRefusal>>;
const no = (code: NoticeRefusal) => refuse(code);

export function decideNotices(
  notices: Notices,
  visit: Visit,
  c: NoticeCommand,
  { at, person }: FloorContext,
): Decision {
  const today = visit.day?.date;
  if (!today) return refuse('day.closed');
  if (c.type === 'notice.post') return post(notices, visit, c, { at, person, today });
  const known = notices.list.find((n) => n.id === c.notice);
  if (!known) return no('notice.unknown');
  if (c.type === 'notice.withdraw' && known.from) return no('notice.fromAbove');
  if (c.type === 'notice.withdraw')
    return accept([{ type: 'notice.withdrawn', at, notice: known.id }]);
  if (person === null) return no('notice.nobody');
  if (known.read.some((r) => r.person === person)) return no('notice.alreadyRead');
  return accept([{ type: 'notice.read', at, notice: known.id, person }]);
}

interface Posting extends Pick<FloorContext, 'at' | 'person'> {
  readonly today: BusinessDate;
}

/** 频繁出现的问题升级为警示: the next notice about a problem that was posted often enough. */
function post(
  { list, today: n }: Notices,
  { settings }: Visit,
  { type: _, ...c }: NoticeCommandOf<'notice.post'>,
  { at, person: by, today }: Posting,
): Decision {
  const { times, days } = dutiesOf(settings).repeats;
  const before = list.filter((p) => c.tag && p.tag === c.tag && p.at >= at - days * DAY).length;
  const rises = c.kind !== 'warning' && before >= times;
  const notice = noticeIdOf(today, n + 1);
  const posted: NoticeFact = {
    ...{ type: 'notice.posted', at, notice, ...c, by },
    ...(rises && { kind: 'warning', escalated: { from: c.kind, times: before + 1 } }),
  };
  return accept([posted]);
}
