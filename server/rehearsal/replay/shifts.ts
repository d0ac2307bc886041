import type { CounterId } from '../../../shared/ids.ts';
import type { Branch } from './branch.ts';
import type { Row } from './row.ts';

/** A stretch of time, milliseconds, both ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * When each server of a day was at work, as the log shows it: from a service's start to its end, and
 * in the gap before the next one from the last moment at which anybody waited. Whoever leaves people
 * waiting is not at work; whoever has nobody to serve is.
 *
 * @param closes when those without an end were gone
 */
export function shiftsOf(
  rows: readonly Row[],
  branch: Branch,
  closes: number,
): ReadonlyMap<CounterId, Span[]> {
  const waited = rows.map(({ arrive, start, end }) => span(arrive, start ?? end ?? closes));
  const waits = union(waited.filter(({ from, to }) => from < to));
  const services = new Map<CounterId, Span[]>();
  for (const row of rows) {
    const counter = branch.counterOf(row);
    if (!counter || row.start === null) continue;
    const service = span(row.start, row.end ?? row.start);
    services.set(counter, [...(services.get(counter) ?? []), service]);
  }
  const shifts = [...services].map(
    ([counter, own]) => [counter, withoutAbsences(own, waits)] as const,
  );
  return new Map(shifts);
}

const span = (from: number, to: number): Span => ({ from, to });

/** Spans that overlap or touch become one; in order of time. */
function union(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const next of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && next.from <= last.to)
      joined[joined.length - 1] = span(last.from, Math.max(last.to, next.to));
    else joined.push(next);
  }
  return joined;
}

function withoutAbsences(services: readonly Span[], waits: readonly Span[]): Span[] {
  const shifts: Span[] = [];
  for (const service of union(services)) {
    const last = shifts.at(-1);
    const free = last?.to ?? service.from;
    const back = Math.max(free, lastWaitBefore(service.from, waits));
    if (last && back === free) shifts[shifts.length - 1] = span(last.from, service.to);
    else shifts.push(span(last ? back : service.from, service.to));
  }
  return shifts;
}

/** The last moment up to `time` at which anybody waited; 0 where nobody had. */
function lastWaitBefore(time: number, waits: readonly Span[]): number {
  const before = waits.findLast(({ from }) => from < time);
  return before ? Math.min(before.to, time) : 0;
}
