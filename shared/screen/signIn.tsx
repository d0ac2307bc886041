import { useState } from 'preact/hooks';
import type { StaffId } from '../ids.ts';
import type { You } from '../wire.ts';
import { devices as devicesWords } from '../words/devices.ts';
import { signIn as signInWords } from '../words/signIn.ts';
import { useAsk } from './ask.ts';
import { Button } from './button.tsx';
import { words } from './language.ts';
import type { Link } from './link.ts';
import { Refusal } from './notice.tsx';
import './signIn.css';

/** Who is signed in at this screen of the staff's. Nothing at all where screens need no pairing. */
export function SignIn({ link }: { link: Link }) {
  const you = link.you.value;
  if (!you?.device) return null;
  if (you.founding) return <Founding />;
  return you.person ? <SignedIn link={link} person={you.person} /> : <SignedOut link={link} />;
}

/** Nobody is asked to sign in before there is somebody who could. */
function Founding() {
  const w = words(signInWords);
  return (
    <section class="sign-in" aria-label={w.in}>
      <strong>{w.founding}</strong>
      <a class="button button-next" href="/display/setup/">
        {w.setUp}
      </a>
      <a class="button button-quiet" href="/display/devices/">
        {w.found}
      </a>
    </section>
  );
}

function SignedIn({ link, person }: { link: Link; person: NonNullable<You['person']> }) {
  const { busy, refusal, run } = useAsk();
  return (
    <section class="sign-in" aria-label={words(signInWords).in}>
      <p>
        <strong>{person.name ?? person.id}</strong>
        <span>{words(devicesWords).posts[person.post]}</span>
      </p>
      <Button
        {...{ kind: 'quiet', busy }}
        onPress={() => void run(() => link.request({ type: 'person.signOut' }))}
      >
        {words(signInWords).out}
      </Button>
      <Refusal says={refusal} />
    </section>
  );
}

function SignedOut({ link }: { link: Link }) {
  const w = words(signInWords);
  const [person, setPerson] = useState('');
  const [pin, setPin] = useState('');
  const { busy, refusal, run } = useAsk();
  const submit = (event: Event) => {
    event.preventDefault();
    void run(() => link.request({ type: 'person.signIn', person: person.trim() as StaffId, pin }));
    // A PIN does not stay on the screen, right or wrong.
    setPin('');
  };
  return (
    <form class="sign-in" aria-label={w.in} onSubmit={submit}>
      <strong>{w.nobody}</strong>
      <input
        {...{ value: person, placeholder: w.person, required: true, autocomplete: 'off' }}
        {...{ pattern: '\\s*[A-Za-z0-9_\\-]{1,32}\\s*', maxLength: 32 }}
        aria-label={w.person}
        onInput={(event) => setPerson(event.currentTarget.value)}
      />
      <input
        {...{ type: 'password', value: pin, placeholder: w.pin, required: true }}
        {...{ inputMode: 'numeric', pattern: '[0-9]{6,12}', maxLength: 12, autocomplete: 'off' }}
        {...{ 'aria-label': w.pin, title: w.pinIs }}
        onInput={(event) => setPin(event.currentTarget.value)}
      />
      <button type="submit" class="button button-next" disabled={busy}>
        {w.in}
      </button>
      <Refusal says={refusal} />
    </form>
  );
}
