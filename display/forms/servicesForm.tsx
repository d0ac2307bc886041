import { pick, words } from '../../shared/screen/language.ts';
import type { Service, Settings } from '../../shared/settings.ts';
import { settingsForms } from '../../shared/words/settingsForms.ts';
import { Field } from '../devices/field.tsx';
import { NameFields } from './branchForm.tsx';
import { Minutes, Rows } from './rows.tsx';
import { freeNumber, withItem, withoutItem } from './texts.ts';

interface ServicesProps {
  readonly value: readonly Service[];
  readonly prefixes: Settings['prefixes'];
  readonly onValue: (value: Service[]) => void;
}

/** 业务: letter, names, what belongs there, how long it usually takes. */
export function ServicesForm({ value, prefixes, onValue }: ServicesProps) {
  const w = words(settingsForms);
  const add = () => onValue([...value, newService(value, prefixes)]);
  return (
    <>
      <Rows
        class="form-services"
        of={value.map((service, i) => ({
          ...{ key: service.id, name: pick(service.name) || service.prefix },
          fields: (
            <ServiceFields
              service={service}
              onChange={(change) => onValue(withItem(value, i, change))}
            />
          ),
        }))}
        {...{ add: w.addService, onAdd: add }}
        onRemove={(i) => onValue(withoutItem(value, i))}
      />
      <p class="form-note">{w.letterTaken(prefixes.premium, prefixes.care)}</p>
    </>
  );
}

interface FieldsProps {
  readonly service: Service;
  readonly onChange: (change: Partial<Service>) => void;
}

function ServiceFields({ service, onChange }: FieldsProps) {
  const w = words(settingsForms);
  const { prefix, name, examples, usualSeconds } = service;
  return (
    <>
      <Field
        {...{ label: w.letter, value: prefix }}
        onValue={(typed) => onChange({ prefix: typed.toUpperCase().slice(-1) })}
        more={{ class: 'form-letter', maxLength: 2, required: true }}
      />
      <NameFields value={name} onValue={(next) => onChange({ name: next })} />
      <Minutes
        {...{ label: w.usual, value: usualSeconds, title: w.usualIs, most: 240 }}
        onValue={(seconds) => onChange({ usualSeconds: seconds })}
      />
      <Field
        {...{ label: w.examples, value: examples.zh }}
        onValue={(zh) => onChange({ examples: { ...examples, zh } })}
        more={{ maxLength: 120, placeholder: w.optional }}
      />
      <Field
        {...{ label: w.englishExamples, value: examples.en }}
        onValue={(en) => onChange({ examples: { ...examples, en } })}
        more={{ maxLength: 240, placeholder: w.optional }}
      />
    </>
  );
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

function newService(others: readonly Service[], prefixes: Settings['prefixes']): Service {
  const taken = [...others.map((s) => s.prefix), ...Object.values(prefixes)];
  const id = `service-${freeNumber(others.map((s) => s.id))}` as Service['id'];
  const { zh, en } = words(settingsForms).newService;
  return {
    ...{ id, name: { zh, en }, examples: { zh: '', en: '' }, usualSeconds: 300 },
    prefix: LETTERS.find((letter) => !taken.includes(letter)) ?? '',
  };
}
