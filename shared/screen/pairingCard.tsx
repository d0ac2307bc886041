import { useState } from 'preact/hooks';
import { pairing as catalogue } from '../words/pairing.ts';
import './pairing.css';
import { lang } from './language.ts';
import type { Pairing } from './pairing.ts';

/** In place of a screen that nobody let in yet: its code, and what to do, in both languages. */
export function PairingCard({ pairing }: { pairing: Pairing }) {
  const [first, second] = lang.value === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const);
  const { code, minutes, busy, authority, setUp } = pairing;
  const wait = busy ? 'busy' : 'asking';
  return (
    <section class="pairing" aria-live="polite">
      <h1>{catalogue[first].title}</h1>
      {code ? <p class="pairing-code">{code}</p> : <p>{catalogue[first][wait]}</p>}
      {code && <p class="pairing-what">{catalogue[first].what}</p>}
      {code && <small>{catalogue[first].left(minutes)}</small>}
      <p class="pairing-other" lang={second === 'zh' ? 'zh-CN' : 'en'}>
        {code ? catalogue[second].what : catalogue[second][wait]}
      </p>
      {setUp && <SetUp open={setUp} />}
      {authority && (
        <p>
          {catalogue[first].trust}{' '}
          <a href="/tingtang-ca.crt" download="tingtang-ca.crt">
            {catalogue[first].certificate}
          </a>
        </p>
      )}
    </section>
  );
}

/** The first panel of a hub has no manager yet who could let it in. */
function SetUp({ open }: { open: NonNullable<Pairing['setUp']> }) {
  const [code, setCode] = useState('');
  const [isWrong, setWrong] = useState(false);
  const w = catalogue[lang.value];
  const submit = async (event: Event) => {
    event.preventDefault();
    setWrong(!(await open(code)));
  };
  return (
    <form class="pairing-setup" onSubmit={submit}>
      <strong>{w.first}</strong>
      <label>
        {w.setUp}
        <input
          value={code}
          maxLength={12}
          autocomplete="off"
          onInput={(event) => setCode(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class={code ? 'button button-next' : 'button'}>
        {w.open}
      </button>
      <p role="alert">{isWrong && w.wrong}</p>
    </form>
  );
}
