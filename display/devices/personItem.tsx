import { useState } from 'preact/hooks';
import { useAsk } from '../../shared/screen/ask.ts';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Refusal } from '../../shared/screen/notice.tsx';
import { Sure } from '../../shared/screen/sure.tsx';
import type { StaffRow } from '../../shared/views/devices.ts';
import { devices } from '../../shared/words/devices.ts';
import { Choice, choices, Field, pinField } from './field.tsx';

interface PersonProps {
  readonly link: Link;
  readonly member: StaffRow;
}

/** One member of staff, and the way to change what is held of them. */
export function PersonItem({ link, member }: PersonProps) {
  const w = words(devices);
  const [isOpen, setOpen] = useState(false);
  const { id, name, post, hasPin, devices: at } = member;
  return (
    <li class="house-item">
      <div class="house-row">
        <div>
          <strong>{name ?? id}</strong>
          <p>{[name && id, w.posts[post]].filter(Boolean).join(' · ')}</p>
        </div>
        <p class="house-state" data-lit={at.length > 0 || undefined}>
          {hasPin ? at.length > 0 && w.here : w.noPin}
        </p>
        <Button kind="quiet" onPress={() => setOpen(!isOpen)}>
          {isOpen ? w.close : w.edit}
        </Button>
      </div>
      {at.length > 1 && <p class="house-warning">{w.twice(at.length)}</p>}
      {isOpen && <Change {...{ link, member }} onDone={() => setOpen(false)} />}
    </li>
  );
}

function Change({ link, member, onDone }: PersonProps & { readonly onDone: () => void }) {
  const w = words(devices);
  const before = member.name ?? '';
  const [name, setName] = useState(before);
  const [post, setPost] = useState(member.post);
  const [pin, setPin] = useState('');
  const { busy, refusal, run } = useAsk();
  const person = member.id;
  const submit = async (event: Event) => {
    event.preventDefault();
    const said = name.trim();
    const rename = () => link.request({ type: 'staff.name', person, name: said });
    const appoint = () => link.send({ type: 'staff.post', person, post });
    const reset = () => link.request({ type: 'staff.setPin', person, pin });
    const ok = await run(
      ...(said && said !== before ? [rename] : []),
      ...(post !== member.post ? [appoint] : []),
      ...(pin ? [reset] : []),
    );
    setPin('');
    if (ok) onDone();
  };
  const leave = () => void run(() => link.send({ type: 'staff.leave', person }));
  const erase = async () => {
    if (await run(() => link.request({ type: 'staff.erase', person }))) onDone();
  };
  return (
    <form class="house-form" onSubmit={submit}>
      <Field {...{ label: w.personName, value: name, onValue: setName }} more={{ maxLength: 40 }} />
      <Choice {...{ label: w.post, of: choices(w.posts), value: post, onValue: setPost }} />
      <Field
        {...{ label: w.newPin, value: pin, onValue: setPin }}
        more={{ ...pinField, placeholder: w.pinIs, title: w.pinIs }}
      />
      <div class="house-do">
        <button type="submit" class="button button-next" disabled={busy}>
          {w.save}
        </button>
        <Sure {...{ busy, question: w.leaveSure, onSure: leave }}>{w.leave}</Sure>
        <Sure {...{ busy, question: w.eraseSure, onSure: () => void erase() }}>{w.erase}</Sure>
      </div>
      <Refusal says={refusal} />
    </form>
  );
}
