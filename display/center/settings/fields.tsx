import { KeyRound } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import { citySettings } from '../../../shared/words/citySettings.ts';

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly type?: 'text' | 'date';
  readonly most?: number;
}

export function TextField({ label, value, onText, type = 'text', most = 40 }: TextFieldProps) {
  const id = useId();
  const given = { id, value, required: true, maxLength: most };
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {type === 'date' ? (
        <input {...given} type="date" onInput={(event) => onText(event.currentTarget.value)} />
      ) : (
        <input {...given} type="text" onInput={(event) => onText(event.currentTarget.value)} />
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChoose: (value: string) => void;
}

export function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label class="field">
      {label}
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

interface CodeProps {
  readonly title: string;
  readonly code: string;
  readonly means: string;
  readonly done: () => void;
  readonly children?: ComponentChildren;
}

/** A code that is shown once, large enough to be read out. */
export function Code({ title, code, means, done, children }: CodeProps) {
  return (
    <section class="city-code" aria-live="polite">
      <KeyRound aria-hidden="true" />
      <div>
        <p>{title}</p>
        <strong>{code}</strong>
        <small>{means}</small>
        {children}
      </div>
      <Button onPress={done}>{words(citySettings).close}</Button>
    </section>
  );
}
