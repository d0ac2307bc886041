import type { BusinessDate } from '../../ids.ts';
import type { ClosingId } from '../ids.ts';
import { POSTS_AT, type Post, type Posts } from '../posts/state.ts';
import { daysBetween, tenuresIn } from '../posts/tenures.ts';
import type { CityRules, Seat, Tiers } from '../rules/commands.ts';
import type { ProposalBody, Why } from './facts.ts';
import type { Frozen, Lack } from './figures.ts';

/** Both for the same posts, by DOMAIN; a first-level president is fined only for repeats. */
const SHARED: readonly Seat[] = ['first.vice', 'first.business', 'second.president', 'second.vice'];

export interface Proposing {
  readonly closing: ClosingId;
  /** The month. */
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly frozen: readonly Frozen[];
  readonly rules: CityRules;
  readonly version: string;
  readonly posts: Posts;
  /** How often a branch was in the bottom group earlier in this calendar year. */
  readonly timesBefore: (branch: string) => number;
}

export interface Proposed {
  readonly bodies: readonly ProposalBody[];
  /** Nobody is proposed for these days: nobody held the post. */
  readonly vacant: readonly Extract<Lack, { what: 'vacant' }>[];
}

/**
 * What the rules propose of a month: who held which post, on how many of its days, in which tier. It is
 * reckoned only; each takes effect, or none, by the word of a person.
 */
export function proposed(of: Proposing): Proposed {
  const bodies: ProposalBody[] = [];
  const vacant: Extract<Lack, { what: 'vacant' }>[] = [];
  for (const one of of.frozen) {
    const times = of.timesBefore(one.branch) + (one.group === 'bottom' ? 1 : 0);
    for (const [seat, why] of seatsFor(one, times, of.rules)) {
      for (const made of heldBy(of, one, seat, { why, times })) {
        if ('what' in made) vacant.push(made);
        else bodies.push(made);
      }
    }
  }
  return { bodies, vacant: vacant.filter((one, i) => isFirst(vacant, one, i)) };
}

const isFirst = (all: Proposed['vacant'], one: Proposed['vacant'][number], i: number) =>
  all.findIndex(({ node, seat }) => node === one.node && seat === one.seat) === i;

function seatsFor({ group }: Frozen, times: number, { repeat }: CityRules): [Seat, Why][] {
  if (group === null) return [];
  const seats = SHARED.map((seat): [Seat, Why] => [seat, 'edge']);
  const isRepeated = group === 'bottom' && times > repeat;
  return isRepeated ? [...seats, ['first.president', 'repeat']] : seats;
}

function heldBy(
  { closing, from, to, frozen, rules, version, posts }: Proposing,
  one: Frozen,
  seat: Seat,
  counted: { why: Why; times: number },
): (ProposalBody | Proposed['vacant'][number])[] {
  const { branch, place, mean, group } = one;
  const [level, post] = seat.split('.') as ['first' | 'second', Post];
  const node = one[level];
  if (!node || place === null || mean === null || !POSTS_AT[level]?.includes(post)) return [];
  const ranked = frozen.filter((other) => other.place !== null).length;
  const kind = group === 'top' ? 'reward' : 'fine';
  const tiers = kind === 'reward' ? rules.rewards : rules.fines;
  const { tier, amount } = tierOf(tiers, kind === 'reward' ? place : ranked - place + 1, seat);
  const ofDays = daysBetween(from, to);
  const shared = { closing, kind, branch, place, of: ranked, mean, tier, node, seat } as const;
  return tenuresIn(posts, node, post, { from, to }).map(({ person, days }) =>
    person === null
      ? { what: 'vacant', node, seat, days }
      : {
          ...{ ...shared, ...counted, person, days, ofDays, version },
          amount: amount === null ? null : Math.round((amount * days) / ofDays),
        },
  );
}

/** Counted from the edge. Equals at the bottom are in the milder tier. */
function tierOf(tiers: Tiers, position: number, seat: Seat) {
  const found = tiers.findIndex(({ upTo }) => position <= upTo);
  const n = found < 0 ? tiers.length - 1 : found;
  return { tier: n + 1, amount: tiers[n]?.amounts[seat] ?? null };
}

/** What makes two proposals the same one. */
export const sameProposal = (a: ProposalBody, b: ProposalBody) =>
  a.branch === b.branch &&
  a.kind === b.kind &&
  a.why === b.why &&
  a.seat === b.seat &&
  a.node === b.node &&
  a.person === b.person &&
  a.tier === b.tier &&
  a.days === b.days &&
  a.amount === b.amount;
