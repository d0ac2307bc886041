import type { AlertLine } from '../settings.ts';
import type { Mark } from '../views/parts.ts';

/** How far a wait has come: within its line, or past yellow, orange, red 黄 橙 红. */
export type Reach = 'within' | 'yellow' | 'orange' | 'red';

/**
 * Where the three lines stand on the axis, as shares of its width. A mark's place is its share of
 * its own class's line, so premium and ordinary cross at the same place after different minutes.
 */
export const LINE_AT = { yellow: 0.46, orange: 0.67, red: 0.86 } as const;

/** From this share of the yellow line on, a mark is about to cross and carries its number. */
const ABOUT_TO_CROSS = 0.88;

export function reachOf(seconds: number, line: AlertLine): Reach {
  if (seconds > line.red) return 'red';
  if (seconds > line.orange) return 'orange';
  return seconds > line.yellow ? 'yellow' : 'within';
}

/** The place of a wait (seconds) on the axis, 0…1; past red it nears the end without reaching it. */
export function placeOf(seconds: number, line: AlertLine): number {
  const s = Math.max(0, seconds);
  const { yellow, orange, red } = LINE_AT;
  if (s <= line.yellow) return (s / line.yellow) * yellow;
  if (s <= line.orange)
    return yellow + ((s - line.yellow) / (line.orange - line.yellow)) * (orange - yellow);
  if (s <= line.red)
    return orange + ((s - line.orange) / (line.red - line.orange)) * (red - orange);
  return red + (1 - red) * (1 - Math.exp((line.red - s) / (line.red / 2)));
}

export interface Field {
  /** Pixels in which marks may stand. */
  readonly width: number;
  readonly height: number;
  /** Mark sizes to try, largest first. */
  readonly sizes: readonly number[];
  /** Room a number takes beside its mark; 0: no numbers. */
  readonly label: number;
  /** The size shown last: marks grow again only where there is plenty of room, so as not to flicker. */
  readonly last?: number;
}

export interface Placed {
  readonly mark: Mark;
  readonly seconds: number;
  readonly reach: Reach;
  /** Its middle, pixels from the left edge and up from the ground. */
  readonly x: number;
  readonly y: number;
  readonly labelled: boolean;
}

export interface Layout {
  readonly size: number;
  readonly placed: readonly Placed[];
}

/** Numbers stand only beside marks at least this large, pixels. */
const SMALLEST_WITH_NUMBER = 12;
const NUMBERS_TRIED = [60, 24, 12, 6, 0];

/** How far, as a share of the width, a mark may stand behind its place where many came at once. */
const LAG = 0.035;

/** All marks at hub time `now`: as large as the height allows, those that would overlap stacked. */
export function layoutLine(marks: readonly Mark[], now: number, field: Field): Layout {
  const waits = marks
    .map((mark) => ({ mark, seconds: Math.max(0, (now - mark.from) / 1000) }))
    .map((w) => ({ ...w, share: placeOf(w.seconds, w.mark.line) }))
    .sort((a, b) => b.share - a.share || (a.mark.ticket < b.mark.ticket ? -1 : 1));
  let last = stack([], { ...field, size: field.sizes[0] ?? 0, numbers: 0 });
  for (const size of field.sizes) {
    const most = field.label > 0 && size >= SMALLEST_WITH_NUMBER ? NUMBERS_TRIED : [0];
    const lag = size > (field.last ?? size) ? LAG / 2 : LAG;
    for (const numbers of most) {
      last = stack(waits, { ...field, size, numbers });
      if (last.lag <= lag * field.width) return last;
    }
  }
  return last;
}

interface Wait {
  readonly mark: Mark;
  readonly seconds: number;
  readonly share: number;
}

/**
 * From the longest wait down, each mark takes the lowest row in which it has room. Where all rows
 * are full it stands as little behind its place as can be: `lag` is the most of that, pixels;
 * nothing at all may fall back behind a line that it has crossed.
 */
function stack(waits: readonly Wait[], f: Field & { size: number; numbers: number }) {
  const half = f.size / 2;
  const gap = Math.max(1, Math.round(f.size / 5));
  const rows = Math.max(1, Math.floor((f.height + gap) / (f.size + gap)));
  const edges = new Array<number>(rows).fill(Number.POSITIVE_INFINITY);
  let lag = 0;
  const placed = waits.map(({ mark, seconds, share }, i): Placed => {
    const place = half + share * (f.width - f.size);
    const labelled = i < f.numbers && share >= LINE_AT.yellow * ABOUT_TO_CROSS;
    const free = edges.findIndex((edge) => place + half + gap <= edge);
    const row = free >= 0 ? free : edges.indexOf(Math.max(...edges));
    const x = Math.min(place, (edges[row] ?? place) - gap - half);
    const reach = reachOf(seconds, mark.line);
    const crossed = reach === 'within' ? 0 : LINE_AT[reach] * f.width;
    lag = Math.max(lag, x < crossed - half ? Number.POSITIVE_INFINITY : place - x);
    edges[row] = x - half - (labelled ? f.label : 0);
    const y = row * (f.size + gap) + half;
    return { mark, seconds, reach, x, y, labelled };
  });
  return { size: f.size, placed, lag };
}
