import type { MeetingKind } from '../../../shared/floor/meetings/commands.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { useDraft } from '../../../shared/screen/draft.ts';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import type { MeetingsView } from '../../../shared/views/meetings.ts';
import { meetings as meetingWords } from '../../../shared/words/meetings.ts';
import { Choice } from '../../devices/field.tsx';
import { addressOf } from '../address.ts';
import { choicesOf, namesOf } from './people.ts';
import { headings } from './topics.tsx';

interface StartProps {
  readonly link: Link;
  readonly view: MeetingsView;
  readonly kind: MeetingKind;
  /** One more, where the first was too short. */
  readonly again?: true;
}

interface Leading {
  readonly host: StaffId | '';
  readonly recorder: StaffId | '';
}

/** Who leads and who records is filled in: mostly it is one touch. */
export function Start({ link, view, kind, again }: StartProps) {
  const w = words(meetingWords);
  const next = view.next[kind];
  const blank: Leading = { host: next.host ?? '', recorder: next.recorder ?? '' };
  const draft = useDraft<Leading>(link, `meeting.start ${view.today} ${kind}`, blank);
  const { busy, refusal, run } = useAsk();
  const { host, recorder } = draft.value;
  const people = choicesOf(view.people);
  if (people.length === 0) return <p class="quiet">{w.noStaff}</p>;
  const start = async () => {
    if (!host || !recorder) return;
    if (await run(() => link.send({ type: 'meeting.start', kind, host, recorder }))) draft.clear();
  };
  const says = again ? w.another : w.start[kind];
  return (
    <section class="start" aria-label={says}>
      <div class="row-form">
        <Choice
          {...{ label: w.host, empty: w.choose, of: people, value: host }}
          onValue={(chosen) => draft.set({ host: chosen })}
        />
        <Choice
          {...{ label: w.recorder, empty: w.choose, of: people, value: recorder }}
          onValue={(chosen) => draft.set({ recorder: chosen })}
        />
      </div>
      <Expected {...{ view, kind }} />
      <Button
        {...{ kind: again || kind === 'evening' ? 'plain' : 'next', class: 'big', busy }}
        disabled={!host || !recorder}
        onPress={() => void start()}
      >
        {says}
      </Button>
      <Refusal says={refusal} />
    </section>
  );
}

/** Who should be there, and the topics of weight, as planned. */
function Expected({ view, kind }: Pick<StartProps, 'view' | 'kind'>) {
  const w = words(meetingWords);
  const { expected, topics } = view.next[kind];
  const nameOf = namesOf(view.people);
  const names = new Map(headings(view.rules));
  return (
    <div class="expected">
      {expected.length === 0 ? (
        <p>
          {w.nobodyExpected} <a href={addressOf('meetings', 'roster')}>{w.toRoster}</a>
        </p>
      ) : (
        <p>
          <strong>{w.expected(expected.length)}</strong>
          {expected.map((e) => (
            <span key={e.person}>{nameOf(e.person)}</span>
          ))}
        </p>
      )}
      {topics.map((t) => (
        <p key={t.topic}>
          <strong>{names.get(t.topic) ?? t.topic}</strong>
          {t.note}
        </p>
      ))}
    </div>
  );
}
