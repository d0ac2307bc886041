import type { MonthFigures } from '../../month/contender.ts';
import { ITEMS } from '../../month/items.ts';
import { type Figure, RANKINGS } from '../../month/ranking.ts';
import type { Rules } from '../../month/rules.ts';
import { sampleOf, waitScore } from '../../month/scores.ts';
import { samplesOf } from './reckon.ts';

/**
 * What a unit is ranked by against others of its level: all its branches' waits, ratings and services
 * together, as if they had been one lobby. Each figure is a mean over `n`, so the mean of means, each
 * times its own `n`, is the mean over all. Scores of inspections count once a branch.
 */
export function pooled<Id extends string>(
  unit: Id,
  branches: readonly MonthFigures[],
  rules: Rules,
): Omit<MonthFigures, 'branch'> & { readonly branch: Id } {
  const { minimumSample, targets, weights, version } = rules;
  const least = samplesOf(rules);
  const figures = Object.fromEntries(
    RANKINGS.map((ranking) => {
      const figure = meanOf(branches.map((one) => one.figures[ranking]));
      return [ranking, { ...figure, sample: sampleOf(figure.n, least[ranking]) }];
    }),
  ) as MonthFigures['figures'];
  const items = ITEMS.map((item): MonthFigures['items'][number] => {
    const own = branches.flatMap(({ items }) => items.filter((one) => one.item === item));
    const isWait = item === 'premiumWait' || item === 'ordinaryWait';
    const isMeasured = isWait || item === 'satisfaction';
    const { value, n } = isMeasured ? meanOf(own) : meanOf(own.map(once));
    const target = item === 'premiumWait' ? targets.premium : targets.ordinary;
    const kept = value === null ? null : Math.min(100, Math.max(0, value));
    const score = isWait && value !== null ? waitScore(value, target) : kept;
    const enough = isWait ? minimumSample.tickets : isMeasured ? minimumSample.ratings : 1;
    return { item, weight: weights[item], value, n, score, sample: sampleOf(n, enough) };
  });
  const said = items.filter(({ score }) => score !== null);
  const weight = said.reduce((sum, one) => sum + one.weight, 0);
  const of = items.reduce((sum, one) => sum + one.weight, 0);
  const points = said.reduce((sum, one) => sum + (one.score ?? 0) * one.weight, 0);
  const score = said.length > 0 && of > 0 ? points / of : null;
  return { branch: unit, version, figures, items, total: { score, weight, of } };
}

const once = ({ value }: Figure): Figure => ({ value, n: value === null ? 0 : 1 });

function meanOf(figures: readonly Figure[]): Figure {
  const known = figures.filter(({ value }) => value !== null);
  const n = known.reduce((sum, one) => sum + one.n, 0);
  const sum = known.reduce((total, { value, n }) => total + (value ?? 0) * n, 0);
  return { value: n > 0 ? sum / n : null, n };
}
