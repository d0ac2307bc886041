import type { RootCause } from '../../../shared/care/complaints/commands.ts';
import type { LobbyCommand } from '../../../shared/lobby.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { useDraft } from '../../../shared/screen/draft.ts';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import type { Press } from '../../../shared/screen/press.ts';
import type { ComplaintsView, OrderCard } from '../../../shared/views/complaints.ts';
import { complaints as complaintWords } from '../../../shared/words/complaints.ts';
import { Chips, Text, Who } from './fields.tsx';

export type FormName = 'plan' | 'close' | 'handOver' | 'extend' | 'note' | 'involve' | 'escalate';

interface Form {
  readonly text: string;
  readonly root: RootCause | '';
  readonly rectify: boolean;
  readonly who: string;
  readonly until: string;
  readonly post: string;
  readonly approver: string;
  readonly toldOn: string;
}
const blank: Form = {
  ...{ text: '', root: '', rectify: true, who: '', until: '', post: '', approver: '', toldOn: '' },
};

interface ActFormProps {
  readonly link: Link;
  readonly view: ComplaintsView;
  readonly order: OrderCard;
  readonly press: Press;
  readonly name: FormName;
  readonly onDone: () => void;
}

/** What one step asks for; half filled in, it is there again after a reload. */
export function ActForm({ link, view, order, press, name, onDone }: ActFormProps) {
  const w = words(complaintWords);
  const { value, set, clear } = useDraft(link, `complaint.${name} ${order.id}`, blank);
  const command = commandOf(name, value, order);
  const done = async () => {
    const reply = command && (await press.send(command));
    if (!reply?.ok) return;
    clear();
    onDone();
  };
  return (
    <div class="act-form">
      <Fields {...{ name, view, order, value, set }} />
      <div class="acts">
        <Button
          {...{ kind: 'next', busy: press.busy, disabled: !command }}
          onPress={() => void done()}
        >
          {w.done}
        </Button>
        <Button kind="quiet" onPress={onDone}>
          {w.cancel}
        </Button>
      </div>
    </div>
  );
}

interface FieldsProps extends Pick<ActFormProps, 'name' | 'view' | 'order'> {
  readonly value: Form;
  readonly set: (some: Partial<Form>) => void;
}

function Fields({ name, view, order, value, set }: FieldsProps) {
  const w = words(complaintWords);
  const { people } = view;
  const text = (label: string) => (
    <Text name={label} value={value.text} onType={(typed) => set({ text: typed })} />
  );
  const who = (label: string) => (
    <Who
      {...{ people, name: label, nobody: w.nobody, chosen: value.who }}
      onPick={(id) => set({ who: id })}
    />
  );
  if (name === 'plan') return text(w.planIs);
  if (name === 'note') return text(w.noteIs);
  if (name === 'handOver') return who(w.to);
  if (name === 'involve') return who(w.involved);
  if (name === 'escalate') return <p class="quiet">{w.stands[higher(order)]}</p>;
  if (name === 'extend') return <Extend {...{ value, set }} />;
  return (
    <>
      <Chips name={w.root} of={w.roots} chosen={value.root} onPick={(root) => set({ root })} />
      {text(w.action)}
      <Button pressed={value.rectify} onPress={() => set({ rectify: !value.rectify })}>
        {w.rectify}
      </Button>
    </>
  );
}

function Extend({ value, set }: Pick<FieldsProps, 'value' | 'set'>) {
  const w = words(complaintWords);
  return (
    <div class="row-form">
      <Text name={w.untilIs} type="date" value={value.until} onType={(until) => set({ until })} />
      <Text name={w.reason} value={value.text} onType={(text) => set({ text })} />
      <p class="quiet whole">{w.approval}</p>
      <Text name={w.approver} most={40} value={value.post} onType={(post) => set({ post })} />
      <Text
        name={w.approverId}
        most={32}
        value={value.approver}
        onType={(approver) => set({ approver })}
      />
      <Text name={w.toldOn} type="date" value={value.toldOn} onType={(toldOn) => set({ toldOn })} />
    </div>
  );
}

const higher = ({ stands }: OrderCard) => (stands === 'onSite' ? 'inBank' : 'regulator');

/** null: something is missing yet. Ids and dates are checked where they arrive. */
function commandOf(name: FormName, form: Form, order: OrderCard): LobbyCommand | null {
  const of = { complaint: order.id };
  const text = form.text.trim();
  const made = (): object | null => {
    switch (name) {
      case 'plan':
        return text ? { type: 'complaint.plan', note: text } : null;
      case 'note':
        return text ? { type: 'complaint.note', note: text } : null;
      case 'handOver':
        return form.who ? { type: 'complaint.handOver', to: form.who } : null;
      case 'involve':
        return form.who ? { type: 'complaint.involve', person: form.who, as: 'involved' } : null;
      case 'escalate':
        return { type: 'complaint.escalate', to: higher(order) };
      case 'extend':
        return text && form.until ? extension(form, text) : null;
      default:
        return text && form.root
          ? {
              type: 'complaint.close',
              root: form.root,
              action: text,
              ...(form.rectify && { rectify: true }),
            }
          : null;
    }
  };
  const command = made();
  return command && ({ ...command, ...of } as LobbyCommand);
}

function extension({ until, post, approver, toldOn }: Form, reason: string) {
  const isApproved = post.trim() && approver.trim() && toldOn;
  return {
    ...{ type: 'complaint.extend', until, reason },
    ...(isApproved && { approval: { post: post.trim(), id: approver.trim(), toldOn } }),
  };
}
