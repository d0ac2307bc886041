import type { Refusal, Result } from '../result.ts';
import type { VisitRefusal } from '../visit/refusals.ts';
import type { AlertCommand, CareCommand } from './commands.ts';
import type { CareContext } from './context.ts';
import { type AlertRefusal, decideAlert } from './decideAlert.ts';
import type { CareFact } from './facts.ts';
import { decideRectification, type RectificationRefusal } from './rectifications/decide.ts';
import type { Care } from './state.ts';

export type CareRefusal = AlertRefusal | RectificationRefusal;

type Decision = Result<readonly CareFact[], Refusal<CareRefusal | VisitRefusal>>;

export function decideCare(care: Care, c: CareCommand, ctx: CareContext): Decision {
  return isOfAlert(c) ? decideAlert(care, c, ctx) : decideRectification(care, c, ctx);
}

const isOfAlert = (c: CareCommand): c is AlertCommand => c.type.startsWith('alert.');
