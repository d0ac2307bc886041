import type { DeviceId, PhotoId, StaffId } from '../ids.ts';
import { type Refusal, type Result, refuse } from '../result.ts';
import type { VisitFact } from './facts.ts';

/** Every reason a visit's command can be turned down; each has a sentence in the catalogues. */
export type VisitRefusal =
  | 'branch.closed'
  | 'branch.notOpenYet'
  | 'call.tooSoon'
  | 'care.already'
  | 'care.byHandOnly'
  | 'care.needsReason'
  | 'care.ordinaryOnly'
  | 'counter.alreadyOpen'
  | 'counter.busy'
  | 'counter.cannotServe'
  | 'counter.closed'
  | 'counter.nobodyCalled'
  | 'counter.notPaused'
  | 'counter.paused'
  | 'counter.unknown'
  | 'day.alreadyOpen'
  | 'day.closed'
  | 'lent.none'
  | 'lent.known'
  | 'lent.unknown'
  | 'meanwhile.notThen'
  | 'meanwhile.notWaiting'
  | 'missed.tooSoon'
  | 'queue.empty'
  | 'rating.alreadyGiven'
  | 'rating.alreadyInvited'
  | 'rating.declined'
  | 'rating.expired'
  | 'rating.notGiven'
  | 'rating.notOffered'
  | 'rating.notServed'
  | 'rating.nothingToInvite'
  | 'rating.onlyIfDissatisfied'
  | 'rating.tooLate'
  | 'rating.tooQuick'
  | 'rating.wrongOffer'
  | 'reason.unexpected'
  | 'recall.tooSoon'
  | 'replace.mismatch'
  | 'service.alreadyStarted'
  | 'service.notStarted'
  | 'service.unknown'
  | 'settings.inUse'
  | 'settings.letterUsed'
  | 'settings.nobodyServes'
  | 'ticket.comesBack'
  | 'ticket.needsNew'
  | 'ticket.notHeld'
  | 'ticket.notMissed'
  | 'ticket.notWaiting'
  | 'ticket.unknown'
  | 'transfer.sameService'
  | 'undo.nothing'
  | 'undo.overtaken'
  | 'undo.rated'
  | 'undo.tooLate';

export type Refused = Result<never, Refusal<VisitRefusal>>;
export type Decision = Result<readonly VisitFact[], Refusal<VisitRefusal>>;

/** `refuse`, with its codes held to the list above. */
export const no = (code: VisitRefusal, details?: Refusal['details']): Refused =>
  refuse(code, details);

/** Time and chance come in with the command. */
export interface Context {
  /** Hub time, milliseconds. */
  readonly at: number;
  /** Fresh unguessable letters: the only chance a decision may use. */
  readonly mint: string;
  /** Who is signed in where the command was pressed. */
  readonly person?: StaffId | null;
  /** The device it was pressed on. */
  readonly device?: DeviceId | null;
  /** Whether a photo is on the disk; none is, if left out. */
  readonly hasPhoto?: (photo: PhotoId) => boolean;
}
