import { accept, type Refusal, type Result } from '../result.ts';
import type { VisitRefusal } from '../visit/refusals.ts';
import type { AdviceCommand } from './advice/commands.ts';
import { type AdviceRefusal, decideAdvice } from './advice/decide.ts';
import type { AlertCommand, CareCommand } from './commands.ts';
import type { ComplaintCommand, ComplaintCommandOf } from './complaints/commands.ts';
import { decideComplaints } from './complaints/decide.ts';
import type { ComplaintRefusal } from './complaints/refusals.ts';
import { complaintOf } from './complaints/state.ts';
import type { CareContext } from './context.ts';
import { type AlertRefusal, decideAlert } from './decideAlert.ts';
import type { CareFact } from './facts.ts';
import type { RectificationCommand } from './rectifications/commands.ts';
import { decideRectification, type RectificationRefusal } from './rectifications/decide.ts';
import { openFor } from './rectifications/open.ts';
import type { Care } from './state.ts';
import type { WarningCommand } from './warnings/commands.ts';
import { decideWarnings, turned, type WarningRefusal, warningsOf } from './warnings/decide.ts';

export type CareRefusal =
  | AlertRefusal
  | RectificationRefusal
  | AdviceRefusal
  | ComplaintRefusal
  | WarningRefusal;

type Decision = Result<readonly CareFact[], Refusal<CareRefusal | VisitRefusal>>;

/** What was handled as an alert, or became a complaint, is an early warning no more. */
export function decideCare(care: Care, c: CareCommand, ctx: CareContext): Decision {
  const decided = decideRoom(care, c, ctx);
  if (!decided.ok) return decided;
  const { value: facts } = decided;
  if (c.type === 'complaint.open') {
    const became = turned(care, c.warning, facts, ctx);
    return became.ok ? accept([...facts, ...became.value]) : became;
  }
  if (c.type === 'complaint.close' && c.rectify)
    return accept([...facts, ...rectified(care, c, ctx)]);
  return isOf<AlertCommand>(c, 'alert')
    ? accept([...facts, ...warningsOf(care, facts, ctx)])
    : decided;
}

function decideRoom(care: Care, c: CareCommand, ctx: CareContext): Decision {
  if (isOf<ComplaintCommand>(c, 'complaint')) return decideComplaints(care.complaints, c, ctx);
  if (isOf<WarningCommand>(c, 'warning')) return decideWarnings(care, c, ctx);
  if (isOf<AdviceCommand>(c, 'advice')) return decideAdvice(care.advice, c, ctx);
  return isOf<AlertCommand>(c, 'alert')
    ? decideAlert(care, c, ctx)
    : decideRectification(care, c as RectificationCommand, ctx);
}

/** 溯源整改: what keeps a complaint from happening again is followed up like anything else. */
function rectified(
  care: Care,
  { complaint, root, action: what }: ComplaintCommandOf<'complaint.close'>,
  { at, person, visit }: CareContext,
): CareFact[] {
  const source = { from: 'complaint', ref: complaint, about: root, what } as const;
  const owner = complaintOf(care.complaints, complaint)?.owner ?? null;
  return openFor(care.rectifications, visit, [{ source, owner, by: person }], at);
}

const isOf = <C extends CareCommand>(c: CareCommand, kind: string): c is C =>
  c.type.startsWith(`${kind}.`);
