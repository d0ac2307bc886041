import type { BranchId } from '../../../shared/ids.ts';
import type { Settings, Text } from '../../../shared/settings.ts';
import { cityNames } from '../../../shared/words/rehearsal.ts';
import { type Temper, usual } from '../day.ts';
import { dice } from '../dice.ts';
import { sampleBranch } from '../sampleBranch.ts';

/** One branch of a simulated city, before anything has happened in it. */
export interface CityBranch {
  readonly id: BranchId;
  readonly name: Text;
  readonly settings: Settings;
  /** What its chance falls by: no two have the same day. */
  readonly seed: number;
  /** Its manner, which lasts. */
  readonly temper: Temper;
  /** How well its hall is kept: points off at an inspection, out of all modules. */
  readonly pointsOff: number;
}

/** At most so many: names must not be taken for one another. */
export const MOST_BRANCHES = 40;

/**
 * The branches of a simulated city: small ones, each with a manner of its own that lasts, so that there
 * is something to rank.
 *
 * @param many from 2 to `MOST_BRANCHES`
 */
export function cityBranches(seed: number, many: number): CityBranch[] {
  return Array.from({ length: many }, (_, n) => {
    const own = dice(`city ${seed} branch ${n}`);
    const id = `branch-${String(n + 1).padStart(2, '0')}` as BranchId;
    const name = { zh: cityNames.zh.branch(n), en: cityNames.en.branch(n) };
    const least = own.between(0.45, 0.85);
    return {
      ...{ id, name, settings: settingsOf(id, name), seed: seed * 1000 + n },
      temper: {
        ...{ busy: own.between(0.17, 0.25), slow: own.between(1.7, 2.3) },
        ...{ mood: own.between(-0.08, 0.12), invites: [least, least + 0.1] },
        glance: 10 * usual.glance,
      },
      pointsOff: Math.round(own.between(0, 14)),
    };
  });
}

/** Months differ, and now and then one branch overtakes another. */
export function temperIn({ seed, temper }: CityBranch, month: string): Temper {
  const own = dice(`${seed} ${month}`);
  return {
    ...temper,
    busy: temper.busy * own.between(0.9, 1.1),
    slow: temper.slow * own.between(0.9, 1.1),
    mood: temper.mood + own.between(-0.05, 0.05),
  };
}

/** Two counters that serve everybody. */
function settingsOf(id: BranchId, name: Text): Settings {
  const services = sampleBranch.services.map((service) => service.id);
  const week = sampleBranch.hours?.week.map((day, n) => (n === 6 ? null : day)) ?? [];
  return {
    ...sampleBranch,
    branch: { ...sampleBranch.branch, id, name },
    ...(sampleBranch.hours && { hours: { ...sampleBranch.hours, week } }),
    counters: sampleBranch.counters
      .slice(0, 2)
      .map((counter) => ({ ...counter, services, classes: ['ordinary', 'premium', 'care'] })),
  };
}
