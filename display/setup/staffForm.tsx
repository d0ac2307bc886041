import { Dices } from 'lucide-preact';
import { words } from '../../shared/screen/language.ts';
import { devices as devicesWords } from '../../shared/words/devices.ts';
import { settingsForms } from '../../shared/words/settingsForms.ts';
import { Choice, choices, Field } from '../devices/field.tsx';
import { Rows } from '../forms/rows.tsx';
import { freeNumber, withItem, withoutItem } from '../forms/texts.ts';
import { type Person, type Pins, randomPin } from './draft.ts';

interface StaffProps {
  readonly value: readonly Person[];
  readonly pins: Pins;
  readonly onValue: (value: Person[]) => void;
  readonly onPins: (pins: Pins) => void;
}

/** 人员: number, post, name, and the PIN to begin with, which is seen here so that it can be told. */
export function StaffForm({ value, pins, onValue, onPins }: StaffProps) {
  const w = words(settingsForms);
  const rows = value.map((person, i) => ({
    ...{ key: person.key, name: person.name || person.id },
    fields: (
      <PersonFields
        {...{ person, pin: pins[person.key] ?? '' }}
        onChange={(some) => onValue(withItem(value, i, some))}
        onPin={(pin) => onPins({ ...pins, [person.key]: pin })}
      />
    ),
  }));
  return (
    <Rows
      {...{ class: 'form-staff', of: rows, add: w.addPerson, least: 0 }}
      onAdd={() => onValue([...value, newcomer(value)])}
      onRemove={(i) => onValue(withoutItem(value, i))}
    />
  );
}

interface FieldsProps {
  readonly person: Person;
  readonly pin: string;
  readonly onChange: (some: Partial<Person>) => void;
  readonly onPin: (pin: string) => void;
}

function PersonFields({ person, pin, onChange, onPin }: FieldsProps) {
  const w = words(settingsForms);
  const { posts } = words(devicesWords);
  return (
    <>
      <Field
        {...{ label: w.person, value: person.id, onValue: (id) => onChange({ id: id.trim() }) }}
        more={{ maxLength: 32, required: true }}
      />
      <Choice
        {...{ label: w.post, of: choices(posts), value: person.post }}
        onValue={(post) => onChange({ post })}
      />
      <Field
        {...{ label: w.personName, value: person.name, onValue: (name) => onChange({ name }) }}
        more={{ maxLength: 40, placeholder: w.optional }}
      />
      <Field
        {...{ label: w.pin, value: pin, onValue: onPin }}
        more={{ class: 'form-pin', inputMode: 'numeric', maxLength: 12, required: true }}
      />
      <button
        type="button"
        class="button button-quiet form-draw"
        aria-label={w.newPin}
        title={w.newPin}
        onClick={() => onPin(randomPin())}
      >
        <Dices aria-hidden="true" />
      </button>
    </>
  );
}

function newcomer(others: readonly Person[]): Person {
  const n = freeNumber(others.map((p) => p.id));
  const key = `p${freeNumber(others.map((p) => p.key))}`;
  return { key, id: String(n).padStart(3, '0'), post: 'teller', name: '' };
}
