/** One screen on the wall: what it shows, its own size in CSS pixels, and its place on the wall. */
export interface Place {
  readonly name: 'kiosk' | 'lobby' | 'manager' | 'floor' | 'counter' | 'rating';
  readonly page: string;
  /** Which of the branch's counters it stands at, counted from the first; null: none. */
  readonly at: number | null;
  readonly own: { readonly width: number; readonly height: number };
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

/** The whole wall, in its own units; it is shown as large as the window allows. */
export const WALL = { width: 1840, height: 984 };

const portrait = { width: 1080, height: 1920 };
const hall = { width: 1920, height: 1080 };
const desk = { width: 1440, height: 900 };
const tablet = { width: 1280, height: 960 };
const docked = { width: 360, height: 840 };
const small = { width: 1024, height: 768 };

const counter = { name: 'counter', page: '/kiosk/counter/', own: docked, y: 474, w: 206 } as const;
const rating = { name: 'rating', page: '/kiosk/rating/', own: small, x: 1556, w: 284 } as const;

export const PLACES: readonly Place[] = [
  { name: 'kiosk', page: '/kiosk/ticket/', at: null, own: portrait, x: 0, y: 271, w: 384 },
  { name: 'lobby', page: '/display/lobby/', at: null, own: hall, x: 412, y: 0, w: 738 },
  { name: 'manager', page: '/display/manager/', at: null, own: desk, x: 1178, y: 0, w: 662 },
  { name: 'floor', page: '/kiosk/floor/', at: null, own: tablet, x: 412, y: 474, w: 640 },
  { ...counter, at: 1, x: 1083 },
  { ...counter, at: 2, x: 1320 },
  { ...rating, at: 1, y: 474 },
  { ...rating, at: 2, y: 741 },
];

export const heightOf = ({ w, own }: Place) => (w * own.height) / own.width;

/** How a screen comes near: to the middle of the wall, nearly as large as the wall is. */
export function nearby(place: Place): string {
  const h = heightOf(place);
  const scale = Math.min(WALL.width / place.w, (WALL.height - 30) / h);
  const x = (WALL.width - place.w * scale) / 2 - place.x;
  const y = (WALL.height - 30 - h * scale) / 2 - place.y;
  return `translate(${x}px, ${y}px) scale(${scale})`;
}
