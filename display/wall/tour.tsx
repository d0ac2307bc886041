import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import { tour as tourWords } from '../../shared/words/tour.ts';
import { heightOf, PLACES, type Place, WALL } from './places.ts';
import './tour.css';

/** What is looked at, in this order; some stops are at no screen. */
export const STOPS = [
  ...(['intro', 'kiosk', 'lobby', 'counter'] as const),
  ...(['rating', 'floor', 'manager', 'end'] as const),
] as const;
type Stop = (typeof STOPS)[number];

const SEEN = 'tingtang.tour';

/** Where the tour is; null while nobody takes it. */
export interface Tour {
  readonly at: number | null;
  /** The screen it points at. */
  readonly place: Place | null;
  go(at: number | null): void;
}

/** Begins by itself where it was never seen, and never again. */
export function useTour(isDemo: boolean): Tour {
  const [at, setAt] = useState<number | null>(null);
  useEffect(() => {
    if (isDemo && !wasSeen()) setAt(0);
  }, [isDemo]);
  const stop = at === null ? undefined : STOPS[at];
  return {
    at,
    place: PLACES.find(({ name }) => name === stop) ?? null,
    go(next) {
      setAt(next);
      if (next === null) remember();
    },
  };
}

function wasSeen(): boolean {
  try {
    return localStorage.getItem(SEEN) !== null;
  } catch {
    return true;
  }
}

function remember(): void {
  try {
    localStorage.setItem(SEEN, 'seen');
  } catch {
    // A browser that keeps nothing is not asked to take it again either: see `wasSeen`.
  }
}

interface NoteProps {
  readonly tour: Tour;
  /** Screens stand below one another: the note lies at the window's foot. */
  readonly isColumn: boolean;
}

/** One short note beside what it is about. Nothing is locked meanwhile: every screen stays alive. */
export function Note({ tour: { at, place, go }, isColumn }: NoteProps) {
  const w = words(tourWords);
  const title = useRef<HTMLHeadingElement>(null);
  const first = useRef(at);
  useEffect(() => {
    // By itself it takes nobody's place; once it was stepped through, its words come first.
    if (first.current !== at) title.current?.focus({ preventScroll: true });
    first.current = at;
    if (isColumn) document.querySelector('.tile[data-shown]')?.scrollIntoView({ block: 'start' });
  }, [at, isColumn]);
  const stop = at === null ? undefined : STOPS[at];
  if (at === null || !stop) return null;
  const isLast = at === STOPS.length - 1;
  const step = (by: number) => go(Math.min(STOPS.length - 1, Math.max(0, at + by)));
  const onKey = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowRight') step(1);
    if (key === 'ArrowLeft') step(-1);
  };
  const { title: head, text } = w.stops[stop];
  return (
    <section
      class="tour"
      aria-label={w.title}
      style={isColumn ? {} : spotFor(place, stop)}
      onKeyDown={onKey}
    >
      <h2 tabIndex={-1} ref={title}>
        {head}
      </h2>
      <p>{text}</p>
      <footer>
        <small>{w.stepOf(at + 1, STOPS.length)}</small>
        {!isLast && (
          <Button kind="quiet" hint="Esc" onPress={() => go(null)}>
            {w.skip}
          </Button>
        )}
        {at > 0 && <Button onPress={() => step(-1)}>{w.back}</Button>}
        <Button kind="next" onPress={() => (isLast ? go(null) : step(1))}>
          {isLast ? w.end : w.next}
        </Button>
      </footer>
    </section>
  );
}

const GAP = 18;

/** Beside the screen, on the side with more room; where there is none, in the middle of the wall. */
function spotFor(place: Place | null, stop: Stop) {
  if (!place) {
    const x = stop === 'intro' ? PLACES[0]?.w : WALL.width / 2;
    return { left: `${(x ?? 0) + GAP}px`, top: '120px', '--from': '0 0' };
  }
  const isLeft = place.x + place.w / 2 < WALL.width / 2;
  const isHigh = place.y + heightOf(place) / 2 < WALL.height / 2;
  const x = isLeft ? place.x + place.w + GAP : place.x - GAP;
  const y = isHigh ? place.y + 40 : place.y + heightOf(place) - 40;
  return {
    ...{ left: `${x}px`, top: `${y}px` },
    '--from': `${isLeft ? 0 : 100}% ${isHigh ? 0 : 100}%`,
    translate: `${isLeft ? 0 : -100}% ${isHigh ? 0 : -100}%`,
  };
}
