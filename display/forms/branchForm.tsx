import { words } from '../../shared/screen/language.ts';
import type { Settings, Text } from '../../shared/settings.ts';
import { settingsForms } from '../../shared/words/settingsForms.ts';
import { Choice, Field } from '../devices/field.tsx';
import './forms.css';

interface NameProps {
  readonly value: Text;
  readonly onValue: (value: Text) => void;
}

/** A name in both languages. */
export function NameFields({ value, onValue }: NameProps) {
  const w = words(settingsForms);
  return (
    <>
      <Field
        {...{ label: w.name, value: value.zh, onValue: (zh) => onValue({ ...value, zh }) }}
        more={{ maxLength: 60, required: true }}
      />
      <Field
        {...{ label: w.english, value: value.en, onValue: (en) => onValue({ ...value, en }) }}
        more={{ maxLength: 120, placeholder: w.sameIfEmpty }}
      />
    </>
  );
}

type Branch = Settings['branch'];

interface BranchProps {
  readonly value: Branch;
  readonly onValue: (value: Branch) => void;
}

/** The name alone, once the branch is there. */
export const BranchName = ({ value, onValue }: BranchProps) => (
  <div class="form-grid">
    <NameFields value={value.name} onValue={(name) => onValue({ ...value, name })} />
  </div>
);

/** Name, id and time zone: the last two are for ever. */
export function BranchForm({ value, onValue }: BranchProps) {
  const w = words(settingsForms);
  return (
    <>
      <BranchName {...{ value, onValue }} />
      <div class="form-grid">
        <Field
          {...{ label: w.id, value: value.id }}
          onValue={(id) => onValue({ ...value, id: id as Branch['id'] })}
          more={{ maxLength: 32, placeholder: w.idIs, title: w.idIs, required: true }}
        />
        <Choice
          {...{ label: w.zone, of: zones(value.timeZone), value: value.timeZone }}
          onValue={(timeZone) => onValue({ ...value, timeZone })}
        />
      </div>
    </>
  );
}

/** The browser's own list, with the one that is set, whatever it is. */
function zones(set: string): (readonly [string, string])[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set([set, ...known])].map((name) => [name, name.replaceAll('_', ' ')] as const);
}
