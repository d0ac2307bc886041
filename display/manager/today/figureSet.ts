import { placeOf, type Reach, reachOf } from '../../../shared/screen/lineLayout.ts';
import type { FiguresView } from '../../../shared/views/figures.ts';
import type { ManagerView } from '../../../shared/views/manager.ts';
import type { Mark } from '../../../shared/views/parts.ts';
import type { UsualNow } from './usual.ts';

/** The first two are of this moment, the others of the day so far. */
export const FIGURES = [
  'waiting',
  'longest',
  'average',
  'satisfaction',
  'invitation',
  'abandoned',
] as const;
export type FigureName = (typeof FIGURES)[number];

/** What a figure is made from. */
export interface FigureProps {
  readonly view: ManagerView;
  /** null until the day's sums were first told. */
  readonly figures: FiguresView | null;
  readonly now: number;
  /** null: nothing is known of other days, or nothing compares. */
  readonly usual: UsualNow | null;
}

export interface Longest {
  readonly mark: Mark;
  readonly ms: number;
  /** Share of the line's axis, 0…1. */
  readonly place: number;
  readonly reach: Reach;
}

/** Who has used the most of their own line: premium and ordinary are weighed alike. */
export function longestOf({ line }: ManagerView, now: number): Longest | null {
  let longest: Longest | null = null;
  for (const mark of line) {
    const ms = Math.max(0, now - mark.from);
    const place = placeOf(ms / 1000, mark.line);
    if (longest && place <= longest.place) continue;
    longest = { mark, ms, place, reach: reachOf(ms / 1000, mark.line) };
  }
  return longest;
}

export const CLASSES = ['ordinary', 'premium', 'care'] as const;

/** How many of each class wait; a class nobody waits of is left out. */
export function waitingByClass({ line }: ManagerView) {
  return CLASSES.map((cls) => ({
    class: cls,
    waiting: line.filter((mark) => mark.class === cls).length,
  })).filter(({ waiting }) => waiting > 0);
}

export interface Average {
  readonly class: 'ordinary' | 'premium';
  /** Minutes; null: nobody served yet. */
  readonly minutes: number | null;
  readonly n: number;
  /** Minutes. */
  readonly target: number;
}

/** Average wait 平均等候 of the two classes that have a target. */
export function averagesOf({ classes, targets }: FiguresView): Average[] {
  return (['ordinary', 'premium'] as const).map((cls) => {
    const wait = classes[cls]?.wait;
    const minutes = wait?.mean == null ? null : wait.mean / 60;
    return { class: cls, minutes, n: wait?.n ?? 0, target: Math.round(targets[cls] / 6) / 10 };
  });
}

/** A share as whole per cent, a mean with one decimal; a dash where there is nothing to say. */
export const percent = (share: number | null) =>
  share === null ? '–' : `${Math.round(share * 100)}%`;
export const oneDecimal = (n: number | null) => (n === null ? '–' : n.toFixed(1));
export const inMinutes = (seconds: number | null) =>
  oneDecimal(seconds === null ? null : seconds / 60);
