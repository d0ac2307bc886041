import { useState } from 'preact/hooks';
import type { Absence, Attendance } from '../../../shared/floor/meetings/commands.ts';
import type { Meeting } from '../../../shared/floor/meetings/state.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import { meetings as meetingWords } from '../../../shared/words/meetings.ts';
import { meetingsTable } from '../../../shared/words/meetingsTable.ts';
import { choices, Field } from '../../devices/field.tsx';
import type { NameOf } from './people.ts';
import { marked } from './recordDraft.ts';

interface AttendanceProps {
  readonly meeting: Meeting;
  readonly value: readonly Attendance[];
  readonly nameOf: NameOf;
  readonly onChange: (next: readonly Attendance[]) => void;
  /** The page's own next step marks everybody: here it would stand twice. */
  readonly allElsewhere: boolean;
}

/** 出勤: everybody on the roster by one touch each, with a reason for each absence. */
export function AttendanceList({
  meeting,
  value,
  nameOf,
  onChange,
  allElsewhere,
}: AttendanceProps) {
  const w = words(meetingWords);
  const more = value.filter((a) => !meeting.expected.some((e) => e.person === a.person));
  const people = [...meeting.expected.map((e) => e.person), ...more.map((a) => a.person)];
  const lineOf = (person: StaffId) => value.find((a) => a.person === person);
  const count = (is: Attendance['is']) => value.filter((a) => a.is === is).length;
  const open = people.filter((p) => !lineOf(p));
  return (
    <section class="part" aria-label={w.attendance}>
      <header>
        <h2>{w.attendance}</h2>
        <p>
          {w.counted(count('present'), count('absent'))}
          {open.length > 0 && ` · ${w.open(open.length)}`}
        </p>
        {open.length > 0 && !allElsewhere && (
          <Button
            onPress={() =>
              onChange([...value, ...open.map((person) => ({ person, is: 'present' }) as const)])
            }
          >
            {w.allPresent}
          </Button>
        )}
      </header>
      <ul class="people-marks">
        {people.map((person) => (
          <Mark
            key={person}
            {...{ person, nameOf, line: lineOf(person) }}
            onMark={(next) => onChange(marked(value, person, next))}
          />
        ))}
      </ul>
      <SomebodyElse
        onAdd={(person, as) => onChange(marked(value, person, { is: 'present', as }))}
      />
    </section>
  );
}

interface MarkProps {
  readonly person: StaffId;
  readonly nameOf: NameOf;
  readonly line: Attendance | undefined;
  readonly onMark: (next: Omit<Attendance, 'person'> | null) => void;
}

function Mark({ person, nameOf, line, onMark }: MarkProps) {
  const w = words(meetingWords);
  const { absences } = words(meetingsTable);
  const is = line?.is;
  const says = is ? w[is] : w.notYet;
  return (
    <li data-is={is ?? 'open'}>
      <button
        type="button"
        class="person-mark"
        onClick={() => onMark({ is: is === 'present' ? 'absent' : 'present' })}
      >
        <strong>{nameOf(person)}</strong>
        {line?.as && <span>{line.as}</span>}
        <em>{says}</em>
      </button>
      {is === 'absent' && (
        <fieldset class="chips" aria-label={w.whyAbsent(nameOf(person))}>
          {choices<Absence>(absences).map(([reason, name]) => (
            <Button
              key={reason}
              pressed={line?.reason === reason}
              onPress={() => onMark({ is: 'absent', reason })}
            >
              {name}
            </Button>
          ))}
        </fieldset>
      )}
    </li>
  );
}

/** Whoever is there without being on the roster, said to be somebody. */
function SomebodyElse({ onAdd }: { onAdd: (person: StaffId, as: string) => void }) {
  const w = words(meetingWords);
  const [isOpen, open] = useState(false);
  const [person, setPerson] = useState('');
  const [as, setAs] = useState('');
  if (!isOpen)
    return (
      <Button kind="quiet" onPress={() => open(true)}>
        {w.somebodyElse}
      </Button>
    );
  const add = (event: Event) => {
    event.preventDefault();
    onAdd(person.trim() as StaffId, as.trim());
    setPerson('');
    setAs('');
    open(false);
  };
  return (
    <form class="row-form" onSubmit={add}>
      <Field
        {...{ label: w.somebodyId, value: person, onValue: setPerson }}
        more={{ required: true, maxLength: 32, pattern: '\\s*[A-Za-z0-9_\\-]{1,32}\\s*' }}
      />
      <Field
        {...{ label: w.somebodyAs, value: as, onValue: setAs }}
        more={{ required: true, maxLength: 40, placeholder: w.somebodyEg }}
      />
      <button type="submit" class="button button-plain">
        {w.add}
      </button>
    </form>
  );
}
