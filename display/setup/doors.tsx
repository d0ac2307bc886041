import { useState } from 'preact/hooks';
import type { DeviceRole } from '../../shared/devices/roles.ts';
import type { CounterId } from '../../shared/ids.ts';
import type { Reach } from '../../shared/questions/setUpStart.ts';
import { useAsk } from '../../shared/screen/ask.ts';
import { pick, words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Refusal } from '../../shared/screen/notice.tsx';
import { Qr } from '../../shared/screen/qr.tsx';
import type { CounterSetting, Text } from '../../shared/settings.ts';
import { home as homeWords } from '../../shared/words/home.ts';
import { setUp as setUpWords } from '../../shared/words/setUp.ts';
import { Field } from '../devices/field.tsx';

interface DoorsProps {
  readonly link: Link;
  readonly counters: readonly CounterSetting[];
  readonly reach: Reach;
}

interface Door {
  readonly role: DeviceRole;
  readonly page: string;
  readonly name: string;
  readonly counter?: CounterId;
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Every screen of the branch with its address, as text and as a code, and the way to let it in. */
export function Doors({ link, counters, reach }: DoorsProps) {
  const w = words(setUpWords);
  const { hosts, pairs } = reach;
  const isHere = LOOPBACK.includes(location.hostname);
  const [host] = isHere ? hosts : [location.hostname];
  const means = host === undefined ? 'here' : pairs ? 'pair' : 'open';
  const at = (page: string) => {
    const { protocol, port } = location;
    const others = `${protocol}//${host}${port && `:${port}`}`;
    return new URL(page, host === undefined ? location.href : others).href;
  };
  return (
    <section aria-labelledby="screens">
      <h2 id="screens">{w.screens}</h2>
      <p>{w.screensMean[means]}</p>
      {host === undefined && pairs && <p>{w.screensMean.pair}</p>}
      <ul class="set-up-doors">
        {doorsOf(counters).map((door) => (
          <li key={door.page}>
            <DoorItem {...{ link, door, address: at(door.page), pairs }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function doorsOf(counters: readonly CounterSetting[]): Door[] {
  const w = words(homeWords);
  const { kiosk, lobby, floor } = w.screens;
  const atCounter = (name: Text, screen: string) => `${pick(name)} · ${screen}`;
  return [
    { role: 'kiosk', page: '/kiosk/ticket/', name: kiosk.name },
    { role: 'display', page: '/display/lobby/', name: lobby.name },
    { role: 'floor', page: '/kiosk/floor/', name: floor.name },
    ...counters.flatMap(({ id: counter, name }): Door[] => [
      {
        ...{ role: 'counter', page: `/kiosk/counter/?counter=${counter}`, counter },
        name: atCounter(name, w.counterScreen),
      },
      {
        ...{ role: 'rating', page: `/kiosk/rating/?counter=${counter}`, counter },
        name: atCounter(name, w.ratingScreen),
      },
    ]),
  ];
}

interface ItemProps {
  readonly link: Link;
  readonly door: Door;
  readonly address: string;
  readonly pairs: boolean;
}

function DoorItem({ link, door, address, pairs }: ItemProps) {
  const w = words(setUpWords);
  const [code, setCode] = useState('');
  const [isIn, setIn] = useState(false);
  const { busy, refusal, run } = useAsk();
  const { role, counter, name } = door;
  const letIn = async (event: Event) => {
    event.preventDefault();
    const place = { role, name, ...(counter && { counter }) };
    const ok = await run(() => link.request({ type: 'device.approve', code, ...place }));
    setIn(ok);
    if (ok) setCode('');
  };
  return (
    <>
      <a href={door.page} target="_blank" rel="noopener">
        <Qr text={address} label={words(homeWords).code(name)} />
        <strong>{name}</strong>
      </a>
      <code>{address}</code>
      {pairs && (
        <form onSubmit={letIn}>
          <Field
            {...{ label: w.code, value: code, onValue: setCode }}
            more={{ class: 'house-code', maxLength: 16, required: true, spellcheck: false }}
          />
          <button type="submit" class="button button-plain" disabled={busy}>
            {w.letIn}
          </button>
          <span role="status">{isIn && w.isIn}</span>
          <Refusal says={refusal} />
        </form>
      )}
    </>
  );
}
