import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { replay } from '../../server/rehearsal/replay/replay.ts';

/** Recorded logs are not part of the project; where they lie beside it, they are used. */
const logs =
  process.env.TINGTANG_LOGS ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const file = `${logs}/warsaw_2020-01-13.csv`;
const absent = existsSync(file) ? '' : ' (no recorded logs here: not tried)';

interface Office {
  readonly tickets: number;
  readonly called: number;
  /** Seconds, ascending. */
  readonly waits: readonly number[];
}

/** Straight from the file's columns: office by office, wait = start − arrive. */
function offices(): Map<string, Office> {
  const [head = '', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const columns = head.split(',');
  const rows = lines.map((line) => {
    const cells = line.split(',');
    return (name: string) => cells[columns.indexOf(name)] ?? '';
  });
  const names = [...new Set(rows.map((cell) => cell('branch')))];
  return new Map(
    names.map((name) => {
      const own = rows.filter((cell) => cell('branch') === name);
      const called = own.filter((cell) => cell('outcome') === 'called');
      const seconds = (cell: (name: string) => string) =>
        (Date.parse(`${cell('start')}Z`) - Date.parse(`${cell('arrive')}Z`)) / 1000;
      const waits = called.map(seconds).sort((a, b) => a - b);
      return [name, { tickets: own.length, called: called.length, waits }];
    }),
  );
}

const mean = (list: readonly number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
const middle = (list: readonly number[]) => {
  const at = (list.length - 1) / 2;
  return ((list[Math.floor(at)] ?? 0) + (list[Math.ceil(at)] ?? 0)) / 2;
};

test.skipIf(absent !== '')(
  `nineteen real offices of one day, ranked by average wait: each figure is the file’s own${absent}`,
  async () => {
    const options = { policy: 'recorded', skipBad: false, unrecordedAsOrdinary: false } as const;
    const { branches = {}, rows, bad } = await replay({ file, ...options });
    const known = offices();
    expect({ rows, bad, offices: Object.keys(branches).length }).toEqual({
      ...{ rows: 11_882, bad: 0, offices: 19 },
    });
    for (const [name, { tickets, called, waits }] of known) {
      const own = branches[name];
      expect([name, own?.tickets, own?.called, own?.wait.n]).toEqual([
        ...[name, tickets, called, waits.length],
      ]);
      expect(own?.wait.mean).toBeCloseTo(mean(waits), 6);
      expect(own?.wait.p50).toBeCloseTo(middle(waits), 6);
      expect(own?.wait.max).toBe(waits.at(-1));
      expect(own?.wait.over[600]).toBeCloseTo(
        waits.filter((s) => s > 600).length / waits.length,
        9,
      );
    }
    const byWait = (of: (name: string) => number) =>
      [...known.keys()].sort((a, b) => of(a) - of(b));
    expect(byWait((name) => branches[name]?.wait.mean ?? 0)).toEqual(
      byWait((name) => mean(known.get(name)?.waits ?? [])),
    );
  },
  120_000,
);
