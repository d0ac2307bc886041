import { words } from '../../../shared/screen/language.ts';
import type { RectificationsView } from '../../../shared/views/rectifications.ts';
import { devices as deviceWords } from '../../../shared/words/devices.ts';
import { rectifications as boardWords } from '../../../shared/words/rectifications.ts';

interface OwnerProps {
  readonly view: RectificationsView;
  readonly owner: string;
  readonly onOwner: (owner: string) => void;
}

/** Somebody who works here; a branch that entered nobody as staff types a number. */
export function Owner({ view: { people }, owner, onOwner }: OwnerProps) {
  const w = words(boardWords);
  const { posts } = words(deviceWords);
  if (people.length === 0)
    return (
      <label class="field">
        <small>{`${w.owner} · ${w.number}`}</small>
        <input
          {...{ type: 'text', value: owner, maxLength: 32, autocomplete: 'off' }}
          onInput={(e) => onOwner(e.currentTarget.value.trim())}
        />
      </label>
    );
  return (
    <label class="field">
      <small>{w.owner}</small>
      <select value={owner} onChange={(e) => onOwner(e.currentTarget.value)}>
        <option value="">{w.choose}</option>
        {people.map(({ id, name, post }) => (
          <option key={id} value={id}>
            {`${name ?? id} · ${posts[post]}`}
          </option>
        ))}
      </select>
    </label>
  );
}
