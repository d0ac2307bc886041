import type { Refusal, Result } from '../result.ts';
import type { VisitRefusal } from '../visit/refusals.ts';
import type { AdviceCommand } from './advice/commands.ts';
import { type AdviceRefusal, decideAdvice } from './advice/decide.ts';
import type { AlertCommand, CareCommand } from './commands.ts';
import type { CareContext } from './context.ts';
import { type AlertRefusal, decideAlert } from './decideAlert.ts';
import type { CareFact } from './facts.ts';
import { decideRectification, type RectificationRefusal } from './rectifications/decide.ts';
import type { Care } from './state.ts';

export type CareRefusal = AlertRefusal | RectificationRefusal | AdviceRefusal;

type Decision = Result<readonly CareFact[], Refusal<CareRefusal | VisitRefusal>>;

export function decideCare(care: Care, c: CareCommand, ctx: CareContext): Decision {
  if (isOfAdvice(c)) return decideAdvice(care.advice, c, ctx);
  return isOfAlert(c) ? decideAlert(care, c, ctx) : decideRectification(care, c, ctx);
}

const isOfAlert = (c: CareCommand): c is AlertCommand => c.type.startsWith('alert.');

const isOfAdvice = (c: CareCommand): c is AdviceCommand => c.type.startsWith('advice.');
