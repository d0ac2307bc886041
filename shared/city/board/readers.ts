import { activeMembers } from '../../devices/state.ts';
import type { BranchId, StaffId } from '../../ids.ts';
import type { Lobby } from '../../lobby.ts';
import { roadOf, type Sending, type SentRoom } from '../sent/state.ts';

/** How one thing that was sent down stands at one branch, by that branch's own ledger. */
export interface Received {
  readonly branch: BranchId;
  /** It is in the branch's ledger, as far as that was received. */
  readonly arrived: boolean;
  /** Hub time; null: not entered, or too long ago to be at hand. */
  readonly enteredAt: number | null;
  /** Why it led to nothing there. */
  readonly refused: string | null;
  /** 已阅, of a notice: who, and when. */
  readonly read: readonly { readonly person: StaffId; readonly at: number }[];
  /** Who works there now and has not read it; null where it is nothing to be read. */
  readonly unread: readonly StaffId[] | null;
}

/**
 * @param lobbyOf what is held of a branch; null: nothing yet
 * @param room what goes down to each branch in which order: what stands before the last one entered is there
 */
export const receivedBy = (
  sending: Pick<Sending, 'id' | 'to' | 'body'>,
  lobbyOf: (branch: BranchId) => Lobby | null,
  room: SentRoom,
): Received[] =>
  sending.to.map((branch) => {
    // On the road of an earlier ledger alone, it had been entered in that one: 0 is before the first.
    const place = roadOf(room, branch).ids.indexOf(sending.id) + 1;
    return received(branch, sending, lobbyOf(branch), place);
  });

function received(
  branch: BranchId,
  { id, body }: Pick<Sending, 'id' | 'body'>,
  lobby: Lobby | null,
  place: number,
): Received {
  const entered = lobby?.down.entered.findLast((one) => one.id === id);
  const notice = lobby?.floor.notices.list.find((one) => one.from?.sent === id);
  const read = notice?.read ?? [];
  const people = lobby ? activeMembers(lobby.devices).map((member) => member.id) : [];
  const isRead = (person: StaffId) => read.some((one) => one.person === person);
  const isToRead = body.kind === 'notice' && notice && !notice.withdrawn;
  return {
    ...{ branch, read, enteredAt: entered?.at ?? notice?.at ?? null },
    arrived: lobby !== null && place <= lobby.down.n,
    refused: entered?.refused ?? null,
    unread: isToRead ? people.filter((person) => !isRead(person)) : null,
  };
}
