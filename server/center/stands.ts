import { type Alarm, noAlarm } from './books/alarms.ts';
import type { Down, DownStand } from './down/down.ts';
import type { Evidence, Told } from './evidence.ts';
import { currentOf, type Roster } from './roster.ts';
import { nowhere, type Shelves } from './shelf.ts';

/** How a branch stands, for the center's screens. */
export interface BranchStand {
  readonly branch: string;
  readonly name: string;
  readonly epoch: number;
  readonly enrolledAt: number;
  /** When it closed for good, the center's time, ms. */
  readonly endedAt: number | null;
  /** Up to where its ledger was witnessed; seq 0: nothing yet. */
  readonly head: { readonly seq: number; readonly hash: string; readonly at: number };
  /** The center's time, ms; null: not since this center started. */
  readonly seenAt: number | null;
  readonly receivedAt: number | null;
  /** Its time minus the center's, ms. */
  readonly offset: number;
  /** What it was refused for last, however long ago: a fork does not go away by itself. */
  readonly refused: Told | null;
  /** Days whose own closing says something else than their facts come to: an alarm. */
  readonly differs: Alarm['differs'];
  /** The entry that no sense could be made of: an alarm. */
  readonly broken: number | null;
  readonly down: DownStand;
}

export interface StandsParts {
  readonly roster: Roster;
  readonly shelves: Shelves;
  readonly evidence: Evidence;
  readonly alarms: () => Promise<ReadonlyMap<string, Alarm>>;
  readonly down: Pick<Down, 'standOf'>;
}

export async function standsOf({
  roster,
  shelves,
  evidence,
  alarms,
  down,
}: StandsParts): Promise<BranchStand[]> {
  const members = currentOf(await roster.all());
  const [stood, ended, last, alarming] = await Promise.all([
    shelves.standsOf(members),
    roster.ended(),
    evidence.last(),
    alarms(),
  ]);
  return members.map((member, i): BranchStand => {
    const { branch, name, epoch, at: enrolledAt } = member;
    const { head, contact } = stood[i] ?? nowhere;
    const { seq, hash, at } = head;
    return {
      ...{ branch, name, epoch, enrolledAt, endedAt: ended.get(branch) ?? null },
      ...{ head: { seq, hash, at }, ...contact, refused: last.get(branch) ?? null },
      ...(alarming.get(branch) ?? noAlarm),
      down: down.standOf(member),
    };
  });
}
