import { useRef, useState } from 'preact/hooks';
import type { Post } from '../../shared/devices/roles.ts';
import type { StaffId } from '../../shared/ids.ts';
import { useAsk } from '../../shared/screen/ask.ts';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Refusal } from '../../shared/screen/notice.tsx';
import { devices } from '../../shared/words/devices.ts';
import { Choice, choices, Field, pinField } from './field.tsx';

const nobody = { id: '', post: '' as Post | '', name: '', pin: '' };

/** Adds a member of staff; name and PIN may follow later. */
export function NewPerson({ link }: { link: Link }) {
  const w = words(devices);
  const [who, setWho] = useState(nobody);
  const added = useRef('');
  const { busy, refusal, run } = useAsk();
  const submit = async (event: Event) => {
    event.preventDefault();
    const { post, pin } = who;
    const person = who.id.trim() as StaffId;
    const name = who.name.trim();
    if (!post) return;
    const add = async () => {
      const reply = await link.send({ type: 'staff.add', person, post });
      if (reply.ok) added.current = `${person} ${post}`;
      return reply;
    };
    // The next one may be typed while this one is on its way.
    setWho(nobody);
    const ok = await run(
      // Added already where only the PIN was refused.
      ...(added.current === `${person} ${post}` ? [] : [add]),
      ...(name ? [() => link.request({ type: 'staff.name', person, name })] : []),
      // Last: the first manager's PIN ends what this panel may without anybody signed in.
      ...(pin ? [() => link.request({ type: 'staff.setPin', person, pin })] : []),
    );
    if (!ok) setWho((now) => (now === nobody ? { ...who, pin: '' } : now));
  };
  const change = (some: Partial<typeof nobody>) => setWho({ ...who, ...some });
  return (
    <form class="house-form" onSubmit={submit}>
      <h2>{w.newPerson}</h2>
      <Field
        {...{ label: w.person, value: who.id, onValue: (id) => change({ id }) }}
        more={{ required: true, maxLength: 32, pattern: '\\s*[A-Za-z0-9_\\-]{1,32}\\s*' }}
      />
      <Choice
        {...{ label: w.post, empty: w.choose, of: choices(w.posts), value: who.post }}
        onValue={(post) => change({ post })}
      />
      <Field
        {...{ label: w.personName, value: who.name, onValue: (name) => change({ name }) }}
        more={{ maxLength: 40, placeholder: w.optional }}
      />
      <Field
        {...{ label: w.pin, value: who.pin, onValue: (pin) => change({ pin }) }}
        more={{ ...pinField, placeholder: w.pinIs, title: w.pinIs }}
      />
      <button type="submit" class="button button-next" disabled={busy}>
        {w.add}
      </button>
      <Refusal says={refusal} />
    </form>
  );
}
