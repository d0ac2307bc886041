import { accept, type Refusal, type Result } from '../result.ts';
import type { VisitRefusal } from '../visit/refusals.ts';
import type { AlertCommand, CareCommand } from './commands.ts';
import type { ComplaintCommand } from './complaints/commands.ts';
import { type ComplaintRefusal, decideComplaints } from './complaints/decide.ts';
import type { CareContext } from './context.ts';
import { type AlertRefusal, decideAlert } from './decideAlert.ts';
import type { CareFact } from './facts.ts';
import type { Care } from './state.ts';
import type { WarningCommand } from './warnings/commands.ts';
import { decideWarnings, turned, type WarningRefusal, warningsOf } from './warnings/decide.ts';

export type CareRefusal = AlertRefusal | ComplaintRefusal | WarningRefusal;

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
  return c.type.startsWith('alert.')
    ? accept([...facts, ...warningsOf(care, facts, ctx)])
    : decided;
}

function decideRoom(care: Care, c: CareCommand, ctx: CareContext): Decision {
  if (isOf<ComplaintCommand>(c, 'complaint')) return decideComplaints(care.complaints, c, ctx);
  if (isOf<WarningCommand>(c, 'warning')) return decideWarnings(care, c, ctx);
  return decideAlert(care, c as AlertCommand, ctx);
}

const isOf = <C extends CareCommand>(c: CareCommand, kind: string): c is C =>
  c.type.startsWith(`${kind}.`);
