import { useState } from 'preact/hooks';
import type { SentCommandOf } from '../../../shared/city/sent/commands.ts';
import type { BranchNowPage } from '../../../shared/city/views/branchNow.ts';
import type { BranchId } from '../../../shared/ids.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { cityBoard } from '../../../shared/words/cityBoard.ts';
import { complaints as complaintWords } from '../../../shared/words/complaints.ts';
import { Chips, Text } from '../../manager/complaints/fields.tsx';
import { branchName } from '../names.ts';
import { useCity } from '../question.ts';
import { Choice } from '../settings/fields.tsx';
import { type BoardProps, todayIn } from './props.ts';
import { staffOf } from './staff.ts';

type Order = SentCommandOf<'sent.complaint'>['complaint'];

interface Form {
  readonly branch: string;
  readonly channel: Order['channel'];
  readonly cause: Order['cause'] | '';
  readonly receivedOn: string;
  readonly due: string;
  readonly complex: boolean;
  readonly service: string;
  readonly reference: string;
  readonly owner: string;
  readonly about: string;
  readonly note: string;
}

interface OrderFormProps extends BoardProps {
  readonly done: () => void;
  readonly close: () => void;
}

/** 上级派单: a complaint that reached the city, to the branch that it is about. */
export function OrderForm(props: OrderFormProps) {
  const { link, shell } = props;
  const w = words(cityBoard);
  const c = words(complaintWords);
  const [form, fill] = useState<Form>({
    ...{ branch: '', channel: 'superior', cause: '', receivedOn: todayIn(props), due: '' },
    ...{ complex: false, service: '', reference: '', owner: '', about: '', note: '' },
  });
  const set = (some: Partial<Form>) => fill((before) => ({ ...before, ...some }));
  const { busy, refusal, run } = useAsk();
  const submit = async (event: Event) => {
    event.preventDefault();
    const { branch, cause } = form;
    if (!branch || !cause) return;
    const complaint = orderOf(form, cause);
    const command = { type: 'sent.complaint', branch: branch as BranchId, complaint } as const;
    if (await run(() => link.send(command))) props.done();
  };
  return (
    <form class="row-form city-form" onSubmit={(event) => void submit(event)}>
      <h2>{w.assign}</h2>
      <Choice
        label={w.branch}
        value={form.branch}
        options={[
          ['', w.choose],
          ...shell.branches.map(({ id }) => [id, branchName(props, id)] as const),
        ]}
        onChoose={(branch) => set({ branch, owner: '', about: '', service: '' })}
      />
      <Text
        name={c.received}
        type="date"
        value={form.receivedOn}
        onType={(receivedOn) => set({ receivedOn })}
      />
      <Text name={w.ordersDue} type="date" value={form.due} onType={(due) => set({ due })} />
      <Button pressed={form.complex} onPress={() => set({ complex: !form.complex })}>
        {c.complex}
      </Button>
      <Text
        name={c.reference}
        most={40}
        value={form.reference}
        onType={(reference) => set({ reference })}
      />
      <div class="whole">
        <small>{c.channel}</small>
        <Chips
          {...{ name: c.channel, of: c.channels, chosen: form.channel }}
          onPick={(channel) => set({ channel })}
        />
      </div>
      <div class="whole">
        <small>{c.cause}</small>
        <Chips
          {...{ name: c.cause, of: c.causes, chosen: form.cause }}
          onPick={(cause) => set({ cause })}
        />
      </div>
      {form.branch && <AtBranch {...props} {...{ form, set }} />}
      <div class="whole">
        <Text name={c.note} value={form.note} onType={(note) => set({ note })} />
      </div>
      <div class="board-acts whole">
        <button
          type="submit"
          class="button button-next"
          disabled={busy || !form.branch || !form.cause}
        >
          {w.sendOrder}
        </button>
        <Button kind="quiet" onPress={props.close}>
          {w.close}
        </Button>
      </div>
      <Refusal says={refusal} />
    </form>
  );
}

interface AtBranchProps extends BoardProps {
  readonly form: Form;
  readonly set: (some: Partial<Form>) => void;
}

/** Who and what it is about there, by the branch's own numbers. */
function AtBranch({ link, form, set }: AtBranchProps) {
  const w = words(cityBoard);
  const c = words(complaintWords);
  const said = useCity(link, { type: 'branch.now', branch: form.branch as BranchId });
  const now = said.is === 'known' ? said.answer : null;
  if (now && now.staff.length === 0) return <p class="whole board-note">{w.noLedger}</p>;
  return (
    <>
      <Choice
        label={c.about}
        value={form.about}
        options={[['', c.nobody], ...staffOf(now)]}
        onChoose={(about) => set({ about })}
      />
      <Choice
        label={c.owner}
        value={form.owner}
        options={[['', w.ownerElse], ...staffOf(now)]}
        onChoose={(owner) => set({ owner })}
      />
      <Choice
        label={c.service}
        value={form.service}
        options={[['', c.noService], ...servicesOf(now)]}
        onChoose={(service) => set({ service })}
      />
    </>
  );
}

const servicesOf = (now: BranchNowPage | null) =>
  (now?.services ?? []).map(({ id, name }) => [id, pick(name)] as const);

function orderOf(form: Form, cause: Order['cause']): Order {
  const { channel, receivedOn, due, complex, service, reference, owner, about, note } = form;
  return {
    ...{ channel, cause, receivedOn },
    ...(due && { due }),
    ...(complex && { complex }),
    ...(service && { service }),
    ...(reference.trim() && { reference: reference.trim() }),
    ...(owner && { owner }),
    ...(about && { about: [about] }),
    ...(note.trim() && { note: note.trim() }),
  } as Order;
}
