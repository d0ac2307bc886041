import type { Settings, Text } from '../../shared/settings.ts';

/** What is said in one language only is said in both. */
export const filled = ({ zh, en }: Text): Text => ({
  zh: zh.trim() || en.trim(),
  en: en.trim() || zh.trim(),
});

type Told = Pick<Settings, 'branch' | 'services' | 'counters'>;

/** As the hub takes it: nothing is left empty, and no counter serves what is gone. */
export function finishedParts<S extends Told>(settings: S): S {
  const known = new Set<string>(settings.services.map((s) => s.id));
  const services = settings.services.map(({ examples, ...service }) => {
    const [name, said] = [filled(service.name), filled(examples)];
    return { ...service, name, examples: said.zh ? said : name };
  });
  const counters = settings.counters.map((counter) => ({
    ...{ ...counter, name: filled(counter.name) },
    services: counter.services.filter((id) => known.has(id)),
  }));
  const branch = { ...settings.branch, name: filled(settings.branch.name) };
  return { ...settings, branch, services, counters };
}

/** A list with one of its items changed, or left out. */
export const withItem = <T>(all: readonly T[], i: number, change: Partial<T>): T[] =>
  all.map((one, at) => (at === i ? { ...one, ...change } : one));
export const withoutItem = <T>(all: readonly T[], i: number): T[] =>
  all.filter((_, at) => at !== i);

/** The lowest number that none of these ids ends with. */
export function freeNumber(ids: readonly string[]): number {
  const taken = new Set(ids.map((id) => Number(/\d+$/.exec(id)?.[0] ?? 0)));
  let n = 1;
  while (taken.has(n)) n++;
  return n;
}
