import { readFileSync } from 'node:fs';
import { type BranchLog, branchesOf } from '../../server/rehearsal/replay/branch.ts';
import { readLog } from '../../server/rehearsal/replay/csv.ts';
import { type Prediction, predict } from '../../server/rehearsal/replay/prediction.ts';
import { scoreOf } from '../../server/rehearsal/replay/score.ts';
import { type Estimates, estimated } from './limits/estimators.ts';

/** Errors over the mean wait; `covered` the share within P20–P80, where there are such. */
export interface Scored {
  readonly mae: number;
  readonly rmse: number;
  readonly covered: number | null;
  /** For how many nothing was said: the running mean stands in. */
  readonly abstained: number;
}

export interface Compared {
  readonly n: number;
  /** Seconds. */
  readonly meanWait: number;
  readonly scores: Readonly<Record<'ours' | keyof Estimates, Scored>>;
  /** Ours ÷ (Q+1)·m/s; null where that one has nothing to go by. */
  readonly ratio: { readonly mae: number; readonly rmse: number } | null;
  /** Milliseconds of processor a prediction, with all the learning between two. */
  readonly each: number;
}

/** B10 of one recorded log: ours, and what simple predictors say at the same moments. */
export async function benchPrediction(file: string): Promise<Compared> {
  const branches = branchesOf(readLog(readFileSync(file, 'utf8'), { skipBad: false }));
  const begun = process.cpuUsage();
  const ours = branches.map(({ rows, branch }) => predict(rows, branch));
  const { user, system } = process.cpuUsage(begun);
  const each = (user + system) / 1000 / ours.flat().length;
  return { ...compared(branches, ours), each };
}

function compared(branches: readonly BranchLog[], ours: readonly Prediction[][]) {
  const others = branches.map(({ rows }) => estimated(rows));
  const by = (name: keyof Estimates) =>
    ours.flatMap((own, i) =>
      own.map((prediction): Prediction => {
        const all = others[i]?.get(prediction.row);
        return { ...prediction, seconds: all?.[name] ?? all?.runningMean ?? null, range: null };
      }),
    );
  const { n, meanWait } = scoreOf(ours.flat());
  const scores = {
    ours: scored(ours.flat()),
    queueLength: scored(by('queueLength')),
    headOfLine: scored(by('headOfLine')),
    lastToEnter: scored(by('lastToEnter')),
    runningMean: scored(by('runningMean')),
  };
  const { ours: own, queueLength: plain } = scores;
  const knows = others.some((all) => [...all.values()].some((e) => e.queueLength !== null));
  const ratio = knows ? { mae: own.mae / plain.mae, rmse: own.rmse / plain.rmse } : null;
  return { n, meanWait: meanWait ?? Number.NaN, scores, ratio };
}

function scored(predictions: readonly Prediction[]): Scored {
  const { mae, rmse, meanWait, covered, abstained } = scoreOf(predictions);
  const per = meanWait ?? Number.NaN;
  return { mae: (mae ?? 0) / per, rmse: (rmse ?? 0) / per, covered, abstained };
}

const NAMES: Readonly<Record<keyof Compared['scores'], string>> = {
  ours: 'ours',
  queueLength: '(Q+1)·m/s',
  headOfLine: 'head of line',
  lastToEnter: 'last to enter',
  runningMean: 'running mean',
};

export function printCompared(all: Readonly<Record<string, Compared>>): string {
  return Object.entries(all)
    .flatMap(([file, one]) => [`${file}: ${titleOf(one)}`, ...rowsOf(one), ''])
    .join('\n');
}

function titleOf({ n, meanWait, ratio, each }: Compared): string {
  const to = ratio
    ? `, ours ÷ (Q+1)·m/s ${ratio.mae.toFixed(3)} / ${ratio.rmse.toFixed(3)}`
    : ', (Q+1)·m/s unknown: no servers named';
  return `${n} waits, mean ${meanWait.toFixed(1)} s${to}, ${each.toFixed(2)} ms each`;
}

function rowsOf({ scores }: Compared): string[] {
  const head = `  ${'÷ mean wait'.padEnd(16)}MAE     RMSE    within P20–P80`;
  const rows = Object.entries(scores) as [keyof typeof NAMES, Scored][];
  return [
    head,
    ...rows.map(([name, { mae, rmse, covered, abstained }]) => {
      const range = covered === null ? '' : `${(covered * 100).toFixed(1)} %`;
      const silent = name === 'ours' && abstained > 0 ? `, nothing said for ${abstained}` : '';
      return `  ${NAMES[name].padEnd(16)}${mae.toFixed(3)}   ${rmse.toFixed(3)}   ${range}${silent}`;
    }),
  ];
}
