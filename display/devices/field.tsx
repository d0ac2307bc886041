import type { InputHTMLAttributes } from 'preact';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly more?: InputHTMLAttributes<HTMLInputElement>;
}

export function Field({ label, value, onValue, more = {} }: FieldProps) {
  return (
    <label class="field">
      <small>{label}</small>
      <input
        {...more}
        {...{ value, autocomplete: 'off' }}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </label>
  );
}

/** A PIN, hidden while it is typed: 6 to 12 digits. */
export const pinField: InputHTMLAttributes<HTMLInputElement> = {
  ...{ type: 'password', inputMode: 'numeric', pattern: '[0-9]{6,12}', maxLength: 12 },
};

interface ChoiceProps<K extends string> {
  readonly label: string;
  /** What is asked when nothing is chosen yet; without it something always is. */
  readonly empty?: string;
  readonly of: readonly (readonly [K, string])[];
  readonly value: K | '';
  readonly onValue: (value: K) => void;
}

export function Choice<K extends string>({ label, empty, of, value, onValue }: ChoiceProps<K>) {
  return (
    <label class="field">
      <small>{label}</small>
      <select
        {...{ value, required: true }}
        onChange={(event) => {
          const chosen = of.find(([key]) => key === event.currentTarget.value);
          if (chosen) onValue(chosen[0]);
        }}
      >
        {empty && <option value="">{empty}</option>}
        {of.map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The names of a catalogue as choices, in its order. */
export const choices = <K extends string>(names: Readonly<Record<K, string>>) =>
  Object.entries(names) as [K, string][];
