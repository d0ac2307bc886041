import type { Meeting } from '../../../shared/floor/meetings/state.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { type Draft, useDraft } from '../../../shared/screen/draft.ts';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import type { MeetingsView } from '../../../shared/views/meetings.ts';
import { meetings as meetingWords } from '../../../shared/words/meetings.ts';
import { Actions } from './actions.tsx';
import { AttendanceList } from './attendance.tsx';
import { Dress } from './dress.tsx';
import { namesOf } from './people.ts';
import { formOf, type RecordForm } from './recordDraft.ts';
import { Topics } from './topics.tsx';

/** The record being filled in, begun from what the hub has of it. */
export const useRecord = (link: Link, meeting: Meeting) =>
  useDraft<RecordForm>(link, `meeting ${meeting.id}`, formOf(meeting));

interface RecordFieldsProps {
  readonly view: MeetingsView;
  readonly meeting: Meeting;
  readonly draft: Draft<RecordForm>;
}

/** The form of a meeting, in the order in which one goes through it. */
export function RecordFields({ view, meeting, draft }: RecordFieldsProps) {
  const w = words(meetingWords);
  const { value, set } = draft;
  const nameOf = namesOf(view.people);
  const guards = meeting.expected.filter((e) => e.post === 'guard').map((e) => e.person);
  const dressed = value.attendance
    .filter((a) => a.is === 'present' && !guards.includes(a.person))
    .map((a) => a.person);
  return (
    <div class="record-fields">
      {draft.isKept && (
        <p class="kept">
          {w.kept}
          <Button kind="quiet" onPress={draft.clear}>
            {w.discard}
          </Button>
        </p>
      )}
      <AttendanceList
        {...{ meeting, nameOf, value: value.attendance }}
        allElsewhere={meeting.situation.is === 'running'}
        onChange={(attendance) => {
          const there = attendance.filter((a) => a.is === 'present').map((a) => a.person);
          set({ attendance, dress: value.dress.filter((d) => there.includes(d.person)) });
        }}
      />
      <Dress
        {...{ people: dressed, nameOf, value: value.dress }}
        onChange={(dress) => set({ dress })}
      />
      <Topics
        {...{ rules: view.rules, figures: meeting.figures, value: value.topics }}
        onChange={(topics) => set({ topics })}
      />
      <Actions
        {...{ people: view.people, today: meeting.date, value: value.actions }}
        onChange={(actions) => set({ actions })}
      />
    </div>
  );
}
