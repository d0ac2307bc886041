import { useState } from 'preact/hooks';
import { useAsk } from '../../shared/screen/ask.ts';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Refusal } from '../../shared/screen/notice.tsx';
import type { DevicesView } from '../../shared/views/devices.ts';
import { devices } from '../../shared/words/devices.ts';
import { Field } from './field.tsx';
import { type Place, PlaceFields, placeOf } from './place.tsx';

const nowhere: Place = { role: '', counter: '' };

/** Lets a new screen in by the code it shows. */
export function Approve({ link, view }: { link: Link; view: DevicesView }) {
  const w = words(devices);
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [place, setPlace] = useState(nowhere);
  const [isDone, setDone] = useState(false);
  const { busy, refusal, run } = useAsk();
  const type = (typed: string) => {
    setCode(typed);
    setDone(false);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const where = placeOf(place);
    if (!where) return;
    const said = name.trim();
    const named = said ? { name: said } : {};
    const ok = await run(() => link.request({ type: 'device.approve', code, ...where, ...named }));
    setDone(ok);
    if (!ok) return;
    setCode('');
    setName('');
    setPlace(nowhere);
  };
  return (
    <form class="house-form" onSubmit={submit}>
      <h2>{w.newDevice}</h2>
      <p>{isDone ? w.approved : w.waiting(view.pending.length)}</p>
      <Field
        {...{ label: w.code, value: code, onValue: type }}
        more={{ class: 'house-code', required: true, maxLength: 16, spellcheck: false }}
      />
      <PlaceFields {...{ place, counters: view.counters, onPlace: setPlace }} />
      <Field
        {...{ label: w.name, value: name, onValue: setName }}
        more={{ maxLength: 40, placeholder: w.optional }}
      />
      <button type="submit" class="button button-next" disabled={busy}>
        {w.approve}
      </button>
      <Refusal says={refusal} />
    </form>
  );
}
