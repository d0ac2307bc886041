import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benchCenter, printCenter } from './center.ts';
import { benchDispatch, printOutcomes } from './dispatch.ts';
import { againstOracle, printOracle } from './oracle.ts';
import { benchPrediction, printCompared } from './prediction.ts';

/** One bench: the files it needs, its figures, and how a person reads them. */
interface Bench {
  readonly files: readonly string[];
  readonly measure: (paths: Readonly<Record<string, string>>) => Promise<Measured>;
}

interface Measured {
  readonly figures: unknown;
  readonly print: () => string;
}

/** Measures one file after the other. */
function ofEach<T>(
  run: (path: string) => Promise<T>,
  print: (measured: Readonly<Record<string, T>>) => string,
): Bench['measure'] {
  return async (paths) => {
    const figures: Record<string, T> = {};
    for (const [file, path] of Object.entries(paths)) figures[file] = await run(path);
    return { figures, print: () => print(figures) };
  };
}

/** Simulated days as well, whose true model is known: five to learn from, two to be scored. */
function withOracle(logs: Bench['measure']): Bench['measure'] {
  return async (paths) => {
    const { figures, print } = await logs(paths);
    const simulated = againstOracle(3, 5, 2);
    const all = { ...(figures as object), simulated };
    return { figures: all, print: () => `${print()}${printOracle(simulated)}` };
  };
}

/** A bench registers here with one line. */
const benches: Readonly<Record<string, Bench>> = {
  dispatch: {
    files: ['bank_1999-02-07_20.csv', 'bank_1999-02-16.csv'],
    measure: ofEach(benchDispatch, printOutcomes),
  },
  center: {
    files: [],
    measure: async () => {
      const figures = await benchCenter();
      return { figures, print: () => printCenter(figures) };
    },
  },
  prediction: {
    files: ['bank_1999-02-07_20.csv', 'bank_1999-02-16.csv', 'warsaw_2020-01-13.csv'],
    measure: withOracle(ofEach(benchPrediction, printCompared)),
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    data: { type: 'string', default: '../shared/data' },
  },
});
const bench = benches[positionals[0] ?? ''];
const absent = bench?.files.filter((file) => !existsSync(join(values.data, file))) ?? [];
if (!bench) {
  console.error(`Name one bench: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 1;
} else if (absent.length > 0) {
  console.error(`${values.data} has no ${absent.join(', ')}: name the folder with --data DIR.`);
  process.exitCode = 1;
} else {
  const paths = bench.files.map((file) => [file, join(values.data, file)]);
  const { figures, print } = await bench.measure(Object.fromEntries(paths));
  console.log(values.json ? JSON.stringify(figures, null, 2) : print());
}
