import { parseArgs } from 'node:util';
import { Plain } from '../plainly.ts';
import { printFigures, shown } from '../upkeep/table.ts';
import { changeOf } from './replay/changes.ts';
import { POLICIES } from './replay/policies.ts';
import { type Replayed, type ReplayOptions, replay } from './replay/replay.ts';

const USAGE =
  'Name one log: npm run replay -- FILE.csv [--json] [--data DIR] [--policy recorded|ours|fcfs|credit90|rescue] [--lines premium=SECONDS,ordinary=SECONDS] [--rules passedOverAtMost=N,ordinaryBetweenPremium=N] [--skip-bad] [--unrecorded ordinary] [--predictions FILE]';

/** `replay FILE.csv`: on stdout the figures of a recorded log, as a table or as one JSON object. */
export async function runReplay(args: string[]): Promise<void> {
  const { json, ...options } = replayOptions(args);
  const replayed = await replay(options);
  console.log(json ? JSON.stringify(replayed, null, 2) : printReplayed(replayed));
}

/** @throws Plain, or what `parseArgs` throws, when the command line makes no sense */
export function replayOptions(args: string[]): ReplayOptions & { readonly json: boolean } {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      data: { type: 'string' },
      policy: { type: 'string', default: 'recorded' },
      lines: { type: 'string' },
      rules: { type: 'string' },
      'skip-bad': { type: 'boolean', default: false },
      unrecorded: { type: 'string' },
      predictions: { type: 'string' },
    },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new Plain(USAGE);
  const policy = POLICIES.find((known) => known === values.policy);
  if (!policy)
    throw new Plain(`--policy "${values.policy}" is not known: choose ${POLICIES.join(', ')}.`);
  const change = changeOf({ lines: values.lines, rules: values.rules });
  if (change && policy === 'recorded')
    throw new Plain(
      '--lines and --rules are for a simulated policy: a recorded day keeps its own order.',
    );
  if (values.unrecorded !== undefined && values.unrecorded !== 'ordinary')
    throw new Plain(
      `--unrecorded "${values.unrecorded}" is not known: the only choice is ordinary.`,
    );
  return {
    ...{ file, policy, json: values.json, skipBad: values['skip-bad'] },
    unrecordedAsOrdinary: values.unrecorded === 'ordinary',
    ...(change && { change }),
    ...(values.data !== undefined && { data: values.data }),
    ...(values.predictions !== undefined && { predictions: values.predictions }),
  };
}

function printReplayed(replayed: Replayed): string {
  const { rows, bad, policy, prediction, ledger, breaches, skipped } = replayed;
  const { n, mae, rmse, bias, covered, abstained } = prediction;
  const refused = Object.entries(breaches).map(([code, times]) => `${code} ${times}`);
  return [
    `${rows} rows, ${bad} bad, policy ${policy}`,
    ...(skipped ?? []).map(({ line, what }) => `  left out: line ${line}: ${what}`),
    '',
    printFigures(replayed),
    '',
    `expected waits, ${n} scored: MAE ${shown(mae)} s, RMSE ${shown(rmse)} s, bias ${shown(bias)} s, within the range ${shown(covered && covered * 100)} %, nothing said for ${abstained}`,
    `our own rules would have refused: ${refused.join(', ') || 'nothing'}`,
    `ledger: ${ledger.entries} entries, head ${ledger.head}`,
  ].join('\n');
}
