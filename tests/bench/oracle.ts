import { planDay } from '../../server/rehearsal/day.ts';
import { type Dice, dice } from '../../server/rehearsal/dice.ts';
import { rehearse } from '../../server/rehearsal/rehearse.ts';
import { sampleBranch } from '../../server/rehearsal/sampleBranch.ts';
import { featuresOf } from '../../shared/foresight/features.ts';
import { follow } from '../../shared/foresight/follow.ts';
import { type Foresight, noForesight } from '../../shared/foresight/foretell.ts';
import { type Learned, nothingLearned } from '../../shared/foresight/learned.ts';
import { askedOf } from '../../shared/foresight/now.ts';
import { unknownReturning, withReturn } from '../../shared/foresight/returning.ts';
import type { TicketId } from '../../shared/ids.ts';
import { isVisit } from '../../shared/owners.ts';
import { evolve } from '../../shared/visit/evolve.ts';
import { initialVisit, ticketOf, type Visit } from '../../shared/visit/state.ts';
import { type TicketClass, waitedAt } from '../../shared/visit/ticket.ts';

/** Mean absolute errors over the mean wait, of the same tickets. */
export interface AgainstOracle {
  readonly n: number;
  readonly meanWait: number;
  readonly ours: number;
  readonly oracle: number;
  /** Share of waits within our range. */
  readonly covered: number;
}

/** From the call to the counter, and between two customers: as the rehearsal's people are. */
const WALK = [5, 22] as const;
const BETWEEN = 9;
const LEAVES = { share: 0.05, after: 14 * 60 };
const CLASSES = { ordinary: 0.82, premium: 0.13, care: 0.05 };

/** What an oracle knows of the rehearsal that no branch does: the laws its chance obeys. */
function trueModel(own: Dice): Learned {
  const lasts = (seconds: number) =>
    own.between(...WALK) + Math.max(25, Math.min(own.lasting(seconds, 0.5), 3.5 * seconds));
  const durations = sampleBranch.services.map(({ id, usualSeconds }) => [
    id,
    Array.from({ length: 2000 }, () => lasts(usualSeconds)),
  ]);
  let returning = unknownReturning;
  for (let n = 0; n < 500; n++) returning = withReturn(returning, own.lasting(BETWEEN, 0.5));
  const seconds = LEAVES.after / LEAVES.share;
  const leaving = { all: { left: 1000, seconds: 1000 * seconds } };
  return { ...nothingLearned, durations: Object.fromEntries(durations), returning, leaving };
}

/** Who comes in this half hour, by the day's own plan. */
function arrivalsAt(comes: readonly number[], at: number): Learned['arrivals'] {
  const half = 30 * 60_000;
  const from = at - (at % half);
  const rate = comes.filter((c) => c >= from && c < from + half).length / 1800;
  const classes = Object.entries(CLASSES) as [TicketClass, number][];
  return Object.fromEntries(classes.map(([cls, share]) => [cls, { rate: rate * share, at }]));
}

interface Said {
  readonly ours: { readonly low: number; readonly mid: number; readonly high: number };
  readonly oracle: number;
}

/**
 * The predictor against the best one there can be on simulated days: one that plays the same queue
 * with the true laws of services, patience and arrivals, and the true rule. Both are asked at the
 * moment a number is taken; days after the first `learns` are scored.
 */
export function againstOracle(seed: number, learns: number, scored: number): AgainstOracle {
  const { facts } = rehearse(seed, { days: learns + scored });
  const oracle = trueModel(dice(`${seed} oracle`));
  const said = new Map<TicketId, Said>();
  const pairs: (Said & { readonly waited: number })[] = [];
  let known: Foresight = noForesight;
  let visit: Visit = initialVisit(sampleBranch);
  let [day, comes] = [0, [] as readonly number[]];
  for (const fact of facts) {
    if (!isVisit(fact)) continue;
    const after = evolve(visit, fact);
    const before = known;
    known = follow(known, fact, visit, after);
    if (fact.type === 'day.opened') {
      day++;
      comes = planDay(seed, fact.date, sampleBranch).customers.map((c) => c.comes);
    }
    if (
      fact.type === 'ticket.issued' &&
      day > learns &&
      known.told[fact.ticket] &&
      known !== before
    ) {
      const model = { ...oracle, arrivals: arrivalsAt(comes, fact.at) };
      const best = featuresOf(model, visit, askedOf({ visit, at: fact.at }, fact));
      const ours = known.told[fact.ticket];
      const walk = (WALK[0] + WALK[1]) / 2;
      if (best && ours)
        said.set(fact.ticket, { ours, oracle: (best.mean + best.median) / 2 + walk });
    }
    const ticket = fact.type === 'service.started' ? ticketOf(visit, fact.ticket) : undefined;
    const then = ticket && ticket.legs.length === 0 ? said.get(ticket.id) : undefined;
    if (ticket && then) pairs.push({ ...then, waited: waitedAt(ticket, fact.at) / 1000 });
    visit = after;
  }
  return scoresOf(pairs);
}

function scoresOf(pairs: readonly (Said & { readonly waited: number })[]): AgainstOracle {
  const mean = (values: readonly number[]) => values.reduce((s, v) => s + v, 0) / values.length;
  const meanWait = mean(pairs.map((p) => p.waited));
  return {
    n: pairs.length,
    meanWait,
    ours: mean(pairs.map((p) => Math.abs(p.ours.mid - p.waited))) / meanWait,
    oracle: mean(pairs.map((p) => Math.abs(p.oracle - p.waited))) / meanWait,
    covered: mean(
      pairs.map(({ ours, waited }) => (waited >= ours.low && waited <= ours.high ? 1 : 0)),
    ),
  };
}

export const printOracle = ({ n, meanWait, ours, oracle, covered }: AgainstOracle) =>
  [
    `simulated days: ${n} waits, mean ${meanWait.toFixed(1)} s`,
    `  MAE ÷ mean wait: ours ${ours.toFixed(3)}, with the true laws ${oracle.toFixed(3)}; within P20–P80 ${(covered * 100).toFixed(1)} %`,
  ].join('\n');
