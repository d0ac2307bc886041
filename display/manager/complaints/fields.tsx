import type { ComponentChildren } from 'preact';
import { Button } from '../../../shared/screen/button.tsx';
import type { Person } from '../../../shared/views/meetings.ts';

interface ChipsProps<K extends string> {
  readonly name: string;
  readonly of: Readonly<Record<K, string>>;
  readonly chosen: K | '';
  readonly onPick: (key: K) => void;
}

/** One of a few, by touch. */
export function Chips<K extends string>({ name, of, chosen, onPick }: ChipsProps<K>) {
  return (
    <fieldset class="chips" aria-label={name}>
      {(Object.keys(of) as K[]).map((key) => (
        <Button key={key} pressed={key === chosen} onPress={() => onPick(key)}>
          {of[key]}
        </Button>
      ))}
    </fieldset>
  );
}

/** A control brings its name itself; what stands over it is for the eye. */
export const Field = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div class="field">
    <small aria-hidden="true">{name}</small>
    {children}
  </div>
);

interface TextProps {
  readonly name: string;
  readonly value: string;
  readonly onType: (value: string) => void;
  readonly most?: number;
  readonly type?: 'text' | 'date' | 'number';
}

export const Text = ({ name, value, onType, most = 300, type = 'text' }: TextProps) => (
  <Field name={name}>
    {type === 'date' ? (
      <input
        type="date"
        aria-label={name}
        value={value}
        onInput={(e) => onType(e.currentTarget.value)}
      />
    ) : (
      <input
        {...{ type: 'text', value, maxLength: most, autocomplete: 'off' }}
        aria-label={name}
        inputMode={type === 'number' ? 'decimal' : 'text'}
        onInput={(e) => onType(e.currentTarget.value)}
      />
    )}
  </Field>
);

interface WhoProps {
  readonly name: string;
  readonly people: readonly Person[];
  readonly chosen: string;
  /** What nobody chosen is called. */
  readonly nobody: string;
  readonly onPick: (person: string) => void;
}

/** Somebody who works here. */
export const Who = ({ name, people, chosen, nobody, onPick }: WhoProps) => (
  <Field name={name}>
    <select aria-label={name} value={chosen} onChange={(e) => onPick(e.currentTarget.value)}>
      <option value="">{nobody}</option>
      {people.map((p) => (
        <option key={p.id} value={p.id}>
          {p.name ?? p.id}
        </option>
      ))}
    </select>
  </Field>
);

export const nameOf = (people: readonly Person[], id: string | null) =>
  people.find((p) => p.id === id)?.name ?? id ?? '—';
