import type { Settings } from '../settings.ts';
import { ratio } from './spread.ts';
import type { Leg, Prompt, RatingLevel, Ticket } from './ticket.ts';

/**
 * What customers said, and how often nobody was asked or nobody answered:
 * done = offered + not offerable; offered = given + declined + expired + open.
 */
export interface RatingMeasures {
  /** Services done: ended, transferred on, or forgotten. */
  readonly done: number;
  readonly offered: number;
  readonly notOfferable: Readonly<Record<'noTerminal' | 'transferred' | 'forgotten', number>>;
  readonly given: number;
  readonly declined: number;
  readonly expired: number;
  readonly open: number;
  readonly levels: Readonly<Record<RatingLevel, number>>;
  /** 满意度: mean points of ratings. No rating is no rating. */
  readonly satisfaction: number | null;
  readonly topTwo: number | null;
  /** 柜员发起评价率: services at which the teller invited ÷ services done. */
  readonly invited: number;
  readonly invitationRate: number | null;
  /** 评价率: ratings ÷ services done. */
  readonly ratingRate: number | null;
  /** 参评率: ratings ÷ prompts shown. */
  readonly responseRate: number | null;
}

/** What is counted over tickets; plain data, so that a day's counts can be kept and added up. */
export interface RatingCounts {
  readonly done: number;
  readonly invited: number;
  readonly given: number;
  readonly declined: number;
  readonly expired: number;
  readonly open: number;
  readonly notOfferable: RatingMeasures['notOfferable'];
  readonly levels: RatingMeasures['levels'];
}

type Counts = ReturnType<typeof noRatings>;
export const noRatings = () => ({
  ...{ done: 0, invited: 0, given: 0, declined: 0, expired: 0, open: 0 },
  notOfferable: { noTerminal: 0, transferred: 0, forgotten: 0 },
  levels: { verySatisfied: 0, satisfied: 0, fair: 0, dissatisfied: 0 },
});

/** A leg after which somebody could have been asked: a service done, of whatever kind. */
export const isDone = ({ how }: Leg) =>
  how === 'done' || how === 'transferred' || how === 'forgotten';

export function addRatings(counts: Counts, ticket: Ticket): void {
  // A recorded log has no terminals: nothing could be offered, and nothing is said of it.
  if (ticket.by === 'observed') return;
  for (const leg of ticket.legs) {
    if (!isDone(leg)) continue;
    counts.done++;
    if (leg.invited) counts.invited++;
    if (leg.prompt) tally(counts, leg.prompt);
  }
}

function tally(counts: Counts, prompt: Prompt): void {
  if (prompt.is === 'notOfferable') counts.notOfferable[prompt.why]++;
  else counts[prompt.is]++;
  if (prompt.is === 'given') counts.levels[prompt.level]++;
}

const LEVELS: readonly RatingLevel[] = ['verySatisfied', 'satisfied', 'fair', 'dissatisfied'];

/** 满意度 of so many ratings of each level; null without any. */
export function meanPoints(
  levels: RatingMeasures['levels'],
  points: Settings['rating']['points'],
): number | null {
  const sum = LEVELS.reduce((s, level) => s + levels[level] * points[level], 0);
  return ratio(
    sum,
    LEVELS.reduce((n, level) => n + levels[level], 0),
  );
}

export function ratingMeasures(
  counts: RatingCounts,
  points: Settings['rating']['points'],
): RatingMeasures {
  const { done, given, declined, expired, open, invited, levels } = counts;
  const offered = given + declined + expired + open;
  return {
    ...counts,
    offered,
    satisfaction: meanPoints(levels, points),
    topTwo: ratio(levels.verySatisfied + levels.satisfied, given),
    invitationRate: ratio(invited, done),
    ratingRate: ratio(given, done),
    responseRate: ratio(given, offered),
  };
}
