import { type Arrow, essential, floorsOf, houseOf, type Plan } from './rooms.ts';

const WIDE = 1200;
const EDGE = 32;
/** Between the houses and what they stand on. */
const GAP = 24;
const HALF = (WIDE - 3 * EDGE - GAP) / 2;
const BOX = { width: 138, height: 40, gap: 12 };
const FLOOR = 70;
const HEAD = 44;
const INK = {
  paper: '#f4f3ee',
  surface: '#ffffff',
  hair: '#d6d5cc',
  ink: '#14201b',
  jade: '#005640',
};

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A house with its rooms on it, drawn from `top` down. */
interface Drawn {
  readonly svg: string;
  readonly bottom: number;
}

/** The whole program as one SVG: screens and server on the left, on the right what all stand on. */
export function picture(plan: Plan): string {
  const inside = (house: string) => plan.rooms.filter((room) => houseOf(room) === house);
  let top = EDGE;
  const houses = ['kiosk', 'display', 'server'].map((house) => {
    const drawn = block(house, inside(house), { x: EDGE, y: top, wide: HALF });
    const arrow = plan.arrows.some((a) => houseOf(a.from) === house && houseOf(a.to) === 'shared');
    const across = arrow ? toShared((top + drawn.bottom) / 2) : '';
    top = drawn.bottom + EDGE;
    return drawn.svg + across;
  });
  const shared = stack(inside('shared'), plan.arrows, 2 * EDGE + HALF + GAP);
  const high = Math.max(top, shared.bottom + EDGE);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDE} ${high}" font-family="system-ui, sans-serif" font-size="15">`,
    '<title>Rooms of the program, and what stands on what</title>',
    `<rect width="${WIDE}" height="${high}" fill="${INK.paper}"/>`,
    ...[...houses, shared.svg],
    '</svg>\n',
  ].join('\n');
}

/** Which way a house imports: an arrow from its frame to that of shared/. */
function toShared(y: number): string {
  const [from, to] = [EDGE + HALF, 2 * EDGE + HALF + GAP];
  return `
<path d="M${from} ${y}H${to - 3}m-8 -6l8 6l-8 6" fill="none" stroke="${INK.jade}" stroke-width="2"/>`;
}

function frame(house: string, { x, y }: Spot, { width, height }: typeof BOX | Size): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="16" fill="${INK.surface}" stroke="${INK.hair}"/>
<text x="${x + 20}" y="${y + 30}" fill="${INK.jade}" font-size="20" font-weight="600">${house}/</text>`;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Rooms that may import one another: in rows, in the order of their names. */
function block(house: string, rooms: readonly string[], at: Spot & { wide: number }): Drawn {
  const named = rooms.filter((room) => room !== house);
  const across = Math.floor((at.wide - 2 * BOX.gap) / (BOX.width + BOX.gap));
  const rows = Math.ceil(named.length / across);
  const height = HEAD + rows * (BOX.height + BOX.gap) + BOX.gap;
  const boxes = named.map((room, i) => {
    const x = at.x + 20 + (i % across) * (BOX.width + BOX.gap);
    const y = at.y + HEAD + Math.floor(i / across) * (BOX.height + BOX.gap);
    return box(room, { x, y });
  });
  const svg = [frame(house, at, { width: at.wide, height }), ...boxes].join('\n');
  return { svg, bottom: at.y + height };
}

/** Rooms that import one way only: each above what it stands on, with a line down to it. */
function stack(rooms: readonly string[], all: readonly Arrow[], x: number): Drawn {
  const arrows = all.filter(({ from, to }) => rooms.includes(from) && rooms.includes(to));
  const floors = floorsOf(rooms, arrows).reverse();
  const places = new Map<string, Spot>();
  floors.forEach((floor, i) => {
    const wide = floor.length * (BOX.width + 3 * BOX.gap) - 3 * BOX.gap;
    floor.forEach((room, j) => {
      const left = x + (HALF - wide) / 2 + j * (BOX.width + 3 * BOX.gap);
      places.set(room, { x: left, y: EDGE + HEAD + i * FLOOR });
    });
  });
  const lines = essential(arrows).map(({ from, to }) => line(places.get(from), places.get(to)));
  const boxes = [...places].map(([room, at]) => box(room, at));
  const height = HEAD + floors.length * FLOOR;
  const svg = [frame('shared', { x, y: EDGE }, { width: HALF, height }), ...lines, ...boxes];
  return { svg: svg.join('\n'), bottom: EDGE + height };
}

function box(room: string, { x, y }: Spot): string {
  const name = room.includes('/') ? room.slice(room.indexOf('/') + 1) : 'ids, settings …';
  return `<rect x="${x}" y="${y}" width="${BOX.width}" height="${BOX.height}" rx="10" fill="${INK.paper}" stroke="${INK.hair}"/>
<text x="${x + BOX.width / 2}" y="${y + 25}" text-anchor="middle" fill="${INK.ink}">${name}</text>`;
}

/** Straight down to the next floor; past others in a bow around them. */
function line(from: Spot | undefined, to: Spot | undefined): string {
  if (!from || !to) return '';
  const [x1, y1] = [from.x + BOX.width / 2, from.y + BOX.height];
  const [x2, y2] = [to.x + BOX.width / 2, to.y];
  const bow = y2 - y1 > FLOOR ? -Math.round(BOX.width * 1.2) : 0;
  const mid = (y1 + y2) / 2;
  return `<path d="M${x1} ${y1}C${x1 + bow} ${mid} ${x2 + bow} ${mid} ${x2} ${y2}" fill="none" stroke="${INK.jade}" stroke-width="1.5"/>`;
}
