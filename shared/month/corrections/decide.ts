import { addDays } from '../../calendar.ts';
import { looksLikeIdentity } from '../../care/identity.ts';
import { careRulesOf } from '../../careRules.ts';
import { correctionIdOf, type StaffId } from '../../ids.ts';
import { accept, type Refusal, type Result, refuse } from '../../result.ts';
import { ticketOf, type Visit } from '../../visit/state.ts';
import type { CorrectionCommand, CorrectionCommandOf } from './commands.ts';
import type { CorrectionFact } from './facts.ts';
import { figureOf } from './figure.ts';
import {
  CORRECTABLE_DAYS,
  type Correction,
  type Corrections,
  correctionOf,
  expiresAt,
  figureNow,
} from './state.ts';

export type CorrectionRefusal =
  | 'correction.concerned'
  | 'correction.moved'
  | 'correction.needsPerson'
  | 'correction.often'
  | 'correction.outOfRange'
  | 'correction.over'
  | 'correction.pending'
  | 'correction.same'
  | 'correction.samePerson'
  | 'correction.tooOld'
  | 'correction.unknown'
  | 'day.closed'
  | 'text.identity';

type Decision = Result<readonly CorrectionFact[], Refusal<CorrectionRefusal>>;
const no = (code: CorrectionRefusal, details?: Refusal['details']) => refuse(code, details);

export interface CorrectionContext {
  readonly at: number;
  readonly visit: Visit;
  readonly person: StaffId | null;
}

/** No wait and no service is longer than this, milliseconds. */
const LONGEST = 12 * 3_600_000;

/** Two people, a reason, both figures: nothing about a figure changes silently. */
export function decideCorrections(
  now: Corrections,
  c: CorrectionCommand,
  ctx: CorrectionContext,
): Decision {
  const { person } = ctx;
  if (!person) return no('correction.needsPerson');
  if ('note' in c && looksLikeIdentity(c.note)) return no('text.identity', { at: 'note' });
  if (c.type === 'correction.propose') return propose(now, c, { ...ctx, person });
  const one = correctionOf(now, c.correction);
  if (!one) return no('correction.unknown');
  if (one.end || ctx.at > expiresAt(one, ctx.visit.settings)) return no('correction.over');
  if (person === one.by) return no('correction.samePerson');
  if (one.concerned.includes(person)) return no('correction.concerned');
  const stamp = { at: ctx.at, correction: one.id, by: person };
  if (c.type === 'correction.reject')
    return accept([{ type: 'correction.rejected', ...stamp, note: c.note }]);
  return confirm(one, ctx.visit, stamp);
}

type Signed = CorrectionContext & { readonly person: StaffId };

function propose(
  now: Corrections,
  { type: _, ...c }: CorrectionCommandOf<'correction.propose'>,
  { at, visit, person }: Signed,
): Decision {
  const day = visit.day;
  if (!day) return no('day.closed');
  const { correctionsEach } = careRulesOf(visit.settings);
  if (c.date < addDays(day.date, -CORRECTABLE_DAYS))
    return no('correction.tooOld', { days: CORRECTABLE_DAYS });
  const before = now.all.filter(({ ticket }) => ticket === c.ticket);
  if (before.some(({ what, end }) => what === c.what && !end)) return no('correction.pending');
  const counted = before.filter(({ end }) => end?.is === 'confirmed' || !end);
  if (counted.length >= correctionsEach) return no('correction.often', { most: correctionsEach });
  const from = figureNow(now, c.ticket, c.what, c.from);
  // What was taken out of every mean stays out: there is no figure left to put another in its place.
  if (from === null) return no('correction.same');
  if (c.to !== null && c.to > LONGEST)
    return no('correction.outOfRange', { hours: LONGEST / 3_600_000 });
  if (c.to === from) return no('correction.same');
  const correction = correctionIdOf(day.date, now.proposed + 1);
  return accept([
    { type: 'correction.proposed', at, correction, by: person, ...c, from, ledger: c.from },
  ]);
}

/** A ticket of today may have gone on since: what is confirmed is what was proposed, or nothing. */
function confirm(
  one: Correction,
  visit: Visit,
  stamp: { at: number; correction: Correction['id']; by: StaffId },
): Decision {
  if (!visit.day) return no('day.closed');
  const ticket = one.date === visit.day.date ? ticketOf(visit, one.ticket) : undefined;
  if (ticket && figureOf(ticket, one.what) !== one.ledger) return no('correction.moved');
  return accept([{ type: 'correction.confirmed', ...stamp, date: visit.day.date }]);
}

/** 7 days without an answer: as if it had not been proposed, but said. */
export const expired = (
  { all }: Corrections,
  { at, visit }: Pick<CorrectionContext, 'at' | 'visit'>,
): CorrectionFact[] =>
  all
    .filter((one) => !one.end && at > expiresAt(one, visit.settings))
    .map(({ id }) => ({ type: 'correction.expired', at, correction: id }));
