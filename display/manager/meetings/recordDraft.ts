import type {
  Attendance,
  DressException,
  MeetingCommandOf,
  Topic,
} from '../../../shared/floor/meetings/commands.ts';
import type { Meeting } from '../../../shared/floor/meetings/state.ts';
import type { BusinessDate, StaffId } from '../../../shared/ids.ts';

/** A record while somebody fills it in: an action may still lack its owner. */
export interface RecordForm {
  readonly attendance: readonly Attendance[];
  readonly dress: readonly DressException[];
  readonly topics: readonly Topic[];
  readonly actions: readonly ActionForm[];
}

export interface ActionForm {
  readonly what: string;
  readonly owner: StaffId | '';
  readonly due: string;
}

/** As the record stands at the hub. */
export const formOf = ({ attendance, dress, topics, actions }: Meeting): RecordForm => ({
  ...{ attendance, dress, topics, actions },
});

/** What of a form is complete enough to be sent; a line nobody wrote anything in is none. */
export function recordOf(
  meeting: Meeting,
  { attendance, dress, topics, actions }: RecordForm,
): MeetingCommandOf<'meeting.record'> {
  return {
    type: 'meeting.record',
    meeting: meeting.id,
    attendance: [...attendance],
    dress: dress.filter((d) => d.items.length > 0).map(({ person, items }) => ({ person, items })),
    topics: topics.map(({ topic, note }) => ({ topic, note: note.trim() })),
    actions: actions
      .filter((a) => a.what.trim() !== '')
      .map(({ what, owner, due }) => ({
        what: what.trim(),
        owner: owner as StaffId,
        due: due as BusinessDate,
      })),
  };
}

/** Somebody's line of the attendance, put in its place or taken out. */
export function marked(
  attendance: readonly Attendance[],
  person: StaffId,
  next: Omit<Attendance, 'person'> | null,
): Attendance[] {
  const others = attendance.filter((a) => a.person !== person);
  const before = attendance.find((a) => a.person === person);
  if (!next) return others;
  const line = { person, ...(before?.as && { as: before.as }), ...next };
  return before ? attendance.map((a) => (a === before ? line : a)) : [...others, line];
}
