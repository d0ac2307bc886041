import type { ServiceId } from '../ids.ts';
import type { PhoneCounts } from '../visit/phoneMeasures.ts';
import { noPhones } from '../visit/phoneMeasures.ts';
import { noRatings, type RatingCounts } from '../visit/satisfaction.ts';
import { add, emptySums, type Sums } from '../visit/tally.ts';
import type { Ticket, TicketClass } from '../visit/ticket.ts';
import { packed, unpacked } from './packed.ts';

/** What `measure` adds up over a day's tickets of one class and service; durations packed. */
export interface Group extends Durations {
  readonly class: TicketClass;
  readonly service: ServiceId;
  /** Those that are not 0. */
  readonly counts: Partial<Counts>;
  readonly ratings: RatingCounts;
  /** Left out where no phone said anything. */
  readonly phones?: PhoneCounts;
}

interface Durations {
  readonly waits: string;
  readonly gaps: string;
  readonly services: string;
  /** Waits of those who gave up. */
  readonly given: string;
}

type Counts = Omit<Sums, keyof Durations | 'ratings' | 'phones'>;

export function groupsOf(tickets: Iterable<Ticket>, restarts: readonly number[]): Group[] {
  const groups = new Map<string, { of: Ticket; sums: Sums }>();
  for (const ticket of tickets) {
    if (ticket.test) continue;
    const key = `${ticket.class} ${ticket.service}`;
    const known = groups.get(key) ?? { of: ticket, sums: emptySums() };
    groups.set(key, known);
    add(known.sums, ticket, restarts);
  }
  return [...groups.keys()].sort().flatMap((key) => {
    const known = groups.get(key);
    return known ? [groupOf(known.of, known.sums)] : [];
  });
}

function groupOf({ class: cls, service }: Ticket, sums: Sums): Group {
  const { waits, gaps, services, given, ratings, phones, ...counts } = sums;
  const said = phones.setAside > 0 || Object.values(phones.levels).some((n) => n > 0);
  return {
    ...{ class: cls, service, counts: withoutZeros(counts), ratings },
    ...{ waits: packed(waits), gaps: packed(gaps) },
    ...{ services: packed(services), given: packed(given) },
    ...(said && { phones }),
  };
}

const withoutZeros = (counts: Counts) =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n > 0)) as Partial<Counts>;

/** The sums of several groups, as `measure` would have made them of all their tickets. */
export function sumsOf(groups: readonly Group[]): Sums {
  const { waits, gaps, services, given, ratings: _, phones: __, ...zeros } = emptySums();
  const counts = groups.reduce((sum, group) => plus(sum, group.counts), zeros);
  for (const group of groups) {
    append(waits, group.waits);
    append(gaps, group.gaps);
    append(services, group.services);
    append(given, group.given);
  }
  const ratings = groups.reduce((sum, group) => plusDeep(sum, group.ratings), noRatings());
  const phones = groups.reduce((sum, group) => plusDeep(sum, group.phones ?? {}), noPhones());
  return { ...counts, waits, gaps, services, given, ratings, phones };
}

function append(to: number[], text: string): void {
  for (const ms of unpacked(text)) to.push(ms);
}

const plus = <T extends Readonly<Record<string, number>>>(sum: T, more: Partial<T>): T =>
  ({
    ...sum,
    ...Object.fromEntries(Object.entries(more).map(([k, n]) => [k, (sum[k] ?? 0) + (n ?? 0)])),
  }) as T;

interface Nested {
  readonly [key: string]: number | Readonly<Record<string, number>>;
}

/** Adds numbers, and numbers one level down. */
function plusDeep<T extends object>(sum: T, more: object): T {
  const into = { ...(sum as unknown as Nested) } as Record<string, Nested[string]>;
  for (const [key, part] of Object.entries(more as Nested)) {
    const before = into[key];
    if (typeof part === 'number') into[key] = Number(before ?? 0) + part;
    else into[key] = plus((before ?? {}) as Record<string, number>, part);
  }
  return into as unknown as T;
}
