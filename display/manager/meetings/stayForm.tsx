import type { BusinessDate } from '../../../shared/ids.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { useDraft } from '../../../shared/screen/draft.ts';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import type { MeetingsView } from '../../../shared/views/meetings.ts';
import { duties as dutyWords } from '../../../shared/words/duties.ts';
import { Field } from '../../devices/field.tsx';
import { linesOf } from './here.tsx';

interface FormProps {
  readonly link: Link;
  readonly view: MeetingsView;
}

/** Posts named before, so that the same one is called the same. */
const POSTS = 'president-posts';
const postsOf = ({ presidents: { visits, dues } }: MeetingsView) => [
  ...new Set([...dues.map((d) => d.as), ...visits.map((v) => v.as)]),
];

/** Begins a stay that nobody planned. */
export function Arrive({ link, view, isNext }: FormProps & { isNext: boolean }) {
  const w = words(dutyWords);
  const [first = ''] = postsOf(view);
  const draft = useDraft(link, 'president.arrive', { as: first });
  const { busy, refusal, run } = useAsk();
  const submit = async (event: Event) => {
    event.preventDefault();
    const as = draft.value.as.trim();
    if (await run(() => link.send({ type: 'president.arrive', as }))) draft.clear();
  };
  return (
    <form class="row-form" onSubmit={submit}>
      <Post view={view} value={draft.value.as} onValue={(as) => draft.set({ as })} />
      <button
        type="submit"
        class={`button ${isNext ? 'button-next' : 'button-quiet'}`}
        disabled={busy}
      >
        {w.arrive}
      </button>
      <Refusal says={refusal} />
    </form>
  );
}

interface PostProps extends Pick<FormProps, 'view'> {
  readonly value: string;
  readonly onValue: (as: string) => void;
}

function Post({ view, value, onValue }: PostProps) {
  const w = words(dutyWords);
  return (
    <>
      <Field
        {...{ label: w.as, value, onValue }}
        more={{ required: true, maxLength: 40, placeholder: w.asEg, list: POSTS }}
      />
      <datalist id={POSTS}>
        {postsOf(view).map((as) => (
          <option key={as} value={as} />
        ))}
      </datalist>
    </>
  );
}

interface StayFormProps extends FormProps {
  readonly how: 'plan' | 'enter';
  readonly onDone: () => void;
}

/** One to come, or one that was and is only on paper. */
export function StayForm({ link, view, how, onDone }: StayFormProps) {
  const w = words(dutyWords);
  const [first = ''] = postsOf(view);
  const today = view.today ?? '';
  const blank = { as: first, date: today as string, from: '', to: '', solved: '' };
  const draft = useDraft(link, `president.${how}`, blank);
  const { busy, refusal, run } = useAsk();
  const { value, set } = draft;
  const submit = async (event: Event) => {
    event.preventDefault();
    const { from, to } = value;
    const stay = { as: value.as.trim(), date: value.date as BusinessDate, from, to };
    const sent = await run(() =>
      link.send(
        how === 'plan'
          ? { type: 'president.plan', ...stay }
          : { type: 'president.enter', ...stay, solved: linesOf(value.solved) },
      ),
    );
    if (!sent) return;
    draft.clear();
    onDone();
  };
  return (
    <form class="row-form" onSubmit={submit}>
      <Post view={view} value={value.as} onValue={(as) => set({ as })} />
      <Field
        {...{ label: w.date, value: value.date, onValue: (date) => set({ date }) }}
        more={{
          type: 'date',
          required: true,
          ...(how === 'plan' ? { min: today } : { max: today }),
        }}
      />
      <Field
        {...{ label: w.from, value: value.from, onValue: (from) => set({ from }) }}
        more={{ type: 'time', required: true }}
      />
      <Field
        {...{ label: w.to, value: value.to, onValue: (to) => set({ to }) }}
        more={{ type: 'time', required: true }}
      />
      {how === 'enter' && (
        <label class="field whole">
          <small>{w.solved}</small>
          <textarea
            {...{ rows: 3, value: value.solved, placeholder: w.solvedEg }}
            onInput={(event) => set({ solved: event.currentTarget.value })}
          />
        </label>
      )}
      <button type="submit" class="button button-next" disabled={busy}>
        {w.save}
      </button>
      <Refusal says={refusal} />
    </form>
  );
}
