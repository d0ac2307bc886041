import { useState } from 'preact/hooks';
import type { CityRules, Tiers } from '../../../shared/city/rules/commands.ts';
import type { RulesPage } from '../../../shared/city/views/rules.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { Sure } from '../../../shared/screen/sure.tsx';
import { cityRules } from '../../../shared/words/cityRules.ts';
import type { CityProps } from '../tabs.ts';
import { TextField } from './fields.tsx';
import {
  areRising,
  fieldsOf,
  GROUPS,
  isVersionName,
  type Numbers,
  numbersOf,
  rulesOf,
  shownIn,
} from './rulebook.ts';
import { RuleGroup } from './ruleGroup.tsx';
import { TierTable } from './tiers.tsx';

/** What somebody has changed; whatever is not in it stays as it counts now. */
export interface Edits {
  readonly numbers: Numbers;
  readonly rewards?: Tiers;
  readonly fines?: Tiers;
}

export const untouched: Edits = { numbers: {} };

interface RulesFormProps extends CityProps {
  readonly page: RulesPage;
  /** Whoever may change them; everybody else reads. */
  readonly may: boolean;
  readonly edits: Edits;
  readonly edit: (to: (before: Edits) => Edits) => void;
}

/** The rules in force, number by number; whoever may changes them where they stand. */
export function RulesForm({ page, may, edits, edit, ...props }: RulesFormProps) {
  const w = words(cityRules);
  const base = numbersOf(page.inForce);
  const { rules } = page.inForce;
  const set = (key: string, value: number) =>
    edit((before) => ({ ...before, numbers: { ...before.numbers, [key]: value } }));
  return (
    <form class="rules-form" onSubmit={(event) => event.preventDefault()}>
      {GROUPS.map((group) => (
        <RuleGroup
          key={group}
          {...{ group, base, edits: edits.numbers, onNumber: may ? set : undefined }}
        />
      ))}
      {(['rewards', 'fines'] as const).map((kind) => (
        <TierTable
          key={kind}
          {...{ kind, value: edits[kind] ?? rules[kind] }}
          onValue={may ? (tiers) => edit((before) => ({ ...before, [kind]: tiers })) : undefined}
        />
      ))}
      <p class="rules-note">{w.tiersMean}</p>
      {may && (
        <NewVersion {...props} {...{ page, base, edits }} discard={() => edit(() => untouched)} />
      )}
    </form>
  );
}

interface NewVersionProps extends CityProps {
  readonly page: RulesPage;
  readonly base: Numbers;
  readonly edits: Edits;
  readonly discard: () => void;
}

/** What differs, the name it gets, and from which month it counts. */
function NewVersion({ link, page, base, edits, discard }: NewVersionProps) {
  const w = words(cityRules);
  const { node, month, inForce, versions } = page;
  const [named, name] = useState('');
  const [done, tell] = useState<string | null>(null);
  const { busy, refusal, run } = useAsk();
  const version = (named || freeName(page)).trim();
  const changes = changesIn(base, edits, inForce.rules);
  const flaw = flawOf(version, edits);
  const same = versions.find(({ rules }) => rules.from === month);
  const save = async () => {
    const { rewards = inForce.rules.rewards, fines = inForce.rules.fines } = edits;
    const rules = rulesOf({ ...base, ...edits.numbers }, { version, from: month, rewards, fines });
    if (!(await run(() => link.send({ type: 'rules.set', node, rules })))) return;
    tell(version);
    name('');
    discard();
  };
  return (
    <section class="rules-new" aria-label={w.changes}>
      <h2>{w.changes}</h2>
      {changes.length === 0 ? (
        <p class="rules-note" role="status">
          {done ? w.done(done) : w.unchanged}
        </p>
      ) : (
        <>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
          {same && <p class="rules-note">{w.replaces(same.name)}</p>}
          <TextField label={w.name} value={named || version} most={24} onText={name} />
          <small>{w.nameMeans}</small>
          {flaw && <p role="alert">{flaw}</p>}
          <div hidden={flaw !== null}>
            <Sure {...{ kind: 'next', busy, question: w.setSure }} onSure={() => void save()}>
              {w.set(version, month)}
            </Sure>
            <Button kind="quiet" onPress={discard}>
              {w.discard}
            </Button>
          </div>
        </>
      )}
      <Refusal says={refusal} />
    </section>
  );
}

/** Its month, or, where that is taken by another version, the month with a number. */
function freeName({ month, versions }: RulesPage): string {
  const others = versions.filter(({ rules }) => rules.from !== month);
  const taken = (name: string) => others.some(({ rules }) => rules.version === name);
  let [name, n] = [month as string, 1];
  while (taken(name)) name = `${month}.${++n}`;
  return name;
}

/** What the center would refuse for its form alone, said before it is pressed. */
function flawOf(version: string, { rewards = [], fines = [] }: Edits): string | null {
  const w = words(cityRules);
  if (!areRising(rewards) || !areRising(fines)) return w.notRising;
  return isVersionName(version) ? null : w.nameWrong;
}

function changesIn(base: Numbers, edits: Edits, now: CityRules): string[] {
  const w = words(cityRules);
  const numbers = GROUPS.flatMap((group) =>
    fieldsOf(group).flatMap((field) => {
      const [is, was] = [edits.numbers[field.key], base[field.key]];
      if (is === undefined || was === undefined || is === was) return [];
      return [w.changed(field.label, String(shownIn(field, was)), String(shownIn(field, is)))];
    }),
  );
  const tiers = (['rewards', 'fines'] as const).flatMap((kind) => {
    const is = edits[kind];
    return is && JSON.stringify(is) !== JSON.stringify(now[kind]) ? [w.tiersChanged(w[kind])] : [];
  });
  return [...numbers, ...tiers];
}
