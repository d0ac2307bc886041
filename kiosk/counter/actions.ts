import type { LobbyCommand } from '../../shared/lobby.ts';
import type { CounterView } from '../../shared/views/counter.ts';
import type { Mark } from '../../shared/views/parts.ts';

/** What is less often needed beside the big button, each in its fixed place. */
export type ActionName =
  | 'again'
  | 'missed'
  | 'transfer'
  | 'hold'
  | 'invite'
  | 'pause'
  | 'walkIn'
  | 'first'
  | 'call'
  | 'close';

/** Actions that ask for a choice first. */
export type ChooserName = 'transfer' | 'pause' | 'walkIn' | 'first';

export interface Action {
  readonly name: ActionName;
  readonly key: string | null;
  /** null: not possible now. */
  readonly does: LobbyCommand | ChooserName | null;
  /** Seconds until it is possible, where nothing else is missing. */
  readonly inSeconds: number;
}

/** 特殊关爱: only an ordinary ticket that waits can be let first. */
export const mayGoFirst = (mark: Mark) => mark.class === 'ordinary';

/** All ten, possible or not: a button that moves is a button one misses. */
export function actionsOf(view: CounterView, now: number): Action[] {
  const { id: counter, situation, present } = view;
  const called = present?.doing === 'called';
  const serving = present?.doing === 'serving';
  const free = situation.is === 'open' && !present;
  const often = called && present.times >= view.missedFromCalls;
  const left = called ? Math.max(0, Math.ceil((view.recallFrom - now) / 1000)) : 0;
  const action = (name: ActionName, key: string | null, does: Action['does'], inSeconds = 0) => ({
    ...{ name, key, does, inSeconds },
  });
  return [
    action('again', 'R', called && left === 0 ? { type: 'call.again', counter } : null, left),
    action('missed', 'M', often ? { type: 'ticket.missed', counter } : null),
    action('transfer', 'T', serving ? 'transfer' : null),
    action('hold', 'H', present ? { type: 'ticket.hold', ticket: present.ticket } : null),
    action('invite', 'E', view.canInvite ? { type: 'rating.invite', counter } : null),
    action('pause', 'P', free ? 'pause' : null),
    action('walkIn', 'W', free ? 'walkIn' : null),
    action('first', 'F', view.line.some(mayGoFirst) ? 'first' : null),
    action('call', 'L', view.asked.help ? null : { type: 'help.call', counter }),
    action(
      'close',
      'X',
      situation.is !== 'closed' && !present ? { type: 'counter.close', counter } : null,
    ),
  ];
}
