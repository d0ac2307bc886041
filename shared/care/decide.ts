import { accept, type Refusal, type Result, refuse } from '../result.ts';
import type { CareCommand } from './commands.ts';
import type { CareFact } from './facts.ts';
import { alertOf, type Care } from './state.ts';
import { eventful } from './watch.ts';

export type CareRefusal =
  | 'alert.unknown'
  | 'alert.alreadyAcknowledged'
  | 'alert.alreadyHandled'
  | 'alert.cleared';

type Decision = Result<readonly CareFact[], Refusal<CareRefusal>>;
const no = (code: CareRefusal) => refuse(code);

export function decideCare(care: Care, c: CareCommand, at: number): Decision {
  const alert = alertOf(care, c.alert);
  if (!alert) return no('alert.unknown');
  if (alert.handled) return no('alert.alreadyHandled');
  if (c.type === 'alert.acknowledge') {
    if (alert.clearedAt !== null) return no('alert.cleared');
    if (alert.acknowledgedAt !== null) return no('alert.alreadyAcknowledged');
    return accept([{ type: 'alert.acknowledged', at, alert: alert.id }]);
  }
  const { cause, action, note } = c;
  const handled = { type: 'alert.handled', at, alert: alert.id, cause, action } as const;
  return accept([
    ...(alert.acknowledgedAt === null && alert.clearedAt === null
      ? [{ type: 'alert.acknowledged', at, alert: alert.id } as const]
      : []),
    note ? { ...handled, note } : handled,
    // What is an event, not a figure, cannot come back by itself: handling it ends it.
    ...(eventful(alert.kind) && alert.clearedAt === null
      ? [{ type: 'alert.cleared', at, alert: alert.id } as const]
      : []),
  ]);
}
