import { ArrowLeft } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { PartName, Parts } from '../../../shared/branch/parts.ts';
import type { SettingsNow } from '../../../shared/questions/settingsNow.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { usePress } from '../../../shared/screen/press.ts';
import { settingsChange } from '../../../shared/words/settingsChange.ts';
import { addressOf } from '../address.ts';
import { Meaning } from './meaning.tsx';
import { type Editable, flawsIn, PartForm, settled } from './partForm.tsx';

interface ChangeProps {
  readonly link: Link;
  readonly part: Editable;
  /** As it was when the page was opened: over somebody else's change nothing is written. */
  readonly settings: SettingsNow;
}

/** What goes to the hub: some parts go together. */
const PARTS: Readonly<Record<Editable, readonly PartName[]>> = {
  ...{ name: ['name'], hours: ['hours'], services: ['services', 'counters'] },
  ...{ counters: ['counters'], lines: ['lines', 'targets'], texts: ['texts'] },
};

/** 修改: the same form as in the set-up, what it would mean now, and one press to confirm. */
export function ChangePart({ link, part, settings }: ChangeProps) {
  const w = words(settingsChange);
  const [before] = useState(settings);
  const [value, setValue] = useState(settings);
  const [asked, ask] = useState(false);
  const press = usePress(link);
  const flaws = flawsIn(part, value);
  const ready = settled(value);
  const [from, to] = [taken(before, part), taken(ready, part)];
  const confirm = async () => {
    const reply = await press.send({ type: 'branch.change', from, to });
    if (reply?.ok) location.hash = addressOf('settings', 'done');
  };
  return (
    <section class="settings-change" aria-labelledby="part">
      <header>
        <a class="button button-quiet" href={addressOf('settings')} aria-label={w.back}>
          <ArrowLeft aria-hidden="true" />
        </a>
        <h1 id="part">{w.changeOf(w.parts[part])}</h1>
      </header>
      <fieldset disabled={asked}>
        <PartForm {...{ part, value, onValue: setValue }} />
      </fieldset>
      <div class="settings-flaws" role="status">
        {flaws.map(({ says }) => (
          <p key={says}>{says}</p>
        ))}
      </div>
      {asked ? (
        <Meaning {...{ link, from, to }}>
          {(mayConfirm) => (
            <div class="settings-do">
              <Button
                {...{ kind: 'next', busy: press.busy, disabled: !mayConfirm }}
                onPress={() => void confirm()}
              >
                {w.confirm}
              </Button>
              <Button kind="quiet" onPress={() => ask(false)}>
                {w.again}
              </Button>
              <Refusal says={press.refusal} />
            </div>
          )}
        </Meaning>
      ) : (
        <div class="settings-do">
          <Button {...{ kind: 'next', disabled: flaws.length > 0 }} onPress={() => ask(true)}>
            {w.means}
          </Button>
        </div>
      )}
    </section>
  );
}

/** A service that is gone goes from its counters too: both go as one. */
const taken = (settings: SettingsNow, part: Editable): Parts =>
  Object.fromEntries(
    PARTS[part].map((name) => [name, name === 'name' ? settings.branch.name : settings[name]]),
  );
