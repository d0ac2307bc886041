import type { Names } from '../../../../shared/questions/keptDay.ts';
import { pick, words } from '../../../../shared/screen/language.ts';
import { type Say, story as storyWords } from '../../../../shared/words/story.ts';

/** How ids are said in this answer; an id that has no name any more is said itself. */
export function sayWith({ counters, services }: Names): Say {
  const named = (names: Readonly<Record<string, { zh: string; en: string }>>, id: string) =>
    Object.hasOwn(names, id) ? pick(names[id] ?? { zh: id, en: id }) : id;
  return {
    counter: (id) => (id ? named(counters, id) : words(storyWords).somewhere),
    service: (id) => named(services, id),
  };
}

/** A person's name; the staff number where there is none. */
export function personIn({ people }: Names, id: string | null): string | null {
  if (id === null) return null;
  const names: Readonly<Record<string, string>> = people;
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}
