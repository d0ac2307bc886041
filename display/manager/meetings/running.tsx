import type { Meeting } from '../../../shared/floor/meetings/state.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { useNow } from '../../../shared/screen/now.ts';
import { Sure } from '../../../shared/screen/sure.tsx';
import { runningTime } from '../../../shared/screen/time.ts';
import type { MeetingsView } from '../../../shared/views/meetings.ts';
import { meetings as meetingWords } from '../../../shared/words/meetings.ts';
import { namesOf } from './people.ts';
import { recordOf } from './recordDraft.ts';
import { RecordFields, useRecord } from './recordFields.tsx';

interface RunningProps {
  readonly link: Link;
  readonly view: MeetingsView;
  readonly meeting: Meeting;
}

/** A meeting under way: its clock, who is there, and the end. */
export function Running({ link, view, meeting }: RunningProps) {
  const w = words(meetingWords);
  const now = useNow(link);
  const draft = useRecord(link, meeting);
  const { busy, refusal, run } = useAsk();
  const ms = Math.max(0, now - (meeting.startedAt ?? now));
  const least = view.rules.minutes * 60_000;
  const open = meeting.expected.filter(
    (e) => !draft.value.attendance.some((a) => a.person === e.person),
  );
  const end = async () => {
    const ended = await run(
      () => link.send(recordOf(meeting, draft.value)),
      () => link.send({ type: 'meeting.end', meeting: meeting.id }),
    );
    if (ended) draft.clear();
  };
  const allHere = () => {
    const here = open.map(({ person }) => ({ person, is: 'present' }) as const);
    draft.set({ attendance: [...draft.value.attendance, ...here] });
  };
  const tooShort = meeting.kind === 'morning' && ms < least;
  return (
    <div class="room meeting-running">
      <section class="clock-card" aria-label={w.running[meeting.kind]}>
        <p>
          {w.running[meeting.kind]} · {w.since(meeting.from)}
        </p>
        <output>{runningTime(ms)}</output>
        <Progress {...{ ms, least }} />
        <p class="quiet">{namesOf(view.people)(meeting.host)}</p>
      </section>
      <RecordFields {...{ view, meeting, draft }} />
      <footer class="step">
        <Refusal says={refusal} />
        {open.length > 0 ? (
          <Button kind="next" class="big" onPress={allHere}>
            {w.allPresent}
          </Button>
        ) : tooShort ? (
          <Sure {...{ busy, question: w.endShort, onSure: () => void end() }}>{w.end}</Sure>
        ) : (
          <Button {...{ kind: 'next', class: 'big', busy }} onPress={() => void end()}>
            {w.end}
          </Button>
        )}
      </footer>
    </div>
  );
}

/** How far it is to the minutes a meeting must have. */
function Progress({ ms, least }: { ms: number; least: number }) {
  const w = words(meetingWords);
  const share = Math.min(1, ms / least);
  const says = share < 1 ? w.still(runningTime(least - ms)) : w.enough;
  return (
    <div class="progress" data-full={share >= 1 || undefined}>
      <i style={{ width: `${(share * 100).toFixed(1)}%` }} />
      <small>{says}</small>
    </div>
  );
}
