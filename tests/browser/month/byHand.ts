import type { Fact } from '../../../shared/lobby.ts';

/** What a sheet says of one item, as far as it is a figure. */
export interface Figure {
  readonly value: number;
  readonly n: number;
  readonly score: number;
  readonly weight: number;
  /** Of measured items: date, sample, value. */
  readonly days?: readonly (readonly [string, number, number])[];
}

/** A month's sheet, recomputed. */
export interface ByHand {
  readonly items: Readonly<Record<string, Figure>>;
  readonly total: number;
  readonly ranked: Readonly<Record<string, readonly [value: number, n: number]>>;
}

/** From DOMAIN §3, written down once more. */
const POINTS = { verySatisfied: 100, satisfied: 85, fair: 60, dissatisfied: 0 };

interface Customer {
  readonly class: string;
  readonly date: string;
  readonly came: number;
  start?: number;
  done?: true;
  /** In no mean. */
  forgotten?: true;
  invited?: true;
  points?: number;
  /** What two people said the wait was; null: in no mean. */
  corrected?: number | null;
}

/** What would need more than this reading of the ledger knows. */
const STRANGE =
  /^(service\.transferred|press\.undone|ticket\.(replaced|classed|servedMeanwhile)|rating\.changed)$/;

function customersIn(facts: readonly Fact[], month: string, until: string): Customer[] {
  const all = new Map<string, Customer>();
  const proposed = new Map<string, { ticket: string; to: number | null }>();
  const of = (ticket: string): Partial<Customer> => all.get(ticket) ?? {};
  for (const fact of facts) {
    if (STRANGE.test(fact.type)) throw new Error(`${fact.type} is not looked for here`);
    if (fact.type === 'ticket.issued' && fact.ticket.startsWith(month)) {
      const date = fact.ticket.slice(0, 10);
      all.set(fact.ticket, { class: fact.class, date, came: fact.at });
    }
    if (fact.type === 'service.started') of(fact.ticket).start = fact.at;
    if (fact.type === 'service.ended') of(fact.ticket).done = true;
    if (fact.type === 'service.forgotten') of(fact.ticket).forgotten = true;
    if (fact.type === 'rating.invited') of(fact.ticket).invited = true;
    if (fact.type === 'rating.given') of(fact.ticket).points = POINTS[fact.level];
    if (fact.type === 'correction.proposed' && fact.what === 'wait')
      proposed.set(fact.correction, fact);
    if (fact.type === 'correction.confirmed' && fact.date <= until) {
      const { ticket = '', to = null } = proposed.get(fact.correction) ?? {};
      of(ticket).corrected = to;
    }
  }
  return [...all.values()];
}

const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;

/** Pairs of a date and a figure. */
type Dated = readonly (readonly [date: string, figure: number])[];

const waitsOf = (customers: readonly Customer[]): Dated =>
  customers.flatMap(({ date, came, start, forgotten, corrected }) => {
    if (start === undefined || forgotten || corrected === null) return [];
    return [[date, (corrected ?? start - came) / 1000] as const];
  });

const pointsOf = (customers: readonly Customer[]): Dated =>
  customers.flatMap(({ date, points }) => (points === undefined ? [] : [[date, points] as const]));

function measured(dated: Dated, weight: number, scoreOf: (value: number) => number): Figure {
  const value = mean(dated.map(([, figure]) => figure));
  const dates = [...new Set(dated.map(([date]) => date))];
  const days = dates.map((date) => {
    const own = dated.filter(([on]) => on === date).map(([, figure]) => figure);
    return [date, own.length, mean(own)] as const;
  });
  return { value, n: dated.length, score: scoreOf(value), weight, days };
}

const waitScore = (target: number) => (seconds: number) =>
  Math.min(100, Math.max(0, 100 - ((seconds - target) / target) * 100));

/** The score of each module that stands at the month's end: 100 − points off, by the last to finish. */
function modulesIn(facts: readonly Fact[], lastDay: string): Map<string, number> {
  const scores = new Map<string, number>();
  const looked = new Map<string, { modules: readonly string[]; off: Map<string, number> }>();
  for (const fact of facts) {
    if (fact.type === 'inspection.started')
      looked.set(fact.inspection, { modules: fact.modules, off: new Map() });
    if (fact.type === 'inspection.marked')
      looked.get(fact.inspection)?.off.set(fact.item, fact.points);
    if (fact.type !== 'inspection.finished' || fact.date > lastDay) continue;
    const { modules = [], off = new Map() } = looked.get(fact.inspection) ?? {};
    for (const module of modules) {
      const own = [...off].filter(([item]) => item.startsWith(`${module}.`));
      scores.set(
        module,
        own.reduce((left, [, points]) => left - points, 100),
      );
    }
  }
  return scores;
}

/**
 * A month's sheet from the facts alone, by code that shares nothing with the product's: the shortest
 * reading of DOMAIN §3 and §6 for a month in which every ticket is served once or not at all.
 *
 * @param until the last business day whose corrections count
 */
export function byHand(facts: readonly Fact[], month: string, until = `${month}-31`): ByHand {
  const customers = customersIn(facts, month, until);
  const set = facts.findLast((fact) => fact.type === 'settings.changed');
  const { premium: soon = 0, ordinary: later = 0 } = set?.settings.targets ?? {};
  const of = (cls: string) => customers.filter((one) => one.class === cls);
  const modules = modulesIn(facts, `${month}-31`);
  const inspected = (weight: number, ...names: string[]): Figure => {
    const scores = names.map((name) => modules.get(name) ?? Number.NaN);
    return { value: mean(scores), n: scores.length, score: mean(scores), weight };
  };
  const items: Record<string, Figure> = {
    premiumWait: measured(waitsOf(of('premium')), 20, waitScore(soon)),
    ordinaryWait: measured(waitsOf(of('ordinary')), 15, waitScore(later)),
    satisfaction: measured(pointsOf(customers), 25, (points) => points),
    environment: inspected(15, 'environment', 'fiveS'),
    standards: inspected(15, 'appearance', 'counter'),
    duty: inspected(10, 'lobby', 'meeting', 'duty'),
  };
  const total = Object.values(items).reduce((sum, { score, weight }) => sum + score * weight, 0);
  const all = waitsOf(customers).map(([, seconds]) => seconds);
  const rated = pointsOf(customers).map(([, points]) => points);
  const premium = pointsOf(of('premium')).map(([, points]) => points);
  const served = customers.filter(({ done, forgotten }) => done || forgotten);
  const invited = served.filter((one) => one.invited);
  const ranked: ByHand['ranked'] = {
    averageWait: [mean(all), all.length],
    satisfaction: [mean(rated), rated.length],
    premiumSatisfaction: [mean(premium), premium.length],
    invitationRate: [invited.length / served.length, served.length],
  };
  return { items, total: total / 100, ranked };
}
