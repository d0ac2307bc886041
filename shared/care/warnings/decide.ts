import { careRulesOf } from '../../careRules.ts';
import { type TicketId, type WarningId, warningIdOf } from '../../ids.ts';
import { accept, type Refusal, type Result, refuse } from '../../result.ts';
import { ticketOf } from '../../visit/state.ts';
import type { CareContext } from '../context.ts';
import type { AlertFact, CareFact } from '../facts.ts';
import { looksLikeIdentity } from '../identity.ts';
import type { Care } from '../state.ts';
import type { WarningCommand } from './commands.ts';
import type { WarningFact } from './facts.ts';
import { warningOf } from './state.ts';

export type WarningRefusal =
  | 'day.closed'
  | 'service.unknown'
  | 'text.identity'
  | 'ticket.unknown'
  | 'warning.over'
  | 'warning.taken'
  | 'warning.unknown';

type Decision = Result<readonly (WarningFact | AlertFact)[], Refusal<WarningRefusal>>;
const no = (code: WarningRefusal, details?: Refusal['details']) => refuse(code, details);

export function decideWarnings(care: Care, c: WarningCommand, ctx: CareContext): Decision {
  if ('note' in c && c.note && looksLikeIdentity(c.note))
    return no('text.identity', { at: 'note' });
  if (c.type === 'warning.raise') return raise(care, c, ctx);
  const { at, person } = ctx;
  const warning = warningOf(care.warnings, c.warning);
  if (!warning) return no('warning.unknown');
  if (warning.end) return no('warning.over');
  const stamp = { at, warning: warning.id, ...(person && { by: person }) };
  if (c.type === 'warning.take') {
    if (warning.taken) return no('warning.taken');
    return accept([{ type: 'warning.taken', ...stamp }]);
  }
  const { action, note } = c;
  const done = { action, ...(note && { note }) };
  return accept([{ type: 'warning.closed', ...stamp, ...done }, ...alertDone(care, c, ctx)]);
}

type Raise = Extract<WarningCommand, { type: 'warning.raise' }>;

function raise({ warnings }: Care, c: Raise, { at, visit, person }: CareContext): Decision {
  const { note, ticket, service } = c;
  if (!visit.day) return no('day.closed');
  if (ticket && !ticketOf(visit, ticket as TicketId)) return no('ticket.unknown');
  if (service && !visit.settings.services.some((s) => s.id === service))
    return no('service.unknown');
  return accept([
    {
      ...{ type: 'warning.raised', at, from: 'hand', note },
      warning: warningIdOf(visit.day.date, warnings.raised + 1),
      until: at + careRulesOf(visit.settings).warningMinutes * 60_000,
      ...(ticket && { ticket }),
      ...(service && { service }),
      ...(person && { by: person }),
    },
  ]);
}

/** A dissatisfied customer's alert is an event: dealt with here, it is dealt with there. */
function alertDone(
  care: Care,
  c: Extract<WarningCommand, { type: 'warning.close' }>,
  { at, person }: CareContext,
): AlertFact[] {
  const id = warningOf(care.warnings, c.warning)?.alert;
  const alert = care.alerts.find((a) => a.id === id);
  if (alert?.kind !== 'dissatisfied' || alert.handled || alert.clearedAt !== null) return [];
  const stamp = { at, alert: alert.id, ...(person && { by: person }) };
  const done = { cause: 'other', action: c.action, ...(c.note && { note: c.note }) } as const;
  return [
    ...(alert.acknowledgedAt === null ? [{ type: 'alert.acknowledged', ...stamp } as const] : []),
    { type: 'alert.handled', ...stamp, ...done },
    { type: 'alert.cleared', at, alert: alert.id },
  ];
}

/** The early warning a complaint came of ends with it; one that is over already is the wrong one. */
export function turned(
  care: Care,
  id: WarningId | undefined,
  facts: readonly CareFact[],
  { at, person }: CareContext,
): Decision {
  const opened = facts.find((fact) => fact.type === 'complaint.opened');
  if (!id || !opened) return accept([]);
  const warning = warningOf(care.warnings, id);
  if (!warning) return no('warning.unknown');
  if (warning.end) return no('warning.over');
  const stamp = { at, warning: id, ...(person && { by: person }) };
  return accept([{ type: 'warning.turned', ...stamp, complaint: opened.complaint }]);
}

/**
 * What alerts mean for early warnings, in the same line of the ledger: a dissatisfied customer and a
 * wait past red open one; what was taken back, or handled as an alert, needs none any more.
 */
export function warningsOf(
  care: Care,
  facts: readonly { readonly type: string }[],
  { at, visit }: Pick<CareContext, 'at' | 'visit'>,
): WarningFact[] {
  const rules = careRulesOf(visit.settings);
  const date = visit.day?.date;
  let n = care.warnings.raised;
  if (!date) return [];
  const raised = ({ alert }: AlertFact, more: Origin): WarningFact => ({
    ...{ type: 'warning.raised', at, alert, ...more },
    warning: warningIdOf(date, ++n),
    until: at + rules.warningMinutes * 60_000,
  });
  return facts.filter(isOfAlert).flatMap((fact): WarningFact[] => {
    const known = care.warnings.all.find((w) => w.alert === fact.alert && !w.end);
    switch (fact.type) {
      case 'alert.raised':
        if (fact.kind === 'dissatisfied' && rules.warnOfRatings)
          return [raised(fact, { from: 'rating', ticket: fact.subject as TicketId })];
        if (fact.kind !== 'wait' || fact.level !== 'red' || !rules.warnOfWaits) return [];
        return [raised(fact, { from: 'wait', class: fact.subject })];
      case 'alert.rose': {
        const alert = care.alerts.find((a) => a.id === fact.alert);
        if (alert?.kind !== 'wait' || fact.level !== 'red' || known || !rules.warnOfWaits)
          return [];
        return [raised(fact, { from: 'wait', class: alert.subject })];
      }
      case 'alert.handled': {
        const { action, note, by } = fact;
        const more = { action, ...(note && { note }), ...(by && { by }) };
        return known ? [{ type: 'warning.closed', at, warning: known.id, ...more }] : [];
      }
      case 'alert.cleared': {
        const handled = facts.some(
          (f) => isOfAlert(f) && f.type === 'alert.handled' && f.alert === fact.alert,
        );
        return known?.from === 'rating' && !handled
          ? [{ type: 'warning.dropped', at, warning: known.id }]
          : [];
      }
      default:
        return [];
    }
  });
}

type Origin = { from: 'rating'; ticket: TicketId } | { from: 'wait'; class: string };

const isOfAlert = (fact: { readonly type: string }): fact is AlertFact =>
  fact.type.startsWith('alert.');
