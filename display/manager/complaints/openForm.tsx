import type { StaffId } from '../../../shared/ids.ts';
import type { LobbyCommand } from '../../../shared/lobby.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { useDraft } from '../../../shared/screen/draft.ts';
import { pick, words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import type { ComplaintsView } from '../../../shared/views/complaints.ts';
import { complaints as complaintWords } from '../../../shared/words/complaints.ts';
import { addressOf, goTo } from '../address.ts';
import { Chips, Field, Text, Who } from './fields.tsx';

type Open = Extract<LobbyCommand, { type: 'complaint.open' }>;

interface Form {
  readonly channel: Open['channel'] | '';
  readonly cause: Open['cause'] | '';
  readonly service: string;
  readonly reference: string;
  readonly firstAsked: string;
  readonly owner: string;
  readonly about: string;
  readonly receivedOn: string;
  readonly complex: boolean;
  readonly note: string;
}

interface OpenFormProps {
  readonly link: Link;
  readonly view: ComplaintsView;
  /** The early warning it comes of. */
  readonly warning?: string;
}

/** A new complaint: two touches and who was asked first are enough; what is half filled in is kept. */
export function OpenForm({ link, view, warning }: OpenFormProps) {
  const w = words(complaintWords);
  const me = link.you.value?.person?.id ?? '';
  const blank: Form = {
    ...{ channel: '', cause: '', service: '', reference: '', firstAsked: me, owner: '' },
    ...{ about: '', receivedOn: view.today, complex: false, note: '' },
  };
  const { value, set, clear, isKept } = useDraft(link, `complaint.open ${warning ?? ''}`, blank);
  const { busy, refusal, run } = useAsk();
  const save = async () => {
    const command = commandOf(value, warning);
    if (!command || !(await run(() => link.send(command)))) return;
    clear();
    goTo('complaints');
  };
  return (
    <div class="records complaints">
      <a class="back" href={addressOf('complaints')}>
        {w.back}
      </a>
      <h1>{w.open}</h1>
      {isKept && (
        <p class="quiet" role="status">
          {w.kept}{' '}
          <Button kind="quiet" onPress={clear}>
            {w.clear}
          </Button>
        </p>
      )}
      <section class="part">
        <h2>{w.channel}</h2>
        <Chips
          name={w.channel}
          of={w.channels}
          chosen={value.channel}
          onPick={(channel) => set({ channel })}
        />
        <h2>{w.cause}</h2>
        <Chips
          name={w.cause}
          of={w.causes}
          chosen={value.cause}
          onPick={(cause) => set({ cause })}
        />
      </section>
      <People {...{ view, value, set }} />
      <Text name={w.note} value={value.note} onType={(note) => set({ note })} />
      <Refusal says={refusal} />
      <div class="acts">
        <Button
          {...{ kind: 'next', busy, disabled: !value.channel || !value.cause || !value.firstAsked }}
          onPress={() => void save()}
        >
          {w.save}
        </Button>
      </div>
    </div>
  );
}

interface PeopleProps {
  readonly view: ComplaintsView;
  readonly value: Form;
  readonly set: (some: Partial<Form>) => void;
}

function People({ view, value, set }: PeopleProps) {
  const w = words(complaintWords);
  const { people } = view;
  return (
    <div class="row-form">
      <Who
        {...{ people, name: w.firstAsked, nobody: w.nobody, chosen: value.firstAsked }}
        onPick={(firstAsked) => set({ firstAsked })}
      />
      <Who
        {...{ people, name: w.about, nobody: w.nobody, chosen: value.about }}
        onPick={(about) => set({ about })}
      />
      <Who
        {...{ people, name: w.owner, nobody: w.firstAsked, chosen: value.owner }}
        onPick={(owner) => set({ owner })}
      />
      <Field name={w.service}>
        <select
          aria-label={w.service}
          value={value.service}
          onChange={(e) => set({ service: e.currentTarget.value })}
        >
          <option value="">{w.noService}</option>
          {view.services.map((s) => (
            <option key={s.id} value={s.id}>
              {pick(s.name)}
            </option>
          ))}
        </select>
      </Field>
      <Text
        name={w.received}
        type="date"
        value={value.receivedOn}
        onType={(receivedOn) => set({ receivedOn })}
      />
      <Text
        name={w.reference}
        most={40}
        value={value.reference}
        onType={(reference) => set({ reference })}
      />
      <Button pressed={value.complex} onPress={() => set({ complex: !value.complex })}>
        {w.complex}
      </Button>
    </div>
  );
}

function commandOf(form: Form, warning: string | undefined): LobbyCommand | null {
  const { channel, cause, service, reference, firstAsked, owner, about, receivedOn, note } = form;
  if (!channel || !cause) return null;
  return {
    ...{ type: 'complaint.open', channel, cause, firstAsked: firstAsked as StaffId },
    ...(owner && { owner }),
    ...(about && { about: [about] }),
    ...(service && { service }),
    ...(reference.trim() && { reference: reference.trim() }),
    ...(receivedOn && { receivedOn }),
    ...(form.complex && { complex: true }),
    ...(note.trim() && { note: note.trim() }),
    ...(warning && { warning }),
  } as LobbyCommand;
}
