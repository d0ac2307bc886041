import { accept, type Refusal, type Result, refuse } from '../result.ts';
import type { AlertCommand } from './commands.ts';
import type { CareContext } from './context.ts';
import type { AlertFact } from './facts.ts';
import { alertOf, type Care, eventful } from './state.ts';

export type AlertRefusal =
  | 'alert.unknown'
  | 'alert.alreadyAcknowledged'
  | 'alert.alreadyHandled'
  | 'alert.cleared';

type Decision = Result<readonly AlertFact[], Refusal<AlertRefusal>>;
const no = (code: AlertRefusal) => refuse(code);

export function decideAlert(care: Care, c: AlertCommand, { at, person }: CareContext): Decision {
  const signed = person ? { by: person } : {};
  const alert = alertOf(care, c.alert);
  if (!alert) return no('alert.unknown');
  if (alert.handled) return no('alert.alreadyHandled');
  if (c.type === 'alert.acknowledge') {
    if (alert.clearedAt !== null) return no('alert.cleared');
    if (alert.acknowledgedAt !== null) return no('alert.alreadyAcknowledged');
    return accept([{ type: 'alert.acknowledged', at, alert: alert.id, ...signed }]);
  }
  const { cause, action, note } = c;
  const handled = { type: 'alert.handled', at, alert: alert.id, cause, action, ...signed } as const;
  return accept([
    ...(alert.acknowledgedAt === null && alert.clearedAt === null
      ? [{ type: 'alert.acknowledged', at, alert: alert.id, ...signed } as const]
      : []),
    note ? { ...handled, note } : handled,
    // What is an event, not a figure, cannot come back by itself: handling it ends it.
    ...(eventful(alert.kind) && alert.clearedAt === null
      ? [{ type: 'alert.cleared', at, alert: alert.id } as const]
      : []),
  ]);
}
