/** Why a center 市中心 does not take what a branch sends, or a branch what a center answers. */
export type CenterRefusal =
  /** Too many segments of this branch wait already. */
  | 'center.busy'
  /** An entry does not match its hash, or cannot be read. */
  | 'center.altered'
  /** No such code: mistyped, used, or run out; which is not said. */
  | 'center.codeUnknown'
  /** What the center keeps of this branch is damaged; the other branches go on. */
  | 'center.damaged'
  /** The branch was closed for good. */
  | 'center.ended'
  /** Its id is enrolled already, with another key. */
  | 'center.enrolled'
  /** Two histories under one key: a clone, a copy that was gone on with, or a ledger made anew. */
  | 'center.fork'
  /** The signature is not good. */
  | 'center.forged'
  /** Entries in between are missing. */
  | 'center.gap'
  /** Told by the branch itself: an item sent down is not the center's, or was altered. */
  | 'center.itemForged'
  /** Told by the branch itself: an item sent down does not follow the one before. */
  | 'center.itemOrder'
  | 'center.malformed'
  | 'center.newer'
  /** A later epoch is a new ledger; this one has entries. */
  | 'center.notEmpty'
  | 'center.notSaved'
  | 'center.notYourKey'
  /** The branch has entered another item than the center sent, or more of them. */
  | 'center.otherItems'
  /** The first entry that is left follows none that the center holds: older days were put away unwitnessed. */
  | 'center.pruned'
  /** The ledger ends before what was witnessed: an old copy was put in its place. */
  | 'center.rollback'
  /** The nonce ran out; a fresh one is asked for. */
  | 'center.stale'
  | 'center.tooLarge'
  /** Told by the branch itself: no answer. */
  | 'center.unreachable'
  /** Told by the branch itself: what answers is not the center that it was enrolled with. */
  | 'center.untrusted'
  | 'center.unknownBranch'
  /** An entry does not continue the one before it. */
  | 'center.unlinked'
  | 'center.wrongEpoch';

export type CenterDetails = Readonly<Record<string, string | number>>;

/** How a branch stands with its center, as its own screens show it. */
export interface CenterLink {
  readonly linked: boolean;
  /** Hub time since when it is so. */
  readonly since: number;
  /** Entries that the center has not witnessed yet. */
  readonly behind: number;
  /** Up to where it has, and the hub time of that entry. */
  readonly witnessed: { readonly seq: number; readonly at: number } | null;
  readonly refused: { readonly code: CenterRefusal; readonly details: CenterDetails } | null;
  /** The branch's time minus the center's, ms; null while they agree within ten minutes. */
  readonly offset: number | null;
  /** Why nothing that the center sends down is entered; null while nothing is wrong. */
  readonly down: { readonly code: CenterRefusal; readonly details: CenterDetails } | null;
}
