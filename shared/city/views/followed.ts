import type { LateHours } from '../../floor/notices/facts.ts';
import type { BranchId, SendingId } from '../../ids.ts';
import type { Received } from '../board/readers.ts';
import type { practicesOf, RollRow } from '../board/rectifications.ts';
import type { SignsRow } from '../board/signs.ts';
import type { PersonId } from '../ids.ts';
import type { Sending } from '../sent/state.ts';

/** A month of what is followed: how rectifications rolled, good practice, signs of gaming by branch. */
export interface FollowedMonth {
  readonly rolls: readonly RollRow[];
  readonly practices: ReturnType<typeof practicesOf>;
  readonly signs: readonly SignsRow[];
}

/** A branch over its line in a month, as a prompt to it is proposed. */
export interface Proposed {
  readonly branch: BranchId;
  readonly figures: LateHours;
  /** Prompts about this month that it was sent already, and that were not taken back. */
  readonly sent: readonly SendingId[];
}

/** What was sent down, the newest first. */
export interface SentPage {
  readonly sendings: readonly SentOver[];
  /** Names of the city's own people. */
  readonly people: Readonly<Record<PersonId, string>>;
}

/** One of them, and how it stands at the branches asked about. */
export interface SentOver {
  readonly sending: Omit<Sending, 'to'>;
  readonly received: readonly Received[];
}
