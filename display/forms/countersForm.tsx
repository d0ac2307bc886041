import { pick, words } from '../../shared/screen/language.ts';
import type { CounterSetting, CustomerClass, Service } from '../../shared/settings.ts';
import { line as lineWords } from '../../shared/words/line.ts';
import { settingsForms } from '../../shared/words/settingsForms.ts';
import { NameFields } from './branchForm.tsx';
import { Chips, Rows } from './rows.tsx';
import { freeNumber, withItem, withoutItem } from './texts.ts';

interface CountersProps {
  readonly value: readonly CounterSetting[];
  readonly services: readonly Service[];
  readonly onValue: (value: CounterSetting[]) => void;
}

const CLASSES: readonly CustomerClass[] = ['ordinary', 'premium', 'care'];

/** 窗口: what each one serves, and whom. */
export function CountersForm({ value, services, onValue }: CountersProps) {
  const w = words(settingsForms);
  const { classes } = words(lineWords);
  const offered = services.map(({ id, name, prefix }) => [id, pick(name) || prefix] as const);
  const rows = value.map((counter, i) => {
    const change = (some: Partial<CounterSetting>) => onValue(withItem(value, i, some));
    return {
      ...{ key: counter.id, name: pick(counter.name) || counter.id },
      fields: (
        <>
          <NameFields value={counter.name} onValue={(name) => change({ name })} />
          <Chips
            {...{ label: w.serves, of: offered, value: counter.services }}
            onValue={(next) => change({ services: next })}
          />
          <Chips
            {...{ label: w.classes, of: CLASSES.map((c) => [c, classes[c]] as const) }}
            value={counter.classes}
            onValue={(next) => change({ classes: next })}
          />
        </>
      ),
    };
  });
  return (
    <Rows
      {...{ class: 'form-counters', of: rows, add: w.addCounter }}
      onAdd={() => onValue([...value, newCounter(value, services)])}
      onRemove={(i) => onValue(withoutItem(value, i))}
    />
  );
}

/** Serves what the last one does, until somebody says otherwise. */
function newCounter(others: readonly CounterSetting[], services: readonly Service[]) {
  const n = freeNumber(others.map((k) => k.id));
  const last = others.at(-1);
  return {
    id: String(n) as CounterSetting['id'],
    name: words(settingsForms).newCounter(n),
    services: last?.services ?? services.map((s) => s.id),
    classes: last?.classes ?? [...CLASSES],
  };
}
