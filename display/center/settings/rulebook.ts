import type { CityRules, Tiers } from '../../../shared/city/rules/commands.ts';
import type { InForce } from '../../../shared/city/rules/state.ts';
import { ITEMS } from '../../../shared/month/items.ts';
import { words } from '../../../shared/screen/language.ts';
import { cityRules } from '../../../shared/words/cityRules.ts';
import { definitions } from '../../../shared/words/definitions.ts';
import { reportTables } from '../../../shared/words/reportTables.ts';

/** Rules as a form has them: every number by its place, `weights.duty`, in the unit it is kept in. */
export type Numbers = Readonly<Record<string, number>>;

/** How a number is typed: `per` is what one of it is kept as, 60 for a minute, 0.01 for a percent. */
interface Kind {
  readonly min: number;
  readonly max: number;
  readonly step: number | 'any';
  readonly per: number;
}

/** Bounds as the rules' own schema has them: what a screen lets through is not refused for its form. */
const WEIGHT: Kind = { min: 0, max: 100, step: 'any', per: 1 };
const POINTS: Kind = { min: -1000, max: 1000, step: 'any', per: 1 };
const PERCENT: Kind = { min: 0, max: 100, step: 'any', per: 0.01 };
const MINUTES: Kind = { min: 0.5, max: 1440, step: 0.5, per: 60 };
const SECONDS: Kind = { min: 1, max: 86_400, step: 1, per: 1 };
const COUNT: Kind = { min: 1, max: 1_000_000, step: 1, per: 1 };
const SAMPLE: Kind = { ...COUNT, min: 0 };

export interface NumberField extends Kind {
  readonly key: string;
  readonly label: string;
}

export const GROUPS = ['weights', 'targets', 'points', 'minimumSample', 'edges', 'signs'] as const;
export type Group = (typeof GROUPS)[number];

const under = (group: string, of: object) =>
  Object.entries(of).map(([name, value]) => [`${group}.${name}`, value as number] as const);

/** What counts, complete: what nobody set stands in it as the standard has it. */
export function numbersOf({ rules, measured }: InForce): Numbers {
  const { burst, ...signs } = measured.signs;
  const { edge, repeat } = rules;
  return Object.fromEntries([
    ...(['weights', 'targets', 'points', 'minimumSample'] as const).flatMap((group) =>
      under(group, measured[group]),
    ),
    ...[...under('edges', { edge, repeat }), ...under('signs', signs), ...under('burst', burst)],
  ]);
}

/** A version with all that it says, so that nothing else can change it later. */
export function rulesOf(
  numbers: Numbers,
  named: Pick<CityRules, 'version' | 'from' | 'rewards' | 'fines'>,
): CityRules {
  const part = (group: string) =>
    Object.fromEntries(
      Object.entries(numbers).flatMap(([key, value]) =>
        key.startsWith(`${group}.`) ? [[key.slice(group.length + 1), value]] : [],
      ),
    );
  return {
    ...{ ...named, ...part('edges'), weights: part('weights'), targets: part('targets') },
    ...{ points: part('points'), minimumSample: part('minimumSample') },
    signs: { ...part('signs'), burst: part('burst') },
  } as CityRules;
}

const field = (key: string, label: string, kind: Kind): NumberField => ({ key, label, ...kind });

export function fieldsOf(group: Group): readonly NumberField[] {
  const w = words(cityRules);
  const { items, levels } = words(reportTables);
  switch (group) {
    case 'weights':
      return ITEMS.map((item) => field(`weights.${item}`, items[item], WEIGHT));
    case 'targets':
      return (['ordinary', 'premium'] as const).map((cls) =>
        field(`targets.${cls}`, w.targets[cls], MINUTES),
      );
    case 'points':
      return (['verySatisfied', 'satisfied', 'fair', 'dissatisfied'] as const).map((level) =>
        field(`points.${level}`, levels[level], POINTS),
      );
    case 'minimumSample':
      return (['tickets', 'ratings'] as const).map((of) =>
        field(`minimumSample.${of}`, w.samples[of], SAMPLE),
      );
    case 'edges':
      return [
        field('edges.edge', w.edges.edge, { ...COUNT, max: 50 }),
        field('edges.repeat', w.edges.repeat, { ...COUNT, max: 12 }),
      ];
    case 'signs':
      return signFields();
  }
}

function signFields(): NumberField[] {
  const w = words(cityRules).signs;
  const { names } = words(definitions);
  const shares = ['quick', 'burst', 'perfect', 'longGap', 'missed', 'walkIn'] as const;
  const more = ['offline', 'early', 'replaced'] as const;
  return [
    ...[...shares, ...more].map((name) =>
      field(`signs.${name}Share`, w.share(names[name]), PERCENT),
    ),
    field('signs.moodGap', w.share(names.mood), PERCENT),
    field('signs.streak', w.streak, COUNT),
    field('signs.quickUnder', w.quickUnder, { ...WEIGHT, max: 60 }),
    field('burst.ratings', w.burstRatings, COUNT),
    field('burst.within', w.burstWithin, SECONDS),
    field('signs.longGap', w.longGap, SECONDS),
    field('signs.atLeast', w.atLeast, COUNT),
  ];
}

/** As it is read: at most two digits behind the point, and none that a division made. */
export const shownIn = ({ per }: Kind, kept: number): number =>
  Math.round((kept / per) * 100) / 100;

/** What is typed, as it is kept: within its bounds, and whole where only whole ones count. */
export function keptIn({ per, min, max, step }: Kind, typed: number): number {
  const within = Math.min(max, Math.max(min, typed)) * per;
  return step === 'any' ? Math.round(within * 1e4) / 1e4 : Math.round(within);
}

/** Each tier reaches further than the one before it. */
export const areRising = (tiers: Tiers): boolean =>
  tiers.every(({ upTo }, i) => upTo > (tiers[i - 1]?.upTo ?? 0));

export const isVersionName = (name: string): boolean => /^[A-Za-z0-9.-]{1,24}$/.test(name);
