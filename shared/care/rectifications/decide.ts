import { addDays, isRealDate } from '../../calendar.ts';
import { type BusinessDate, practiceIdOf, type StaffId } from '../../ids.ts';
import { rectificationRules } from '../../rectifying.ts';
import { accept, type Refusal, type Result, refuse, unreachable } from '../../result.ts';
import type { VisitRefusal } from '../../visit/refusals.ts';
import type { CareContext } from '../context.ts';
import { alertOf, type Care } from '../state.ts';
import type { RectificationCommand, RectificationCommandOf } from './commands.ts';
import type { RectificationFact } from './facts.ts';
import { type Finding, findingOfAlert, findingOfRating, openFor, standsOpen } from './open.ts';
import { isOpen, type Rectification, rectificationOf } from './state.ts';

export type RectificationRefusal =
  | 'practice.unknown'
  | 'rectification.alreadyOpen'
  | 'rectification.closed'
  | 'rectification.dueWrong'
  | 'rectification.notBack'
  | 'rectification.notClosed'
  | 'rectification.notPlanned'
  | 'rectification.ownWork'
  | 'rectification.ownerLeft'
  | 'rectification.ownerUnknown'
  | 'rectification.sourceUnknown'
  | 'rectification.unknown';

type Decision = Result<readonly RectificationFact[], Refusal<RectificationRefusal | VisitRefusal>>;
const no = (code: RectificationRefusal, details?: Refusal['details']) => refuse(code, details);

export function decideRectification(
  care: Care,
  c: RectificationCommand,
  ctx: CareContext,
): Decision {
  const date = ctx.visit.day?.date;
  if (!date) return refuse('day.closed');
  switch (c.type) {
    case 'rectification.open':
      return open(care, c, ctx, date);
    case 'practice.post':
      return post(care, c, ctx, date);
    case 'practice.withdraw': {
      const known = care.rectifications.practices.some((p) => p.id === c.practice);
      if (!known) return no('practice.unknown');
      const { at } = ctx;
      return accept([{ type: 'practice.withdrawn', at, practice: c.practice, ...signed(ctx) }]);
    }
    case 'rectification.plan':
    case 'rectification.close':
    case 'rectification.reopen': {
      const one = rectificationOf(care.rectifications, c.rectification);
      if (!one) return no('rectification.unknown');
      if (c.type === 'rectification.reopen') return reopen(one, c, ctx, date);
      if (!isOpen(one)) return no('rectification.closed');
      return c.type === 'rectification.plan' ? plan(one, c, ctx, date) : close(one, c, ctx);
    }
    default:
      return unreachable(c);
  }
}

const signed = ({ person }: CareContext) => (person ? { by: person } : {});

/** Who has left, or was never there, can put nothing right. */
function cannotOwn(owner: StaffId, { standing }: CareContext) {
  const stands = standing(owner);
  if (stands === 'left') return no('rectification.ownerLeft', { who: owner });
  return stands === 'unknown' ? no('rectification.ownerUnknown', { who: owner }) : null;
}

const LONGEST = 366;

const isDate = (due: BusinessDate, today: BusinessDate) =>
  isRealDate(due) && due >= today && due <= addDays(today, LONGEST);

function open(
  care: Care,
  c: RectificationCommandOf<'rectification.open'>,
  ctx: CareContext,
  today: BusinessDate,
): Decision {
  const { owner, due, track } = c;
  const found = findingOf(care, c, ctx);
  if (!found) return no('rectification.sourceUnknown');
  const wrong = owner && cannotOwn(owner, ctx);
  if (wrong) return wrong;
  if (due && !isDate(due, today)) return no('rectification.dueWrong');
  const finding: Finding = {
    ...found,
    ...(track && { track }),
    ...(due && { due }),
    ...{ owner: owner ?? null, by: ctx.person },
  };
  const before = standsOpen(care.rectifications, finding);
  if (before) return no('rectification.alreadyOpen', { which: before.id });
  return accept(openFor(care.rectifications, ctx.visit, [finding], ctx.at));
}

function findingOf(
  care: Care,
  { source }: RectificationCommandOf<'rectification.open'>,
  { visit }: CareContext,
): Finding | null {
  if (source.from === 'hand')
    return { source: { from: 'hand', ref: null, about: 'other', what: source.what } };
  if (source.from === 'rating') return findingOfRating(visit, source.ticket);
  const alert = alertOf(care, source.alert);
  return alert ? findingOfAlert(alert) : null;
}

function plan(
  one: Rectification,
  c: RectificationCommandOf<'rectification.plan'>,
  ctx: CareContext,
  today: BusinessDate,
): Decision {
  const wrong = cannotOwn(c.owner, ctx);
  if (wrong) return wrong;
  // What is overdue stays so: a date that was set before may stand.
  if (c.due !== one.due && !isDate(c.due, today)) return no('rectification.dueWrong');
  const { owner, due, cause, action, note } = c;
  return accept([
    {
      ...{ type: 'rectification.planned', at: ctx.at, rectification: one.id },
      ...{ owner, due, cause, action, ...(note && { note }), ...signed(ctx) },
    },
  ]);
}

/** 销号: planned, back at its line for as long as the branch asks, owned by somebody who is there. */
function close(
  one: Rectification,
  c: RectificationCommandOf<'rectification.close'>,
  ctx: CareContext,
): Decision {
  if (!one.plan || !one.owner) return no('rectification.notPlanned');
  const wrong = cannotOwn(one.owner, ctx);
  if (wrong) return wrong;
  const { backDays } = rectificationRules(ctx.visit.settings);
  if (one.line !== null && one.back < backDays)
    return no('rectification.notBack', { days: backDays - one.back });
  // Where no figure speaks, it takes somebody else's word.
  if (one.line === null && one.owner === ctx.person) return no('rectification.ownWork');
  const { at } = ctx;
  const { evidence } = c;
  return accept([
    { type: 'rectification.closed', at, rectification: one.id, evidence, ...signed(ctx) },
  ]);
}

function reopen(
  one: Rectification,
  c: RectificationCommandOf<'rectification.reopen'>,
  ctx: CareContext,
  today: BusinessDate,
): Decision {
  if (isOpen(one)) return no('rectification.notClosed');
  const due = addDays(today, rectificationRules(ctx.visit.settings).dueDays);
  const { at } = ctx;
  return accept([
    {
      ...{ type: 'rectification.reopened', at, rectification: one.id },
      ...{ why: c.why, due, ...signed(ctx) },
    },
  ]);
}

function post(
  care: Care,
  c: RectificationCommandOf<'practice.post'>,
  ctx: CareContext,
  today: BusinessDate,
): Decision {
  const { title, text, rectification } = c;
  if (rectification && !rectificationOf(care.rectifications, rectification))
    return no('rectification.unknown');
  const practice = practiceIdOf(today, care.rectifications.posted + 1);
  return accept([
    {
      ...{ type: 'practice.posted', at: ctx.at, practice, title, text },
      ...{ ...(rectification && { rectification }), ...signed(ctx) },
    },
  ]);
}
