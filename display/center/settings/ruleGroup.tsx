import { words } from '../../../shared/screen/language.ts';
import { cityRules } from '../../../shared/words/cityRules.ts';
import {
  fieldsOf,
  type Group,
  keptIn,
  type NumberField,
  type Numbers,
  shownIn,
} from './rulebook.ts';

interface RuleGroupProps {
  readonly group: Group;
  readonly base: Numbers;
  readonly edits: Numbers;
  /** Left out, they are only read. */
  readonly onNumber?: ((key: string, value: number) => void) | undefined;
}

/** Numbers of one kind, each with what counts now beside it once it is another. */
export function RuleGroup({ group, base, edits, onNumber }: RuleGroupProps) {
  const w = words(cityRules);
  const fields = fieldsOf(group);
  const now = { ...base, ...edits };
  const sum = fields.reduce((total, { key }) => total + (now[key] ?? 0), 0);
  const content = (
    <dl class="rules-numbers">
      {fields.map((field) => (
        <RuleNumber
          key={field.key}
          {...{ field, was: base[field.key] ?? 0, is: now[field.key] ?? 0, onNumber }}
        />
      ))}
    </dl>
  );
  if (group === 'signs')
    return (
      <details class="rules-group">
        <summary>{w.groups.signs}</summary>
        {content}
      </details>
    );
  return (
    <section class="rules-group">
      <h2>
        {w.groups[group]}
        {group === 'weights' && <small>{w.sum(Math.round(sum * 100) / 100)}</small>}
      </h2>
      {content}
    </section>
  );
}

interface RuleNumberProps extends Pick<RuleGroupProps, 'onNumber'> {
  readonly field: NumberField;
  readonly was: number;
  readonly is: number;
}

function RuleNumber({ field, was, is, onNumber }: RuleNumberProps) {
  const { key, label, min, max, step } = field;
  const isOther = is !== was;
  return (
    <div data-changed={isOther || undefined}>
      <dt>{label}</dt>
      <dd>
        {onNumber ? (
          <input
            {...{ type: 'number', required: true, min, max, step, inputMode: 'decimal' }}
            aria-label={label}
            value={shownIn(field, is)}
            onInput={({ currentTarget: { valueAsNumber: typed } }) =>
              Number.isFinite(typed) && onNumber(key, keptIn(field, typed))
            }
          />
        ) : (
          shownIn(field, is)
        )}
        {isOther && <small>{words(cityRules).was(String(shownIn(field, was)))}</small>}
      </dd>
    </div>
  );
}
