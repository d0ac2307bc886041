import type { RatingPrompt, RatingView } from '../../shared/views/rating.ts';
import type { RatingLevel } from '../../shared/visit/ticket.ts';

/** What the customer did at this terminal with one prompt; a reload forgets it. */
export interface Hand {
  readonly offer: string;
  /** What was touched; null where the customer chose not to rate. */
  readonly level: RatingLevel | null;
  readonly changing: boolean;
  readonly reasonsDone: boolean;
  /** The thanks stand until then, monotonic milliseconds. */
  readonly thanksUntil: number;
}

export type Stage =
  | { readonly is: 'unknown' }
  | { readonly is: 'asleep' }
  | { readonly is: 'idle' }
  | { readonly is: 'asking'; readonly prompt: RatingPrompt; readonly chosen: RatingLevel | null }
  | { readonly is: 'explaining'; readonly prompt: RatingPrompt; readonly changeLeft: number }
  | {
      readonly is: 'thanking';
      readonly prompt: RatingPrompt;
      readonly level: RatingLevel;
      readonly explained: boolean;
      readonly changeLeft: number;
    };

export const THANKS = 5000;

/**
 * What the terminal shows. Windows run on hub time, the thanks on the page's own clock; a touch
 * counts before the hub has answered, so that a lost hub keeps nobody waiting.
 */
export function stageOf(view: RatingView, hand: Hand | null, hub: number, page: number): Stage {
  if (!view.name) return { is: 'unknown' };
  const { prompt } = view;
  if (!prompt) return { is: view.situation === 'open' ? 'idle' : 'asleep' };
  const own = hand?.offer === prompt.offer ? hand : null;
  const level = own?.level ?? prompt.given?.level;
  if (!level) {
    const over = own !== null || hub >= prompt.until;
    return over ? { is: 'idle' } : { is: 'asking', prompt, chosen: null };
  }
  return after(prompt, level, own, hub, page);
}

/** After a choice: change it, explain it, or be thanked. */
function after(
  prompt: RatingPrompt,
  level: RatingLevel,
  own: Hand | null,
  hub: number,
  page: number,
): Stage {
  const { given } = prompt;
  const changeLeft = given ? Math.max(0, given.changeUntil - hub) : 0;
  if (own?.changing && changeLeft > 0) return { is: 'asking', prompt, chosen: level };
  const explained = own?.reasonsDone || given?.explained || false;
  const until = given?.explainUntil ?? prompt.until;
  if (level === 'dissatisfied' && !explained && hub < until)
    return { is: 'explaining', prompt, changeLeft };
  const thanked = own ? page < own.thanksUntil : changeLeft > 0;
  return thanked ? { is: 'thanking', prompt, level, explained, changeLeft } : { is: 'idle' };
}
