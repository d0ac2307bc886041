import { type Circular, circularOf } from '../../city/circulars/state.ts';
import type { City } from '../../city/city.ts';
import type { CircularId, NodeId } from '../../city/ids.ts';
import type { Frozen } from '../../city/months/figures.ts';
import type { Closing, Corrected, Proposal } from '../../city/months/state.ts';
import { circulars } from '../../words/circulars.ts';
import { dateName, type Language, periodName, said } from '../names.ts';

/** All that a circular is made of: facts of the city, and nothing that changes after its issue. */
export interface CircularSource {
  readonly circular: Circular;
  readonly closing: Closing;
  /** The best first. */
  readonly branches: readonly Frozen[];
  readonly correction: Corrected | null;
  /** The circular that a correction corrects; null where none was issued. */
  readonly original: Circular | null;
  /** Confirmed by the day of issue. */
  readonly proposals: readonly Proposal[];
  readonly nameOf: (node: NodeId, language: Language) => string;
}

/** @returns null when there is no such circular, or its month is kept in the ledger alone */
export function circularSource(city: City, id: CircularId): CircularSource | null {
  const circular = city.circulars[id];
  const closing = circular && city.months.closings[circular.closing];
  if (!circular || !closing) return null;
  const { correction: n, series, confirmed } = circular;
  const correction = closing.corrections.find((one) => one.n === n) ?? null;
  const proposals = confirmed.flatMap((proposal) => city.months.proposals[proposal] ?? []);
  return {
    ...{ circular, closing, correction, proposals },
    branches: correction?.branches ?? closing.original,
    original: n === null ? null : circularOf(city.circulars, closing.id, series),
    nameOf: (node, language) => city.levels.nodes[node]?.name[language] ?? node,
  };
}

export const numberOf = ({ series, year, n }: Circular, language: Language): string => {
  const w = said(circulars, language);
  return w.numbered(w.series[series], year, n);
};

export const monthName = ({ month }: Pick<Closing, 'month'>, language: Language) =>
  periodName({ kind: 'month', id: month }, language);

export const nameIn = ({ name }: Pick<Frozen, 'name'>, language: Language) => name[language];

/** Names in a row, as each language puts them. */
export const listed = (all: readonly Pick<Frozen, 'name'>[], language: Language): string =>
  all.map((one) => nameIn(one, language)).join(language === 'zh' ? '、' : ', ');

export const dated = ({ date }: Circular, language: Language) => dateName(date, language);
