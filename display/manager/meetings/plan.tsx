import { useState } from 'preact/hooks';
import { addDays } from '../../../shared/calendar.ts';
import type { MeetingKind, Topic } from '../../../shared/floor/meetings/commands.ts';
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
import { sayDate } from './figures.tsx';
import { choicesOf, namesOf } from './people.ts';
import { headings } from './topics.tsx';

interface PlanProps {
  readonly link: Link;
  readonly view: MeetingsView;
}

/** 事先明确主持人和主要内容: the meetings to come, and the form to plan one. */
export function Plan({ link, view }: PlanProps) {
  const w = words(meetingWords);
  const [isOpen, open] = useState(false);
  const nameOf = namesOf(view.people);
  const { kinds } = words(meetingsTable);
  return (
    <section class="part" aria-label={w.plan}>
      <header>
        <h2>{w.plan}</h2>
        <Button onPress={() => open(!isOpen)}>{isOpen ? w.cancel : w.add}</Button>
      </header>
      {isOpen && <PlanForm {...{ link, view }} onDone={() => open(false)} />}
      <ul class="lines">
        {view.plans.map((p) => (
          <li key={`${p.date} ${p.kind}`}>
            <strong>
              {sayDate(p.date)} {kinds[p.kind]}
            </strong>
            <span>{nameOf(p.host)}</span>
            <TopicNames {...{ view, topics: p.topics }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function TopicNames({ view, topics }: Pick<PlanProps, 'view'> & { topics: readonly Topic[] }) {
  const named = new Map(headings(view.rules));
  const says = topics.map((t) => `${named.get(t.topic) ?? t.topic} ${t.note}`.trim());
  return <small>{says.join(words(meetingsTable).and)}</small>;
}

interface Planned {
  readonly date: string;
  readonly kind: MeetingKind;
  readonly host: StaffId | '';
  readonly recorder: StaffId | '';
  readonly topics: readonly Topic[];
}

function PlanForm({ link, view, onDone }: PlanProps & { onDone: () => void }) {
  const w = words(meetingWords);
  const { kinds } = words(meetingsTable);
  const { today, next, people } = view;
  const { host, recorder } = next.morning;
  const blank: Planned = {
    ...{ date: today ? addDays(today, 1) : '', kind: 'morning', topics: [] },
    ...{ host: host ?? '', recorder: recorder ?? '' },
  };
  const draft = useDraft<Planned>(link, 'meeting.plan', blank);
  const { busy, refusal, run } = useAsk();
  const { value, set } = draft;
  const submit = async (event: Event) => {
    event.preventDefault();
    const { host, recorder, kind } = value;
    if (!host || !recorder) return;
    const date = value.date as BusinessDate;
    const topics = value.topics.map((t) => ({ ...t, note: t.note.trim() }));
    const plan = { type: 'meeting.plan', date, kind, host, recorder, topics } as const;
    if (!(await run(() => link.send(plan)))) return;
    draft.clear();
    onDone();
  };
  return (
    <form class="row-form" onSubmit={submit}>
      <Field
        {...{ label: w.planDate, value: value.date, onValue: (date) => set({ date }) }}
        more={{ type: 'date', required: true, min: today ?? '' }}
      />
      <Choice
        {...{ label: w.kind, of: choices(kinds), value: value.kind }}
        onValue={(kind) => set({ kind })}
      />
      <Choice
        {...{ label: w.host, empty: w.choose, of: choicesOf(people), value: value.host }}
        onValue={(chosen) => set({ host: chosen })}
      />
      <Choice
        {...{ label: w.recorder, empty: w.choose, of: choicesOf(people), value: value.recorder }}
        onValue={(chosen) => set({ recorder: chosen })}
      />
      <TopicChoice {...{ view, value: value.topics }} onChange={(topics) => set({ topics })} />
      <button type="submit" class="button button-next" disabled={busy}>
        {w.keep}
      </button>
      <Refusal says={refusal} />
    </form>
  );
}

interface TopicChoiceProps extends Pick<PlanProps, 'view'> {
  readonly value: readonly Topic[];
  readonly onChange: (topics: readonly Topic[]) => void;
}

function TopicChoice({ view, value, onChange }: TopicChoiceProps) {
  const w = words(meetingWords);
  const named = new Map(headings(view.rules));
  const turn = (topic: string) =>
    onChange(
      value.some((t) => t.topic === topic)
        ? value.filter((t) => t.topic !== topic)
        : [...value, { topic, note: '' }],
    );
  return (
    <fieldset class="whole">
      <legend>{w.planTopics}</legend>
      <div class="chips">
        {headings(view.rules).map(([topic, name]) => (
          <Button
            key={topic}
            pressed={value.some((t) => t.topic === topic)}
            onPress={() => turn(topic)}
          >
            {name}
          </Button>
        ))}
      </div>
      {value.map(({ topic, note }) => (
        <Field
          key={topic}
          {...{ label: named.get(topic) ?? topic, value: note }}
          onValue={(next) =>
            onChange(value.map((t) => (t.topic === topic ? { ...t, note: next } : t)))
          }
          more={{ maxLength: 200, placeholder: w.note }}
        />
      ))}
    </fieldset>
  );
}
