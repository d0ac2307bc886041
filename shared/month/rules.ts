import { type AssessmentRules, type SignLines, signLines } from '../assessment.ts';
import { defaultSettings } from '../defaults.ts';
import type { BusinessDate } from '../ids.ts';
import type { Settings } from '../settings.ts';
import { fingerprint } from './fingerprint.ts';
import type { Item } from './items.ts';

/** The rules in force on a day, complete; a day row carries them, so that old sheets need no settings. */
export interface Rules {
  readonly version: string;
  readonly weights: Readonly<Record<Item, number>>;
  /** Seconds. */
  readonly targets: Settings['targets'];
  readonly points: Settings['rating']['points'];
  readonly minimumSample: Settings['minimumSample'];
  readonly signs: SignLines;
}

/** DOMAIN's weights: ours. */
const WEIGHTS: Rules['weights'] = {
  premiumWait: 20,
  ordinaryWait: 15,
  satisfaction: 25,
  environment: 15,
  standards: 15,
  duty: 10,
};

const SIGNS = signLines.parse({});

/**
 * Where nobody sets rules, what else the branch set makes them; their name then tells their content.
 *
 * @param above what the center sent down, by the month from which it is valid: from then on it counts
 *   before anything that the branch sets itself
 */
export function rulesOn(
  settings: Settings,
  date: BusinessDate,
  above: readonly AssessmentRules[] = [],
): Rules {
  const month = date.slice(0, 7);
  const inForce = (rules: AssessmentRules) => rules.from <= month;
  const own = above.findLast(inForce) ?? settings.assessment?.findLast(inForce);
  return rulesFrom(own, settings);
}

/** A version of the rules made complete by what is set beside it; a city's own has nothing beside it. */
export function rulesFrom(
  own: AssessmentRules | undefined,
  settings: Pick<Settings, 'targets' | 'rating' | 'minimumSample'> = defaultSettings,
): Rules {
  const body = {
    weights: own?.weights ?? WEIGHTS,
    targets: own?.targets ?? settings.targets,
    points: own?.points ?? settings.rating.points,
    minimumSample: own?.minimumSample ?? settings.minimumSample,
    signs: own?.signs ?? SIGNS,
  };
  const name = own?.version ?? 'standard';
  return { version: `${name}.${fingerprint(body)}`, ...body };
}
