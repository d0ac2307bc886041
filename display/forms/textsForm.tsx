import { words } from '../../shared/screen/language.ts';
import type { Settings } from '../../shared/settings.ts';
import { settingsForms } from '../../shared/words/settingsForms.ts';
import { Field } from '../devices/field.tsx';
import { Rows } from './rows.tsx';
import { withItem, withoutItem } from './texts.ts';

type Texts = Settings['texts'];

interface TextsProps {
  readonly value: Texts;
  readonly onValue: (value: Texts) => void;
}

/** What the lobby display says at its foot. */
export function TextsForm({ value, onValue }: TextsProps) {
  const w = words(settingsForms);
  const { pledge, notices } = value;
  const set = (next: Texts['notices']) => onValue({ ...value, notices: next });
  const rows = notices.map((notice, i) => ({
    ...{ key: String(i), name: w.notice(i + 1) },
    fields: (
      <>
        <Field
          {...{ label: w.notice(i + 1), value: notice.zh }}
          onValue={(zh) => set(withItem(notices, i, { zh }))}
          more={{ maxLength: 120 }}
        />
        <Field
          {...{ label: w.englishNotice(i + 1), value: notice.en }}
          onValue={(en) => set(withItem(notices, i, { en }))}
          more={{ maxLength: 240, placeholder: w.sameIfEmpty }}
        />
      </>
    ),
  }));
  return (
    <>
      <div class="form-grid">
        <Field
          {...{ label: w.pledge, value: pledge.zh }}
          onValue={(zh) => onValue({ ...value, pledge: { ...pledge, zh } })}
          more={{ maxLength: 120 }}
        />
        <Field
          {...{ label: w.englishPledge, value: pledge.en }}
          onValue={(en) => onValue({ ...value, pledge: { ...pledge, en } })}
          more={{ maxLength: 240, placeholder: w.sameIfEmpty }}
        />
      </div>
      <Rows
        {...{ class: 'form-notices', of: rows, add: w.addNotice, least: 0 }}
        onAdd={() => set([...notices, { zh: '', en: '' }])}
        onRemove={(i) => set(withoutItem(notices, i))}
      />
    </>
  );
}
