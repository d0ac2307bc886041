import { expect, test } from 'vitest';
import { dice } from '../../server/rehearsal/dice.ts';
import { branchOf } from '../../server/rehearsal/replay/branch.ts';
import { readLog } from '../../server/rehearsal/replay/csv.ts';
import { type Prediction, predict } from '../../server/rehearsal/replay/prediction.ts';
import type { Row } from '../../server/rehearsal/replay/row.ts';
import { printPredictions } from '../../server/rehearsal/replay/said.ts';
import { scoreOf } from '../../server/rehearsal/replay/score.ts';
import { type Line, randomLog, written } from '../kit/logs.ts';

function rowsOf(lines: readonly Line[]): readonly Row[] {
  const columns = Object.keys(lines[0] ?? {});
  const text = lines.map((l) => columns.map((c) => l[c]).join(',')).join('\n');
  return readLog(`${columns.join(',')}\n${text}`, { skipBad: false }).rows;
}

const said = (rows: readonly Row[]) => predict(rows, branchOf('b', 'b', rows));
const before = (time: number, predictions: readonly Prediction[]) =>
  predictions
    .filter(({ row }) => row.arrive < time)
    .map(({ row, seconds, range }) => ({ id: row.id, seconds, range }));

/** What the log would have said had somebody read it at that time. */
function cutAt(time: number, row: Row): Row {
  const start = row.start !== null && row.start < time ? row.start : null;
  const end = row.end !== null && row.end < time ? row.end : null;
  if (row.start !== null && start === null)
    return { ...row, start, end, outcome: 'not_called', server: '' };
  return { ...row, start, end };
}

test.each([1, 2, 3])(
  'cut off at any time, a log leaves earlier predictions as they were (%i)',
  (seed) => {
    const rows = rowsOf(randomLog(seed, 160));
    const whole = said(rows);
    const own = dice(`cuts ${seed}`);
    for (let n = 0; n < 6; n++) {
      const time = own.pick(rows).arrive + (own.chance(0.5) ? 0 : Math.round(own.between(0, 9e5)));
      const known = rows.filter((row) => row.arrive < time);
      expect(before(time, said(known))).toEqual(before(time, whole));
      expect(before(time, said(known.map((row) => cutAt(time, row))))).toEqual(before(time, whole));
    }
  },
);

test('of the same second, only those of earlier lines are known', () => {
  const rows = rowsOf(randomLog(4, 120));
  const whole = said(rows);
  for (const last of [20, 40, 60, 80, 100]) {
    const known = said(rows.slice(0, last));
    expect(known).toEqual(whole.slice(0, known.length));
  }
});

test('whoever is called first of two who came together, the line after is not known before', () => {
  const line = (id: string, arrive: number, start: number, end: number): Line => ({
    ...{ id, arrive: written(arrive), start: written(start), end: written(end) },
    ...{ outcome: 'served', server: 'S1', queued: start > arrive ? '1' : '0' },
  });
  // Before them, a dozen who waited half a minute each, and took five.
  const before = Array.from({ length: 12 }, (_, i) =>
    line(`${i}`, i * 300, i * 300 + 30, 330 + i * 300),
  );
  const then = 3630;
  const rows = rowsOf([
    ...before,
    line('a', then, then, then + 600),
    line('b', then + 60, then + 900, then + 1000),
    line('c', then + 60, then + 600, then + 900),
  ]);
  const [b, c] = said(rows).slice(-2);
  expect([b?.row.id, c?.row.id]).toEqual(['b', 'c']);
  expect(said(rows.slice(0, -1)).at(-1)).toEqual(b);
  expect(c?.seconds).toBeGreaterThan(b?.seconds ?? 0);
});

test('those who queued and were called are scored, with the running mean where nothing is said', () => {
  const row = { id: 'x' } as Row;
  const range = { low: 10, high: 30 };
  expect(
    scoreOf([
      { row, seconds: 20, range, wait: 10 },
      { row, seconds: 20, range, wait: 40 },
      { row, seconds: 13, range: null, wait: 10 },
      { row, seconds: 99, range, wait: null },
    ]),
  ).toEqual({
    ...{ n: 3, mae: 11, bias: -7 / 3, meanWait: 20, covered: 0.5, abstained: 1 },
    rmse: Math.sqrt((100 + 400 + 9) / 3),
  });
});

test('predictions are written out for each who had to queue', () => {
  const rows = rowsOf(randomLog(5));
  const text = printPredictions(said(rows)).trimEnd().split('\n');
  expect(text[0]).toBe('branch,id,arrive,predicted,low,high,wait');
  expect(text).toHaveLength(1 + rows.filter((row) => row.queued).length);
  expect(text[9]).toMatch(/^,T\d+,2026-11-2\dT[\d:.]+(,[\d.]+){3},([\d.]+)?$/);
});
