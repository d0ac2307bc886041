import { useState } from 'preact/hooks';
import { useAsk } from '../../shared/screen/ask.ts';
import { Button } from '../../shared/screen/button.tsx';
import { pick, words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Refusal } from '../../shared/screen/notice.tsx';
import { Sure } from '../../shared/screen/sure.tsx';
import { moment } from '../../shared/screen/time.ts';
import type { DeviceRow, DevicesView } from '../../shared/views/devices.ts';
import { devices } from '../../shared/words/devices.ts';
import { Field } from './field.tsx';
import { type Place, PlaceFields, placeOf } from './place.tsx';

interface DeviceProps {
  readonly link: Link;
  readonly view: DevicesView;
  readonly device: DeviceRow;
}

/** One screen that was let in: what it is, how it stands, and the way to change it. */
export function DeviceItem({ link, view, device }: DeviceProps) {
  const w = words(devices);
  const [isOpen, setOpen] = useState(false);
  const counter = view.counters.find(({ id }) => id === device.counter);
  const { seenAt, touchedAt, offMinutes, places } = device;
  const when = (at: number) => moment(view.branch, at, link.hubNow());
  const standing = device.online ? w.online : w.seen(when(seenAt ?? 0));
  return (
    <li class="house-item">
      <div class="house-row">
        <div>
          <strong>{device.name ?? w.unnamed}</strong>
          <p>{[w.roles[device.role], counter && pick(counter.name)].filter(Boolean).join(' · ')}</p>
        </div>
        <p class="house-state" data-lit={device.online || undefined}>
          {standing}
          {touchedAt !== null && <small>{w.touched(when(touchedAt))}</small>}
          {offMinutes > 0 && <small>{w.off(offMinutes)}</small>}
        </p>
        <Button kind="quiet" onPress={() => setOpen(!isOpen)}>
          {isOpen ? w.close : w.edit}
        </Button>
      </div>
      {places > 1 && <p class="house-warning">{w.places(places)}</p>}
      {isOpen && <Change {...{ link, view, device }} onDone={() => setOpen(false)} />}
    </li>
  );
}

function Change({ link, view, device, onDone }: DeviceProps & { readonly onDone: () => void }) {
  const w = words(devices);
  const before = device.name ?? '';
  const [name, setName] = useState(before);
  const [place, setPlace] = useState<Place>({ role: device.role, counter: device.counter ?? '' });
  const { busy, refusal, run } = useAsk();
  const id = { device: device.id };
  const submit = async (event: Event) => {
    event.preventDefault();
    const where = placeOf(place);
    const said = name.trim();
    if (!where) return;
    const isMoved = where.role !== device.role || (where.counter ?? null) !== device.counter;
    const rename = () => link.request({ type: 'device.name', ...id, name: said });
    const move = () => link.send({ type: 'device.place', ...id, ...where });
    const steps = [...(said && said !== before ? [rename] : []), ...(isMoved ? [move] : [])];
    if (await run(...steps)) onDone();
  };
  const revoke = () => void run(() => link.send({ type: 'device.revoke', ...id }));
  return (
    <form class="house-form" onSubmit={submit}>
      <Field {...{ label: w.name, value: name, onValue: setName }} more={{ maxLength: 40 }} />
      <PlaceFields {...{ place, counters: view.counters, onPlace: setPlace }} />
      <div class="house-do">
        <button type="submit" class="button button-next" disabled={busy}>
          {w.save}
        </button>
        <Sure {...{ busy, question: w.revokeSure, onSure: revoke }}>{w.revoke}</Sure>
      </div>
      <Refusal says={refusal} />
    </form>
  );
}
