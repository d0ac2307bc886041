import { useState } from 'preact/hooks';
import type { DressException, DressItem } from '../../../shared/floor/meetings/commands.ts';
import type { StaffId } from '../../../shared/ids.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { words } from '../../../shared/screen/language.ts';
import { meetings as meetingWords } from '../../../shared/words/meetings.ts';
import { meetingsTable } from '../../../shared/words/meetingsTable.ts';
import { choices } from '../../devices/field.tsx';
import type { NameOf } from './people.ts';

interface DressProps {
  /** Those present, guards left out. */
  readonly people: readonly StaffId[];
  readonly value: readonly DressException[];
  readonly nameOf: NameOf;
  readonly onChange: (next: readonly DressException[]) => void;
}

/** 着装: exceptions only; nothing to touch while everybody is dressed as they should be. */
export function Dress({ people, value, nameOf, onChange }: DressProps) {
  const w = words(meetingWords);
  const [isOpen, open] = useState(false);
  const others = people.filter((p) => !value.some((d) => d.person === p));
  const begin = (person: StaffId) => {
    onChange([...value, { person, items: [] }]);
    open(false);
  };
  return (
    <section class="part" aria-label={w.dress}>
      <header>
        <h2>{w.dress}</h2>
        {value.length === 0 && <p>{w.dressFine}</p>}
        {!isOpen && others.length > 0 && (
          <Button kind="quiet" onPress={() => open(true)}>
            {w.dressAdd}
          </Button>
        )}
      </header>
      {isOpen && (
        <div class="chips">
          {others.map((person) => (
            <Button key={person} onPress={() => begin(person)}>
              {nameOf(person)}
            </Button>
          ))}
          <Button kind="quiet" onPress={() => open(false)}>
            {w.cancel}
          </Button>
        </div>
      )}
      <ul class="lines">
        {value.map((line) => (
          <Exception
            key={line.person}
            {...{ line, nameOf }}
            onItems={(items) =>
              onChange(value.map((d) => (d.person === line.person ? { ...d, items } : d)))
            }
            onRemove={() => onChange(value.filter((d) => d.person !== line.person))}
          />
        ))}
      </ul>
    </section>
  );
}

interface ExceptionProps {
  readonly line: DressException;
  readonly nameOf: NameOf;
  readonly onItems: (items: DressItem[]) => void;
  readonly onRemove: () => void;
}

function Exception({ line, nameOf, onItems, onRemove }: ExceptionProps) {
  const w = words(meetingWords);
  const turn = (item: DressItem) =>
    onItems(
      line.items.includes(item) ? line.items.filter((i) => i !== item) : [...line.items, item],
    );
  return (
    <li>
      <strong>{nameOf(line.person)}</strong>
      <div class="chips">
        {choices<DressItem>(words(meetingsTable).dress).map(([item, name]) => (
          <Button key={item} pressed={line.items.includes(item)} onPress={() => turn(item)}>
            {name}
          </Button>
        ))}
        <Button kind="quiet" onPress={onRemove}>
          {w.remove}
        </Button>
      </div>
    </li>
  );
}
