/** How a page of cards is laid out; lengths are CSS pixels. */
export interface Grid {
  readonly columns: number;
  readonly rows: number;
  /** Services on one page; fewer than there are where the last place leads on. */
  readonly perPage: number;
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

export interface Need {
  /** The least a card may measure; narrow cards set their words below one another. */
  readonly width: number;
  readonly height: (width: number) => number;
  /** With this height nothing on it has to be left out. */
  readonly ample: (width: number) => number;
  readonly gap: number;
}

const COLUMNS = [1, 2, 3];

/**
 * The widest cards with which all services fit and have ample height; else the widest with which
 * they fit at all; else as many as there is room for, one place of which leads to the others.
 */
export function gridFor(count: number, room: Room, need: Need): Grid {
  const { gap } = need;
  const widthOf = (columns: number) => (room.width - gap * (columns - 1)) / columns;
  const fits = (height: number) => Math.max(1, Math.floor((room.height + gap) / (height + gap)));
  const layouts = COLUMNS.filter((n) => n === 1 || widthOf(n) >= need.width).map((columns) => ({
    columns,
    rows: fits(need.height(widthOf(columns))),
  }));
  const rowsOf = (columns: number) => Math.max(1, Math.ceil(count / columns));
  const whole = layouts.filter(({ columns, rows }) => columns * rows >= count);
  const isAmple = (columns: number) => rowsOf(columns) <= fits(need.ample(widthOf(columns)));
  const chosen = whole.find(({ columns }) => isAmple(columns)) ?? whole[0];
  if (chosen) return { columns: chosen.columns, rows: rowsOf(chosen.columns), perPage: count };
  const most = layouts.reduce((a, b) => (b.columns * b.rows > a.columns * a.rows ? b : a));
  return { ...most, perPage: Math.max(1, most.columns * most.rows - 1) };
}
