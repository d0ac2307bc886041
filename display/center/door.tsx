import { useEffect, useState } from 'preact/hooks';
import type { CityReceived } from '../../shared/city/wire.ts';
import { useAsk } from '../../shared/screen/ask.ts';
import { LanguageSwitch } from '../../shared/screen/frame.tsx';
import { words } from '../../shared/screen/language.ts';
import { Mark } from '../../shared/screen/mark.tsx';
import { Refusal } from '../../shared/screen/notice.tsx';
import type { Text } from '../../shared/settings.ts';
import { cityDoor } from '../../shared/words/cityDoor.ts';
import './door.css';
import { browser, keepSession } from './session.ts';

type Way = 'sign-in' | 'choose' | 'found';

/** Which fields each way in has. */
const FIELDS = {
  'sign-in': ['person', 'password'],
  choose: ['code', 'newPassword', 'again'],
  found: ['code', 'person', 'name', 'newPassword', 'again'],
} as const satisfies Record<Way, readonly string[]>;
type Field = (typeof FIELDS)[Way][number];

/** Whoever is not in sees this and nothing else. */
export function Door({ entered }: { entered: () => void }) {
  const w = words(cityDoor);
  const [way, go] = useState<Way>('sign-in');
  useEffect(() => {
    document.title = w.title;
    void isFounding().then((founds) => founds && go('found'));
  }, []);
  return (
    <div class="door">
      <header>
        <Mark />
        <LanguageSwitch remember />
      </header>
      <main>
        <h1>{w.title}</h1>
        <p>{w.purpose}</p>
        <DoorForm key={way} way={way} entered={entered} />
        {way !== 'found' && (
          <button
            type="button"
            class="button button-quiet"
            onClick={() => go(way === 'choose' ? 'sign-in' : 'choose')}
          >
            {way === 'choose' ? w.havePassword : w.haveCode}
          </button>
        )}
      </main>
    </div>
  );
}

function DoorForm({ way, entered }: { way: Way; entered: () => void }) {
  const w = words(cityDoor);
  const [told, tell] = useState<Partial<Record<Field, string>>>({});
  const [differ, say] = useState<Text | null>(null);
  const { busy, refusal, run } = useAsk();
  const submit = async (event: Event) => {
    event.preventDefault();
    if (way !== 'sign-in' && told.newPassword !== told.again)
      return say({ zh: cityDoor.zh.differ, en: cityDoor.en.differ });
    say(null);
    if (await run(() => knock(way, told))) entered();
  };
  const heads = { 'sign-in': w.signIn, choose: w.choose, found: w.found };
  const means = { 'sign-in': null, choose: w.chooseMeans, found: w.foundMeans }[way];
  return (
    <form class="door-form" onSubmit={(event) => void submit(event)}>
      <h2>{heads[way]}</h2>
      {means && <p>{means}</p>}
      {FIELDS[way].map((field) => (
        <div key={field} class="field">
          <label for={`door-${field}`}>{w[field]}</label>
          <Blank
            {...{ field, way, value: told[field] ?? '' }}
            onText={(text) => tell({ ...told, [field]: text })}
          />
          {field === 'newPassword' && <small>{w.passwordIs}</small>}
        </div>
      ))}
      <Refusal says={differ ?? refusal} />
      <button type="submit" class="button button-next" disabled={busy}>
        {w.enter}
      </button>
    </form>
  );
}

interface BlankProps {
  readonly field: Field;
  readonly way: Way;
  readonly value: string;
  readonly onText: (text: string) => void;
}

function Blank({ field, way, value, onText }: BlankProps) {
  const common = {
    ...{ id: `door-${field}`, value, required: true, spellcheck: false },
    onInput: (event: { currentTarget: HTMLInputElement }) => onText(event.currentTarget.value),
  };
  if (!SECRETS.includes(field))
    return <input type="text" {...common} maxLength={40} autocomplete="off" />;
  const autocomplete = way === 'sign-in' ? 'current-password' : 'new-password';
  const least = field === 'newPassword' ? { minLength: 10 } : {};
  return (
    <input type="password" {...common} {...least} maxLength={200} autocomplete={autocomplete} />
  );
}

const SECRETS: readonly Field[] = ['password', 'newPassword', 'again'];

async function isFounding(): Promise<boolean> {
  try {
    const said = (await (await fetch('/api/city/door')).json()) as { founding?: boolean };
    return said.founding === true;
  } catch {
    return false;
  }
}

async function knock(way: Way, told: Partial<Record<Field, string>>): Promise<CityReceived | null> {
  const { person = '', name = '', code = '', password = '', newPassword = '' } = told;
  const body = {
    'sign-in': { person: person.trim(), password },
    choose: { code, password: newPassword },
    found: { code, person: person.trim(), name: name.trim(), password: newPassword },
  }[way];
  try {
    const response = await fetch(`/api/city/${way}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, browser: browser() }),
    });
    const answer = (await response.json()) as CityReceived;
    if (answer.ok) keepSession(answer.session ?? null);
    return answer;
  } catch {
    return null;
  }
}
