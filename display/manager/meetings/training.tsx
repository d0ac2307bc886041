import { useState } from 'preact/hooks';
import type { Training } from '../../../shared/floor/training/state.ts';
import type { BusinessDate, StaffId } from '../../../shared/ids.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { useDraft } from '../../../shared/screen/draft.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import type { MeetingsView } from '../../../shared/views/meetings.ts';
import { duties as dutyWords } from '../../../shared/words/duties.ts';
import { Field } from '../../devices/field.tsx';
import { sayDate } from './figures.tsx';
import type { RoomProps } from './page.tsx';
import { namesOf } from './people.ts';

/** 培训与活动: dated tasks, and who has signed in. */
export function TrainingPage({ link }: RoomProps) {
  const w = words(dutyWords);
  const view = link.view({ name: 'meetings' }).value?.view ?? null;
  const [isOpen, open] = useState(false);
  if (!view) return null;
  const list = view.trainings.toSorted((a, b) => b.from.localeCompare(a.from));
  return (
    <section class="room part" aria-label={w.training}>
      <header>
        <h2>{w.training}</h2>
        <Button onPress={() => open(!isOpen)}>{isOpen ? w.cancel : w.addTraining}</Button>
      </header>
      {isOpen && <TrainingForm {...{ link, view }} onDone={() => open(false)} />}
      {list.length === 0 && <Empty says={w.noTraining} />}
      <ul class="lines">
        {list.map((t) => (
          <Item key={t.id} {...{ link, view, training: t }} />
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly link: Link;
  readonly view: MeetingsView;
  readonly training: Training;
}

function Item({ link, view, training }: ItemProps) {
  const w = words(dutyWords);
  const { busy, refusal, run } = useAsk();
  const { id, title, tag, from, to, people, signed } = training;
  const invited = people.length > 0 ? people : view.people.map((p) => p.id);
  const today = view.today ?? '';
  const isOn = from <= today && today <= to;
  const says = isOn ? '' : today < from ? w.soon : w.over;
  const nameOf = namesOf(view.people);
  const sign = (person: StaffId) =>
    void run(() => link.send({ type: 'training.sign', training: id, person }));
  const drop = () => void run(() => link.send({ type: 'training.drop', training: id }));
  return (
    <li>
      <div class="line-row">
        <strong>{title}</strong>
        <span class="tag">{tag}</span>
        <span>{w.lasts(sayDate(from), sayDate(to))}</span>
        <span>{[says, w.signed(signed.length, invited.length)].filter(Boolean).join(' · ')}</span>
        {signed.length === 0 && today <= to && (
          <Button {...{ kind: 'quiet', busy, onPress: drop }}>{w.drop}</Button>
        )}
      </div>
      {isOn && (
        <>
          <small>{w.signHow}</small>
          <div class="chips">
            {invited.map((person) => {
              const has = signed.some((s) => s.person === person);
              return (
                <Button key={person} pressed={has} onPress={() => has || sign(person)}>
                  {nameOf(person)}
                </Button>
              );
            })}
          </div>
        </>
      )}
      <Refusal says={refusal} />
    </li>
  );
}

interface TrainingFormProps extends Pick<ItemProps, 'link' | 'view'> {
  readonly onDone: () => void;
}

function TrainingForm({ link, view, onDone }: TrainingFormProps) {
  const w = words(dutyWords);
  const today: string = view.today ?? '';
  const blank = { title: '', tag: '', from: today, to: today, people: [] as StaffId[] };
  const draft = useDraft(link, 'training.plan', blank);
  const { busy, refusal, run } = useAsk();
  const { value, set } = draft;
  const submit = async (event: Event) => {
    event.preventDefault();
    const [from, to] = [value.from as BusinessDate, value.to as BusinessDate];
    const named = { title: value.title.trim(), tag: value.tag.trim(), people: value.people };
    if (!(await run(() => link.send({ type: 'training.plan', ...named, from, to })))) return;
    draft.clear();
    onDone();
  };
  const date = { type: 'date', required: true, min: today } as const;
  return (
    <form class="row-form" onSubmit={submit}>
      <Field
        {...{ label: w.title, value: value.title, onValue: (title) => set({ title }) }}
        more={{ required: true, maxLength: 80 }}
      />
      <Field
        {...{ label: w.tag, value: value.tag, onValue: (tag) => set({ tag }) }}
        more={{ required: true, maxLength: 24, placeholder: w.tagEg }}
      />
      <Field
        {...{ label: w.from, value: value.from, onValue: (from) => set({ from }) }}
        more={date}
      />
      <Field {...{ label: w.to, value: value.to, onValue: (to) => set({ to }) }} more={date} />
      <Participants {...{ view, value: value.people }} onChange={(people) => set({ people })} />
      <button type="submit" class="button button-next" disabled={busy}>
        {w.save}
      </button>
      <Refusal says={refusal} />
    </form>
  );
}

interface ParticipantsProps extends Pick<ItemProps, 'view'> {
  readonly value: readonly StaffId[];
  readonly onChange: (people: StaffId[]) => void;
}

/** Nobody chosen means everybody. */
function Participants({ view, value, onChange }: ParticipantsProps) {
  const w = words(dutyWords);
  const nameOf = namesOf(view.people);
  const turn = (id: StaffId) =>
    onChange(value.includes(id) ? value.filter((p) => p !== id) : [...value, id]);
  return (
    <fieldset class="whole">
      <legend>{w.participants}</legend>
      <div class="chips">
        <Button pressed={value.length === 0} onPress={() => onChange([])}>
          {w.everybody}
        </Button>
        {view.people.map(({ id }) => (
          <Button key={id} pressed={value.includes(id)} onPress={() => turn(id)}>
            {nameOf(id)}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
