import { useState } from 'preact/hooks';
import type { Meeting } from '../../../shared/floor/meetings/state.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { Sure } from '../../../shared/screen/sure.tsx';
import type { MeetingsView } from '../../../shared/views/meetings.ts';
import { meetings as meetingWords } from '../../../shared/words/meetings.ts';
import type { NameOf } from './people.ts';
import { Record } from './record.tsx';
import { recordOf } from './recordDraft.ts';
import { RecordFields, useRecord } from './recordFields.tsx';

interface DoneProps {
  readonly link: Link;
  readonly view: MeetingsView;
  readonly meeting: Meeting;
  readonly nameOf: NameOf;
}

/** A meeting that is over: what is on record, and until it is signed the way to mend it. */
export function Done({ link, view, meeting, nameOf }: DoneProps) {
  const w = words(meetingWords);
  const draft = useRecord(link, meeting);
  const [isOpen, open] = useState(draft.isKept);
  const { busy, refusal, run } = useAsk();
  const { signed } = meeting;
  const save = async () => {
    if (!(await run(() => link.send(recordOf(meeting, draft.value))))) return;
    draft.clear();
    open(false);
  };
  const sign = () => void run(() => link.send({ type: 'meeting.sign', meeting: meeting.id }));
  if (isOpen && !signed)
    return (
      <section class="meeting-edit">
        <RecordFields {...{ view, meeting, draft }} />
        <footer class="step">
          <Refusal says={refusal} />
          <Button {...{ kind: 'next', class: 'big', busy }} onPress={() => void save()}>
            {w.save}
          </Button>
        </footer>
      </section>
    );
  return (
    <section class="meeting-done">
      <Record {...{ link, meeting, nameOf, rules: view.rules, branch: view.branch }} />
      {!signed && (
        <div class="record-do">
          <Sure {...{ busy, question: w.signSure, onSure: sign }}>{w.sign}</Sure>
          <Button kind="quiet" onPress={() => open(true)}>
            {w.edit}
          </Button>
          <Refusal says={refusal} />
        </div>
      )}
    </section>
  );
}
