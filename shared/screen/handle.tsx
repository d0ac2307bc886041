import { useState } from 'preact/hooks';
import type { AlertAction, AlertCause } from '../care/causes.ts';
import type { AlertId } from '../ids.ts';
import { alerts as alertWords } from '../words/alerts.ts';
import './alerts.css';
import { Button } from './button.tsx';
import { words } from './language.ts';
import type { Press } from './press.ts';

interface HandleProps {
  readonly alert: AlertId;
  readonly press: Press;
  readonly onClose: () => void;
}

/** What was behind an alert and what was done: two touches, and a note where it helps. */
export function Handle({ alert, press, onClose }: HandleProps) {
  const w = words(alertWords);
  const [cause, setCause] = useState<AlertCause | null>(null);
  const [action, setAction] = useState<AlertAction | null>(null);
  const [note, setNote] = useState('');
  const done = async () => {
    if (!cause || !action) return;
    const said = note.trim();
    const reply = await press.send({
      ...{ type: 'alert.handle', alert, cause, action },
      ...(said && { note: said }),
    });
    if (reply?.ok) onClose();
  };
  return (
    <div class="handle">
      <Pick name={w.cause} of={w.causes} chosen={cause} onPick={setCause} />
      <Pick name={w.action} of={w.actions} chosen={action} onPick={setAction} />
      <input
        {...{ type: 'text', value: note, maxLength: 200, placeholder: w.note }}
        aria-label={w.note}
        onInput={(e) => setNote(e.currentTarget.value)}
      />
      <div class="alert-actions">
        <Button
          {...{ kind: 'next', busy: press.busy, disabled: !cause || !action }}
          onPress={() => void done()}
        >
          {w.done}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {w.cancel}
        </Button>
      </div>
    </div>
  );
}

interface PickProps<K extends string> {
  readonly name: string;
  readonly of: Readonly<Record<K, string>>;
  readonly chosen: K | null;
  readonly onPick: (key: K) => void;
}

/** One of a few, by touch. */
export function Pick<K extends string>({ name, of, chosen, onPick }: PickProps<K>) {
  return (
    <fieldset class="pick" aria-label={name}>
      <small>{name}</small>
      <div>
        {(Object.keys(of) as K[]).map((key) => (
          <Button key={key} pressed={key === chosen} onPress={() => onPick(key)}>
            {of[key]}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
