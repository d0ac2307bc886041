import type { Source } from '../kit/sources.ts';

/** Rooms of the program, and who imports from whom. */
export interface Plan {
  /** `server/ledger`, `shared/visit`, `shared/lobby.ts`; the files of a house's own are its hall. */
  readonly rooms: readonly string[];
  readonly arrows: readonly Arrow[];
}

export interface Arrow {
  readonly from: string;
  readonly to: string;
}

/** Files beside the rooms of shared/ that stand above them, and are no part of its ground. */
const ABOVE: Record<string, string> = {
  'shared/lobby.ts': 'shared/lobby.ts',
  'shared/owners.ts': 'shared/lobby.ts',
  'shared/between.ts': 'shared/lobby.ts',
  'shared/wire.ts': 'shared/wire.ts',
};
const HOUSES = ['shared', 'server', 'kiosk', 'display'];

export const houseOf = (room: string) => room.split('/')[0] ?? room;

function roomOf(path: string): string {
  const above = ABOVE[path];
  if (above) return above;
  const [house = '', room = '', ...rest] = path.split('/');
  return rest.length > 0 ? `${house}/${room}` : house;
}

export function planOf(sources: readonly Source[]): Plan {
  const program = sources.filter(({ path }) => HOUSES.includes(houseOf(path)));
  const rooms = [...new Set(program.map(({ path }) => roomOf(path)))].sort();
  const found = new Map<string, Arrow>();
  for (const { path, imports } of program)
    for (const { to } of imports) {
      const arrow = { from: roomOf(path), to: roomOf(to) };
      const isOurs = HOUSES.includes(houseOf(to)) && arrow.from !== arrow.to;
      if (isOurs) found.set(`${arrow.from} ${arrow.to}`, arrow);
    }
  return { rooms, arrows: [...found.values()].sort(byName) };
}

const byName = (a: Arrow, b: Arrow) => (`${a.from} ${a.to}` < `${b.from} ${b.to}` ? -1 : 1);

/**
 * The floors of rooms that import one another one way only: each stands above all it imports.
 *
 * @throws when some of them import each other in a ring
 */
export function floorsOf(rooms: readonly string[], arrows: readonly Arrow[]): string[][] {
  const height = new Map<string, number>();
  const heightOf = (room: string, above: readonly string[]): number => {
    if (above.includes(room)) throw new Error(`a ring of imports: ${[...above, room].join(' → ')}`);
    const known = height.get(room);
    if (known !== undefined) return known;
    const below = arrows.filter(({ from }) => from === room).map(({ to }) => to);
    const own = below.reduce((most, to) => Math.max(most, heightOf(to, [...above, room]) + 1), 0);
    height.set(room, own);
    return own;
  };
  const floors: string[][] = [];
  for (const room of rooms) {
    const own = heightOf(room, []);
    while (floors.length <= own) floors.push([]);
    floors[own]?.push(room);
  }
  return floors;
}

/** Without what follows from the others: whoever stands on B, which stands on A, stands on A. */
export function essential(arrows: readonly Arrow[]): Arrow[] {
  const below = new Map<string, ReadonlySet<string>>();
  const directly = (room: string) => arrows.filter((a) => a.from === room).map(({ to }) => to);
  const allBelow = (room: string): ReadonlySet<string> => {
    const known = below.get(room);
    if (known) return known;
    const found = new Set(directly(room).flatMap((to) => [to, ...allBelow(to)]));
    below.set(room, found);
    return found;
  };
  return arrows.filter(({ from, to }) => !directly(from).some((room) => allBelow(room).has(to)));
}
