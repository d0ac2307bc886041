import type { Entry } from '../ledger/entry.ts';
import { beginsRightly, checked, type Objection, objection } from './check.ts';
import { no, type Segment } from './protocol.ts';
import type { Member } from './roster.ts';
import type { Shelf } from './shelf.ts';
import type { DayLines } from './stretch.ts';

/** Entries that are to be kept; none when all of them are held already. */
export interface Fresh {
  readonly days: readonly DayLines[];
}

/**
 * What of a segment is new, or why none of it may be kept: it has to go on from the very entry that was
 * witnessed last, and whatever it tells again has to be what was told before.
 */
export async function weighed(
  segment: Segment,
  member: Member,
  shelf: Shelf,
): Promise<Fresh | Objection> {
  const found = checked(segment, member);
  if ('no' in found) return found;
  const { entries, days } = found;
  const [first] = entries;
  const due = shelf.head.seq + 1;
  if (first && first.seq > due)
    return objection(
      due === 1 ? no('center.pruned', { seq: first.seq }) : no('center.gap', { seq: due }),
    );
  if (!beginsRightly(member, entries))
    return objection(no('center.wrongEpoch', { epoch: member.epoch }), lineOf(segment, 0));
  const { told, fresh } = parted(days, first ? due - first.seq : 0);
  return (
    (await againstTold(segment, shelf, told)) ??
    againstFresh(segment, shelf, { entries, fresh }) ?? { days: fresh }
  );
}

const lineOf = ({ days }: Segment, n: number) => days.flatMap(({ lines }) => lines)[n] ?? null;

/** The first `count` lines, and the others. */
function parted(days: readonly DayLines[], count: number) {
  const told: DayLines[] = [];
  const fresh: DayLines[] = [];
  let left = count;
  for (const { date, lines } of days) {
    const [before, after] = [lines.slice(0, left), lines.slice(left)];
    left -= before.length;
    if (before.length > 0) told.push({ date, lines: before });
    if (after.length > 0) fresh.push({ date, lines: after });
  }
  return { told, fresh };
}

/** Told once more: the same, or a fork; and not less than was told before. */
async function againstTold({ head }: Segment, shelf: Shelf, told: readonly DayLines[]) {
  const witnessed = shelf.head;
  const other = await shelf.firstOther(told);
  if (other !== null) return objection(no('center.fork', { seq: seqIn(other) }), other);
  if (head.seq < witnessed.seq)
    return objection(no('center.rollback', { seq: head.seq, head: witnessed.seq }));
  if (head.seq > witnessed.seq || head.hash === witnessed.hash) return null;
  return objection(no('center.fork', { seq: head.seq }));
}

const seqIn = (line: string) => Number(/,"seq":(\d+),"v":\d+,"hash":"[^"]*"\}$/.exec(line)?.[1]);

/** Goes on from the last entry witnessed, and in no earlier day's file than that one. */
function againstFresh(
  segment: Segment,
  { head, date }: Shelf,
  { entries, fresh }: { entries: readonly Entry[]; fresh: readonly DayLines[] },
): Objection | null {
  const next = entries.find(({ seq }) => seq === head.seq + 1);
  if (!next) {
    if (segment.head.seq === head.seq) return null;
    return objection(no('center.gap', { seq: head.seq + 1 }));
  }
  const n = next.seq - (entries[0]?.seq ?? 0);
  if (next.prev !== head.hash)
    return objection(no('center.fork', { seq: head.seq }), lineOf(segment, n));
  if ((fresh[0]?.date ?? '') < date) return objection(no('center.malformed', { at: 'days' }));
  return null;
}
