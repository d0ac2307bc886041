import type { Row } from '../../../server/rehearsal/replay/row.ts';

/**
 * The simple predictors of a wait, each as short as it can be. All know what a person at the door
 * knows: who waits, who was called, what has ended by then; nothing of it is fitted. Seconds; null
 * where they have nothing to go by yet.
 */
export interface Estimates {
  /** (Q+1)·m/s: those waiting, the mean service so far, servers active within half an hour. */
  readonly queueLength: number | null;
  /** How long the first in line has waited by now. */
  readonly headOfLine: number | null;
  /** What the last one called had waited. */
  readonly lastToEnter: number | null;
  /** The mean of all waits so far. */
  readonly runningMean: number | null;
}

/** Left, ended, started, came; what happened to somebody in the very instant of coming, after that. */
type Step = readonly [at: number, is: 0 | 1 | 2 | 3, row: Row, after: boolean];
const ACTIVE = 30 * 60_000;
const NIGHT = 8 * 3_600_000;

/** What each would have said to everybody who had to queue and was called. */
export function estimated(rows: readonly Row[]): Map<Row, Estimates> {
  const steps = rows.flatMap((row): Step[] => [
    [row.arrive, 3, row, false],
    ...(row.start === null ? [] : [[row.start, 2, row, row.start === row.arrive] as const]),
    ...(row.end === null
      ? []
      : [[row.end, row.start === null ? 0 : 1, row, row.end === row.arrive] as const]),
  ]);
  steps.sort(
    (a, b) => a[0] - b[0] || Number(a[3]) - Number(b[3]) || a[1] - b[1] || a[2].line - b[2].line,
  );
  const said = new Map<Row, Estimates>();
  const line = new Set<Row>();
  const active = new Map<string, number>();
  const services = { n: 0, sum: 0 };
  const waits = { n: 0, sum: 0, last: null as number | null };
  for (const [at, is, row] of steps) {
    if (is < 3) line.delete(row);
    if (is === 1 && row.start !== null) add(services, (at - row.start) / 1000);
    if (is < 3 && is > 0 && row.server) active.set(row.server, at);
    if (is === 2 && row.queued) {
      waits.last = (at - row.arrive) / 1000;
      add(waits, waits.last);
    }
    if (is !== 3 || !row.queued) continue;
    // Whoever was never called, and never seen to leave, has gone home by now.
    for (const other of line) if (at - other.arrive > NIGHT) line.delete(other);
    const [first] = line;
    const s = [...active.values()].filter((since) => at - since < ACTIVE).length;
    const m = mean(services);
    said.set(row, {
      queueLength: m === null || s === 0 ? null : ((line.size + 1) * m) / s,
      headOfLine: first ? (at - first.arrive) / 1000 : waits.last,
      lastToEnter: waits.last,
      runningMean: mean(waits),
    });
    line.add(row);
  }
  return said;
}

function add(sum: { n: number; sum: number }, value: number): void {
  sum.n++;
  sum.sum += value;
}

const mean = ({ n, sum }: { n: number; sum: number }) => (n > 0 ? sum / n : null);
