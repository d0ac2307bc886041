import { useState } from 'preact/hooks';
import type { MeetingKind } from '../../../shared/floor/meetings/commands.ts';
import type { BusinessDate, StaffId } from '../../../shared/ids.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { useDraft } from '../../../shared/screen/draft.ts';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import type { MeetingsView } from '../../../shared/views/meetings.ts';
import { meetings as meetingWords } from '../../../shared/words/meetings.ts';
import { meetingsTable } from '../../../shared/words/meetingsTable.ts';
import { Choice, choices, Field } from '../../devices/field.tsx';
import { choicesOf } from './people.ts';

interface EnterProps {
  readonly link: Link;
  readonly view: MeetingsView;
}

interface Paper {
  readonly date: string;
  readonly kind: MeetingKind;
  readonly from: string;
  readonly to: string;
  readonly host: StaffId | '';
  readonly recorder: StaffId | '';
  readonly why: string;
}

/** 补录: what was held while the hub was off. */
export function Enter({ link, view }: EnterProps) {
  const w = words(meetingWords);
  const [isOpen, open] = useState(false);
  return (
    <section class="part" aria-label={w.enter}>
      <header>
        <h2>{w.enter}</h2>
        <Button onPress={() => open(!isOpen)}>{isOpen ? w.cancel : w.add}</Button>
      </header>
      {isOpen && <EnterForm {...{ link, view }} onDone={() => open(false)} />}
    </section>
  );
}

function EnterForm({ link, view, onDone }: EnterProps & { onDone: () => void }) {
  const w = words(meetingWords);
  const { host, recorder } = view.next.morning;
  const blank: Paper = {
    ...{ date: view.today ?? '', kind: 'morning', from: '', to: '', why: '' },
    ...{ host: host ?? '', recorder: recorder ?? '' },
  };
  const draft = useDraft<Paper>(link, 'meeting.enter', blank);
  const { busy, refusal, run } = useAsk();
  const { value, set } = draft;
  const submit = async (event: Event) => {
    event.preventDefault();
    const { kind, from, to, why, host, recorder } = value;
    if (!host || !recorder) return;
    const date = value.date as BusinessDate;
    const more = { date, kind, host, recorder, from, to, why: why.trim() };
    if (!(await run(() => link.send({ type: 'meeting.enter', ...more })))) return;
    draft.clear();
    onDone();
  };
  return (
    <form class="row-form" onSubmit={submit}>
      <p class="quiet whole">{w.enterMeans}</p>
      <Field
        {...{ label: w.date, value: value.date, onValue: (date) => set({ date }) }}
        more={{ type: 'date', required: true, max: view.today ?? '' }}
      />
      <Choice
        {...{ label: w.kind, of: choices(words(meetingsTable).kinds), value: value.kind }}
        onValue={(kind) => set({ kind })}
      />
      <Field
        {...{ label: w.from, value: value.from, onValue: (from) => set({ from }) }}
        more={{ type: 'time', required: true }}
      />
      <Field
        {...{ label: w.to, value: value.to, onValue: (to) => set({ to }) }}
        more={{ type: 'time', required: true }}
      />
      <Choice
        {...{ label: w.host, empty: w.choose, of: choicesOf(view.people), value: value.host }}
        onValue={(chosen) => set({ host: chosen })}
      />
      <Choice
        {...{ label: w.recorder, empty: w.choose, value: value.recorder }}
        of={choicesOf(view.people)}
        onValue={(chosen) => set({ recorder: chosen })}
      />
      <Field
        {...{ label: w.why, value: value.why, onValue: (why) => set({ why }) }}
        more={{ required: true, maxLength: 120 }}
      />
      <button type="submit" class="button button-next" disabled={busy}>
        {w.keep}
      </button>
      <Refusal says={refusal} />
    </form>
  );
}
