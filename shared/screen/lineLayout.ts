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

/** All marks at hub time `now`: as large as the height allows, those that would overlap stacked. */
export function layoutLine(marks: readonly Mark[], now: number, field: Field): Layout {
  const waits = marks
    .map((mark) => ({ mark, seconds: Math.max(0, (now - mark.from) / 1000) }))
    .map((w) => ({ ...w, share: placeOf(w.seconds, w.mark.line) }))
    .sort((a, b) => b.share - a.share || (a.mark.ticket < b.mark.ticket ? -1 : 1));
  let last: Layout = { size: 0, placed: [] };
  for (const size of field.sizes) {
    const most = field.label > 0 && size >= SMALLEST_WITH_NUMBER ? NUMBERS_TRIED : [0];
    for (const numbers of most) {
      last = stack(waits, { ...field, size, numbers });
      if (last.placed.every((p) => p.y + size / 2 <= field.height)) return last;
    }
  }
  return last;
}

interface Wait {
  readonly mark: Mark;
  readonly seconds: number;
  readonly share: number;
}

/** From the longest wait down: each mark takes the lowest row in which it has room. */
function stack(waits: readonly Wait[], f: Field & { size: number; numbers: number }): Layout {
  const gap = Math.max(1, Math.round(f.size / 5));
  const edges: number[] = [];
  const placed = waits.map(({ mark, seconds, share }, i): Placed => {
    const x = f.size / 2 + share * (f.width - f.size);
    const labelled = i < f.numbers && share >= LINE_AT.yellow * ABOUT_TO_CROSS;
    const right = x + f.size / 2;
    let row = edges.findIndex((edge) => right + gap <= edge);
    if (row < 0) row = edges.length;
    edges[row] = x - f.size / 2 - (labelled ? f.label : 0);
    const y = row * (f.size + gap) + f.size / 2;
    return { mark, seconds, reach: reachOf(seconds, mark.line), x, y, labelled };
  });
  return { size: f.size, placed };
}
