import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import type { Person } from '../../../shared/views/meetings.ts';
import { meetings as meetingWords } from '../../../shared/words/meetings.ts';
import { Choice, Field } from '../../devices/field.tsx';
import { choicesOf } from './people.ts';
import type { ActionForm } from './recordDraft.ts';

interface ActionsProps {
  readonly people: readonly Person[];
  readonly today: string;
  readonly value: readonly ActionForm[];
  readonly onChange: (next: readonly ActionForm[]) => void;
}

/** 落实事项: what is to be done, by whom, until when. */
export function Actions({ people, today, value, onChange }: ActionsProps) {
  const w = words(meetingWords);
  const change = (at: number, some: Partial<ActionForm>) =>
    onChange(value.map((a, i) => (i === at ? { ...a, ...some } : a)));
  return (
    <section class="part" aria-label={w.actions}>
      <header>
        <h2>{w.actions}</h2>
        <Button
          kind="quiet"
          onPress={() => onChange([...value, { what: '', owner: '', due: today }])}
        >
          {w.addAction}
        </Button>
      </header>
      <ul class="lines">
        {value.map((action, i) => (
          // A line has no other name than its place.
          <li key={String(i)} class="row-form">
            <Field
              {...{ label: w.action, value: action.what, onValue: (what) => change(i, { what }) }}
              more={{ maxLength: 200 }}
            />
            <Choice
              {...{ label: w.owner, empty: w.choose, of: choicesOf(people), value: action.owner }}
              onValue={(owner) => change(i, { owner })}
            />
            <Field
              {...{ label: w.due, value: action.due, onValue: (due) => change(i, { due }) }}
              more={{ type: 'date', min: today }}
            />
            <Button kind="quiet" onPress={() => onChange(value.filter((_, n) => n !== i))}>
              {w.remove}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
