import { join } from 'node:path';
import type { Bench } from './benches.ts';
import { benchDispatch, type Outcome, printOutcomes } from './dispatch.ts';
import { atLeast, atMost, type Figure, figureOf } from './figure.ts';
import { againstOracle, printOracle } from './oracle.ts';
import { benchPrediction, type Compared, printCompared } from './prediction.ts';

/** The study's development file, which has goals of its own. */
const STUDIED = 'bank_1999-02-07_20.csv';

/** Measures one file after the other. */
async function ofEach<T>(
  files: readonly string[],
  data: string,
  run: (path: string) => Promise<T>,
) {
  const measured: Record<string, T> = {};
  for (const file of files) measured[file] = await run(join(data, file));
  return measured;
}

/** B10, with simulated days as well, whose true model is known: five to learn from, two to be scored. */
export const prediction: Bench = {
  ids: ['B10'],
  files: [STUDIED, 'bank_1999-02-16.csv', 'warsaw_2020-01-13.csv'],
  async measure({ data }) {
    const measured = await ofEach(prediction.files ?? [], data, benchPrediction);
    const simulated = againstOracle(3, 5, 2);
    return {
      details: { ...measured, simulated },
      print: () => `${printCompared(measured)}${printOracle(simulated)}`,
      figures: Object.entries(measured).flatMap(([file, one]) => waitsOf(file, one)),
    };
  },
};

function waitsOf(file: string, { scores, ratio, each }: Compared): Figure[] {
  const error = (name: 'mae' | 'rmse', most: number) =>
    figureOf({
      ...{ id: 'B10', what: `${file}: ${name.toUpperCase()} ÷ mean wait`, unit: '' },
      ...{ ours: [scores.ours[name]], ...(ratio && { bare: [scores.queueLength[name]] }) },
      goals: [
        ...(ratio ? [atMost(0.86)] : []),
        ...(file === STUDIED ? [atMost(most, 'ours')] : []),
      ],
    });
  const covered = figureOf({
    ...{ id: 'B10', what: `${file}: waits within P20–P80`, unit: '' },
    ...{
      ours: [scores.ours.covered ?? Number.NaN],
      goals: [atLeast(0.57, 'ours'), atMost(0.63, 'ours')],
    },
  });
  const took = figureOf({
    ...{ id: 'B10', what: `${file}: a prediction, with its learning`, unit: 'ms' },
    ...{ ours: [each], goals: [atMost(1, 'ours')] },
  });
  return [error('mae', 0.54), error('rmse', 0.81), ...(file === STUDIED ? [covered, took] : [])];
}

/** B13: who is over their line under our rule, against first come first served. */
export const dispatch: Bench = {
  ids: ['B13'],
  untimed: true,
  files: [STUDIED, 'bank_1999-02-16.csv'],
  async measure({ data }) {
    const measured = await ofEach(dispatch.files ?? [], data, benchDispatch);
    return {
      details: measured,
      print: () => printOutcomes(measured),
      figures: Object.entries(measured).flatMap(([file, outcomes]) => sharesOf(file, outcomes)),
    };
  },
};

function sharesOf(file: string, outcomes: readonly Outcome[]): Figure[] {
  const of = (policy: string) => outcomes.find((one) => one.policy === policy)?.over;
  const [fcfs, ours, steady] = [of('fcfs'), of('ours'), of('ours, no step back')];
  if (!fcfs || !ours || !steady)
    throw new Error(`${file} was not played by ours and by first come first served`);
  const worse = (over: Outcome['over']) => Math.max(over.premium, over.ordinary);
  const share = (who: string, own: number, first: number) =>
    figureOf({
      ...{ id: 'B13', what: `${file}: over their line, ${who}`, unit: '' },
      ...{ ours: [own], bare: [first], goals: [atMost(1)] },
    });
  const both = (over: Outcome['over'], set = '') => [
    share(`the worse-off class${set}`, worse(over), worse(fcfs)),
    share(`all${set}`, over.all, fcfs.all),
  ];
  return [...both(ours), ...both(steady, ', where premium never steps back')];
}
