import { useState } from 'preact/hooks';
import type { PersonId } from '../../../shared/city/ids.ts';
import type { SentOver } from '../../../shared/city/views/followed.ts';
import type { SentBody } from '../../../shared/down/item.ts';
import type { ItemRefusal } from '../../../shared/down/refusals.ts';
import type { SendingId } from '../../../shared/ids.ts';
import { unreachable } from '../../../shared/result.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { moment } from '../../../shared/screen/time.ts';
import { cityInspections } from '../../../shared/words/cityInspections.ts';
import { citySent } from '../../../shared/words/citySent.ts';
import { complaints } from '../../../shared/words/complaints.ts';
import { fromCity, reasonOf } from '../../../shared/words/fromCity.ts';
import { notices } from '../../../shared/words/notices.ts';
import { Text } from '../../manager/complaints/fields.tsx';
import { branchName } from '../names.ts';
import type { BoardProps } from './props.ts';

interface SendingProps extends BoardProps {
  readonly one: SentOver;
  readonly people: Readonly<Record<PersonId, string>>;
}

/** One thing that was sent: what, when, by whom, and how it stands at each branch. */
export function SendingItem(props: SendingProps) {
  const { one, people, link, shell } = props;
  const w = words(citySent);
  const { body, at, by, id, withdrawn } = one.sending;
  const when = (time: number) =>
    moment({ timeZone: shell.timeZone, offset: 0 }, time, link.hubNow());
  const isOver = body.kind === 'rules' || body.kind === 'withdrawal' || withdrawn !== null;
  return (
    <li data-withdrawn={withdrawn ? true : undefined}>
      <header>
        <strong>{kindOf(body)}</strong>
        <b>{titleOf(body)}</b>
        <span>{when(at)}</span>
        <span>{by === null ? w.bySystem : (people[by] ?? by)}</span>
        <small>{id}</small>
      </header>
      {withdrawn && <p>{w.withdrawn(when(withdrawn.at), withdrawn.why)}</p>}
      <Receipts {...props} when={when} />
      {props.may && !isOver && <Withdraw link={link} id={id} />}
    </li>
  );
}

function kindOf(body: SentBody): string {
  if (body.kind !== 'notice') return words(fromCity).kinds[body.kind] ?? body.kind;
  return body.figures ? words(citySent).prompt : words(notices).kinds[body.is];
}

function titleOf(body: SentBody): string {
  const w = words(citySent);
  switch (body.kind) {
    case 'notice':
      return [body.number, body.title].filter(Boolean).join(' ');
    case 'rules':
      return w.rules(body.rules.version, body.rules.from);
    case 'inspection':
      return [
        body.on,
        words(cityInspections).off(body.marks.reduce((sum, { points }) => sum + points, 0)),
      ].join(' ');
    case 'complaint':
      return words(complaints).causes[body.cause];
    case 'withdrawal':
      return w.withdrawal(body.of);
    default:
      return unreachable(body);
  }
}

/** How many it has reached, and how many people have read it; branch by branch behind that. */
function Receipts(props: SendingProps & { when: (at: number) => string }) {
  const w = words(citySent);
  const { received } = props.one;
  const arrived = received.filter((one) => one.arrived).length;
  const untaken = received.filter(({ refused }) => refused !== null).length;
  const read = received.reduce((sum, one) => sum + one.read.length, 0);
  const unread = received.reduce((sum, one) => sum + (one.unread?.length ?? 0), 0);
  return (
    <details>
      <summary>
        <span>{w.reached(arrived, received.length)}</span>
        {read + unread > 0 && <span>{w.read(read, read + unread)}</span>}
        {untaken > 0 && <span data-untaken>{w.untaken(untaken)}</span>}
      </summary>
      <ul>
        {received.map((one) => (
          <Receipt
            key={one.branch}
            {...{ one, name: branchName(props, one.branch), when: props.when }}
          />
        ))}
      </ul>
    </details>
  );
}

interface ReceiptProps {
  readonly one: SentOver['received'][number];
  readonly name: string;
  readonly when: (at: number) => string;
}

function Receipt({ one, name, when }: ReceiptProps) {
  const w = words(citySent);
  const { arrived, enteredAt, refused, read, unread } = one;
  const isThere = enteredAt === null ? w.there : w.arrived(when(enteredAt));
  return (
    <li>
      <strong>{name}</strong>
      <span>{arrived ? isThere : w.waiting}</span>
      {unread !== null && <span>{w.read(read.length, read.length + unread.length)}</span>}
      {unread !== null && unread.length > 0 && <small>{w.unread(unread.join(' '))}</small>}
      {refused && <span data-untaken>{pick(reasonOf(refused as ItemRefusal))}</span>}
    </li>
  );
}

/** What was sent in error is taken back, with a reason that the branches see. */
function Withdraw({ link, id }: Pick<BoardProps, 'link'> & { id: SendingId }) {
  const w = words(citySent);
  const [isOpen, open] = useState(false);
  const [why, say] = useState('');
  const { busy, refusal, run } = useAsk();
  const withdraw = () =>
    void run(() => link.send({ type: 'sent.withdraw', sending: id, why: why.trim() }));
  if (!isOpen)
    return (
      <Button kind="quiet" onPress={() => open(true)}>
        {w.withdraw}
      </Button>
    );
  return (
    <div class="board-withdraw">
      <Text name={w.why} value={why} onType={say} />
      <Button {...{ busy, disabled: why.trim() === '' }} class="sure" onPress={withdraw}>
        {w.withdrawSend}
      </Button>
      <Button kind="quiet" onPress={() => open(false)}>
        {w.back}
      </Button>
      <Refusal says={refusal} />
    </div>
  );
}
