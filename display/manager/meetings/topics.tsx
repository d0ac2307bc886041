import type { Duties } from '../../../shared/duties.ts';
import type { Topic } from '../../../shared/floor/meetings/commands.ts';
import type { Meeting } from '../../../shared/floor/meetings/state.ts';
import { pick, words } from '../../../shared/screen/language.ts';
import { meetings as meetingWords } from '../../../shared/words/meetings.ts';
import { meetingsTable } from '../../../shared/words/meetingsTable.ts';
import { Figures } from './figures.tsx';

/** Every heading with its name: the seven, and the branch's own. */
export const headings = (rules: Duties['meetings']): [string, string][] => [
  ...Object.entries(words(meetingsTable).topics),
  ...rules.topics.map(({ id, name }): [string, string] => [id, pick(name)]),
];

interface TopicsProps {
  readonly rules: Duties['meetings'];
  readonly figures: Meeting['figures'];
  readonly value: readonly Topic[];
  readonly onChange: (next: readonly Topic[]) => void;
}

/** What was talked about: a line each, touched where there is something to say. */
export function Topics({ rules, figures, value, onChange }: TopicsProps) {
  const w = words(meetingWords);
  const noteOf = (topic: string) => value.find((t) => t.topic === topic)?.note;
  const write = (topic: string, note: string) => {
    const others = value.filter((t) => t.topic !== topic);
    onChange([...others, { topic, note }]);
  };
  const turn = (topic: string) =>
    noteOf(topic) === undefined
      ? write(topic, '')
      : onChange(value.filter((t) => t.topic !== topic));
  return (
    <section class="part" aria-label={w.topics}>
      <h2>{w.topics}</h2>
      <ul class="topics">
        {headings(rules).map(([topic, name]) => (
          <li key={topic} data-on={noteOf(topic) !== undefined || undefined}>
            <label class="topic-name">
              <input
                type="checkbox"
                checked={noteOf(topic) !== undefined}
                onChange={() => turn(topic)}
              />
              {name}
            </label>
            {noteOf(topic) !== undefined && (
              <input
                class="topic-note"
                {...{ value: noteOf(topic), maxLength: 200, placeholder: w.note }}
                aria-label={`${name} ${w.note}`}
                onInput={(event) => write(topic, event.currentTarget.value)}
              />
            )}
            {topic === 'service' && <Figures figures={figures} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
