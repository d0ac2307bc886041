import type { CenterRefusal } from '../../center.ts';
import type { BranchId } from '../../ids.ts';
import type { Text } from '../../settings.ts';
import type { TicketClass } from '../../visit/ticket.ts';
import type { NodeId } from '../ids.ts';

/** 全市: every branch below a node as the center last heard of it, worst first. */
export interface LiveView {
  readonly rows: readonly LiveRow[];
  /** Rows that found no place, the calmest ones. */
  readonly more: number;
  readonly sums: LiveSums;
}

export interface LiveSums {
  readonly branches: number;
  readonly open: number;
  readonly waiting: number;
  /** Branches with somebody past the orange line. */
  readonly over: number;
  readonly silent: number;
  readonly alarms: number;
}

export interface LiveRow {
  readonly branch: BranchId;
  /** As the branch calls itself; before it has said so, as it was enrolled. */
  readonly name: Text;
  readonly node: NodeId | null;
  /** null: nothing was received of it yet. */
  readonly lobby: LiveLobby | null;
  /** The center's time, ms: when the branch was last heard of; null: never. */
  readonly heardAt: number | null;
  /** It was to be heard of every minute, and is not. */
  readonly silent: boolean;
  readonly alarms: readonly LiveAlarm[];
}

/** The lobby at the branch's own time `at`: nothing in it runs on by itself. */
export interface LiveLobby {
  readonly at: number;
  readonly doors: 'open' | 'shut' | 'closed';
  /** Whoever waits, the one nearest to the end of the line first; no more than fit on a line. */
  readonly waits: readonly LiveWait[];
  readonly waiting: number;
  readonly counters: { readonly open: number; readonly paused: number; readonly all: number };
  /** Alerts that nobody has handled. */
  readonly alerts: number;
  /** Today's, so far. */
  readonly issued: number;
}

export interface LiveWait {
  readonly seconds: number;
  readonly class: TicketClass;
  /** How far it has come along its class's line, 0…1, and past which of them. */
  readonly place: number;
  readonly reach: 'within' | 'yellow' | 'orange' | 'red';
}

/** What somebody has to look into; it does not go away by itself. */
export type LiveAlarm =
  | { readonly is: 'refused'; readonly code: CenterRefusal; readonly at: number }
  /** The branch's own sums of some days are not what its facts say. */
  | { readonly is: 'sums'; readonly days: number; readonly last: string }
  /** An entry that no sense could be made of. */
  | { readonly is: 'broken'; readonly seq: number }
  /** Milliseconds by which its clock is ahead of the center's. */
  | { readonly is: 'clock'; readonly offset: number };
