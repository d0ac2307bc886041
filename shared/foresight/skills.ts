import type { CounterId, ServiceId } from '../ids.ts';

/**
 * What each counter really takes: how often it took a service, and how often it passed over somebody
 * of that service who would have been before the one it took.
 */
export type Skills = Readonly<Record<CounterId, Readonly<Record<ServiceId, Skill>>>>;
interface Skill {
  readonly took: number;
  readonly passed: number;
}

const none: Skill = { took: 0, passed: 0 };

export function withSkill(
  all: Skills,
  counter: CounterId,
  took: ServiceId,
  passed: ReadonlySet<ServiceId>,
): Skills {
  const own: Record<ServiceId, Skill> = { ...all[counter] };
  for (const service of passed) {
    const known = own[service] ?? none;
    own[service] = { ...known, passed: known.passed + 1 };
  }
  const known = own[took] ?? none;
  own[took] = { ...known, took: known.took + 1 };
  return { ...all, [counter]: own };
}

/** From 0 to 1; where nothing was seen, most likely: counters take what they are there for. */
export function skill(all: Skills, counter: CounterId, service: ServiceId): number {
  const { took, passed } = all[counter]?.[service] ?? none;
  return (took + 1) / (took + passed + 1.25);
}
