import type { AlertKind, AlertLevel } from '../../care/facts.ts';
import type { Post } from '../../devices/roles.ts';
import type { AlertId, ServiceId, StaffId } from '../../ids.ts';
import type { Text } from '../../settings.ts';

/** A branch at this moment, as far as the center has heard. Its people are numbers here. */
export interface BranchNowPage {
  readonly timeZone: string;
  /** Wall time − hub time, ms. */
  readonly offset: number;
  /** Not cleared, the worst first. */
  readonly alerts: readonly OpenAlert[];
  readonly link: BranchLink;
  readonly staff: readonly { readonly id: StaffId; readonly post: Post }[];
  readonly services: readonly { readonly id: ServiceId; readonly name: Text }[];
}

export interface OpenAlert {
  readonly id: AlertId;
  readonly kind: AlertKind;
  readonly subject: string;
  /** The subject's name, where its settings have one; a number for a ticket. */
  readonly name: Text | null;
  readonly level: AlertLevel;
  /** Seconds for waits, a count otherwise; as it was said last. */
  readonly figure: number;
  readonly thing: 'kiosk' | 'display' | 'printer' | null;
  /** Hub time, ms. */
  readonly raisedAt: number;
  readonly acknowledged: boolean;
  readonly handled: boolean;
}

export interface BranchLink {
  /** The center's time, ms; null: never. */
  readonly heardAt: number | null;
  /** It was to be heard of every minute, and is not. */
  readonly silent: boolean;
  readonly epoch: number;
  /** Up to where its ledger is witnessed, with the branch's own time of that entry; null: nothing yet. */
  readonly witnessed: { readonly seq: number; readonly hash: string; readonly at: number } | null;
  /** Things sent down that it has not fetched yet, and the code of what it does not take. */
  readonly due: number;
  readonly untaken: string | null;
}
