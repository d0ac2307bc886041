import type { Alert } from '../care/state.ts';
import type { Lobby } from '../lobby.ts';
import { type AlertCard, cardOf, type Names } from './alerts.ts';
import { type Branch, branchPart } from './parts.ts';

/** The day's alerts, newest first, each with its life. */
export interface AlertBookView {
  readonly branch: Branch;
  readonly alerts: readonly AlertEntry[];
}

export interface AlertEntry {
  readonly card: AlertCard;
  readonly acknowledgedAt: number | null;
  readonly handled: Alert['handled'];
}

/** A day's alerts are some dozens; a day on which everything is wrong shows its last ones. */
const MOST = 100;

export const alertBookView = (lobby: Lobby, names: Names): AlertBookView => ({
  branch: branchPart(lobby.visit),
  alerts: lobby.care.alerts
    .slice(-MOST)
    .reverse()
    .map((alert) => ({
      card: { ...cardOf(lobby, alert, names), advice: null },
      acknowledgedAt: alert.acknowledgedAt,
      handled: alert.handled,
    })),
});
