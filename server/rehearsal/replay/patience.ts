import { dice } from '../dice.ts';
import { classOf } from './facts.ts';
import type { Row } from './row.ts';
import type { Lasts, Leaves } from './simulatedDay.ts';

/** As long as recorded; where the log does not say, like some other service of its kind, drawn once. */
export function lastsAs(rows: readonly Row[]): Lasts {
  const kinds = new Map<string, number[]>();
  for (const { service, start, end, outcome } of rows) {
    if (start === null || end === null || outcome !== 'served') continue;
    const known = kinds.get(service);
    if (known) known.push(end - start);
    else kinds.set(service, [end - start]);
  }
  return ({ service, start, end, branch, id }) => {
    if (start !== null && end !== null) return end - start;
    const known = kinds.get(service);
    return known ? dice(`lasts ${branch} ${id}`).pick(known) : 0;
  };
}

/**
 * Who left leaves after the same patience. Who was called had at least as much as they waited: how
 * much more is drawn once, from what Kaplan and Meier's estimate (1958) leaves of the patience of
 * their class beyond it. Both are the same whoever chooses.
 */
export function leavesAs(rows: readonly Row[]): Leaves {
  const curves = new Map<string, readonly Step[]>();
  const curveOf = (row: Row) => {
    const cls = classOf(row);
    const known = curves.get(cls) ?? patienceOf(rows.filter((other) => classOf(other) === cls));
    curves.set(cls, known);
    return known;
  };
  return (row) => {
    if (row.outcome === 'abandoned') return row.end;
    if (row.start === null) return null;
    const curve = curveOf(row);
    const waited = row.start - row.arrive;
    const still = curve.findLast(({ after }) => after <= waited)?.stay ?? 1;
    const share = dice(`leaves ${row.branch} ${row.id}`).between(0, 1) * still;
    const step = curve.find(({ after, stay }) => after > waited && stay <= share);
    return step ? row.arrive + step.after : null;
  };
}

/** The share that has more patience than `after` milliseconds. */
interface Step {
  readonly after: number;
  readonly stay: number;
}

function patienceOf(rows: readonly Row[]): Step[] {
  const waits = rows.flatMap(({ arrive, start, end, outcome }) => {
    const until = start ?? (outcome === 'abandoned' ? end : null);
    return until === null ? [] : [{ after: until - arrive, left: start === null }];
  });
  const steps: Step[] = [];
  let stay = 1;
  // Of the same moment, those who left go before those who were called: they were there together.
  const inOrder = waits.sort((a, b) => a.after - b.after || Number(b.left) - Number(a.left));
  for (const [i, { after, left }] of inOrder.entries()) {
    if (!left) continue;
    stay *= 1 - 1 / (inOrder.length - i);
    steps.push({ after, stay });
  }
  return steps;
}
