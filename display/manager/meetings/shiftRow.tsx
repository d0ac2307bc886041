import type { Shift } from '../../../shared/floor/roster/commands.ts';
import type { CounterId } from '../../../shared/ids.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import type { RosterView } from '../../../shared/views/roster.ts';
import { roster as rosterWords } from '../../../shared/words/roster.ts';
import { Choice, choices, Field } from '../../devices/field.tsx';
import { counterName, rosterNames } from './roster.tsx';

interface ShiftRowProps {
  readonly view: RosterView;
  readonly shift: Shift;
  readonly onChange: (next: Shift) => void;
  readonly onRemove: () => void;
  /** Added just now: open, so that where and when can be said. */
  readonly isNew: boolean;
}

/** No counter of its own: an option of the list, never an id. */
const ANY = '-';

/** One person's hours: where, from when to when, and the breaks between. */
export function ShiftRow({ view, shift, onChange, onRemove, isNew }: ShiftRowProps) {
  const w = words(rosterWords);
  const { person, post, counter, from, to, breaks } = shift;
  const counters = view.counters.map(({ id, name }) => [id as string, pick(name)] as const);
  const at = (chosen: string) => {
    const { counter: _, ...rest } = shift;
    onChange(chosen === ANY ? rest : { ...rest, counter: chosen as CounterId });
  };
  const asPost = (next: Shift['post']) => {
    const { counter: _, ...rest } = shift;
    onChange({ ...rest, post: next });
  };
  const rest = (i: number, some: Partial<Shift['breaks'][number]>) =>
    onChange({ ...shift, breaks: breaks.map((b, n) => (n === i ? { ...b, ...some } : b)) });
  const time = { type: 'time', required: true } as const;
  return (
    <details class="shift" open={isNew}>
      <summary>
        <strong>{rosterNames(view)(person)}</strong>
        <span>{post === 'teller' ? counterName(view, counter) : w.posts[post]}</span>
        <span>
          {from}–{to}
        </span>
      </summary>
      <div class="shift-fields">
        <Choice {...{ label: w.post, of: choices(w.posts), value: post, onValue: asPost }} />
        {post === 'teller' && (
          <Choice
            {...{ label: w.counter, of: [[ANY, w.anyCounter], ...counters], onValue: at }}
            value={counter ?? ANY}
          />
        )}
        <Field
          {...{ label: w.from, value: from, onValue: (next) => onChange({ ...shift, from: next }) }}
          more={time}
        />
        <Field
          {...{ label: w.to, value: to, onValue: (next) => onChange({ ...shift, to: next }) }}
          more={time}
        />
        {breaks.map((b, i) => (
          <div class="shift-break" key={String(i)}>
            <Field
              {...{ label: w.breakFrom, value: b.from, onValue: (next) => rest(i, { from: next }) }}
              more={time}
            />
            <Field
              {...{ label: w.breakTo, value: b.to, onValue: (next) => rest(i, { to: next }) }}
              more={time}
            />
          </div>
        ))}
        <div class="shift-do">
          {breaks.length < 4 && (
            <Button
              kind="quiet"
              onPress={() =>
                onChange({ ...shift, breaks: [...breaks, { from: '12:00', to: '13:00' }] })
              }
            >
              {w.addBreak}
            </Button>
          )}
          <Button kind="quiet" onPress={onRemove}>
            {w.remove}
          </Button>
        </div>
      </div>
    </details>
  );
}
