import { Plus, X } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import { settingsForms } from '../../shared/words/settingsForms.ts';
import './forms.css';

interface RowsProps {
  readonly class: string;
  readonly of: readonly {
    readonly key: string;
    readonly name: string;
    fields: ComponentChildren;
  }[];
  readonly add: string;
  readonly onAdd: () => void;
  readonly onRemove: (i: number) => void;
  /** Rows that there have to be. */
  readonly least?: number;
}

/** Things of one kind, a row each: changed where they stand, taken out, added at the end. */
export function Rows({ class: more, of, add, onAdd, onRemove, least = 1 }: RowsProps) {
  const w = words(settingsForms);
  return (
    <>
      <ol class={`form-rows ${more}`}>
        {of.map(({ key, name, fields }, i) => (
          <li key={key}>
            {fields}
            <button
              type="button"
              class="button button-quiet form-remove"
              aria-label={w.remove(name)}
              disabled={of.length <= least}
              onClick={() => onRemove(i)}
            >
              <X aria-hidden="true" />
            </button>
          </li>
        ))}
      </ol>
      <Button icon={<Plus aria-hidden="true" />} onPress={onAdd}>
        {add}
      </Button>
    </>
  );
}

interface ChipsProps<K extends string> {
  readonly label: string;
  readonly of: readonly (readonly [K, string])[];
  readonly value: readonly K[];
  readonly onValue: (value: K[]) => void;
}

/** Any of a few: each is lit or not. What is chosen stands in the order of the list. */
export function Chips<K extends string>({ label, of, value, onValue }: ChipsProps<K>) {
  const toggle = (key: K) => {
    const next = value.includes(key) ? value.filter((k) => k !== key) : [...value, key];
    onValue(of.map(([k]) => k).filter((k) => next.includes(k)));
  };
  return (
    <fieldset class="field form-chips">
      <legend>{label}</legend>
      <div class="chips">
        {of.map(([key, name]) => (
          <Button key={key} pressed={value.includes(key)} onPress={() => toggle(key)}>
            {name}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

interface MinutesProps {
  readonly label: string;
  /** Seconds. */
  readonly value: number;
  readonly onValue: (seconds: number) => void;
  readonly most?: number;
  readonly title?: string;
}

/** Whole minutes in, seconds out. */
export function Minutes({ label, value, onValue, most = 600, title }: MinutesProps) {
  return (
    <label class="field" title={title}>
      <small>{label}</small>
      <input
        {...{ type: 'number', min: 0, max: most, step: 1, inputMode: 'numeric' }}
        value={Math.round(value / 60)}
        onInput={({ currentTarget: { valueAsNumber: n } }) =>
          Number.isFinite(n) && onValue(Math.min(most, Math.max(0, Math.round(n))) * 60)
        }
      />
    </label>
  );
}
