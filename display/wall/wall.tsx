import { Route } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { Button } from '../../shared/screen/button.tsx';
import { useIsDemo } from '../../shared/screen/demo.ts';
import { Clock, LanguageSwitch, Screen } from '../../shared/screen/frame.tsx';
import { lang, pick, words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Mark } from '../../shared/screen/mark.tsx';
import { useNow } from '../../shared/screen/now.ts';
import { dateLine } from '../../shared/screen/time.ts';
import type { HomeView } from '../../shared/views/home.ts';
import type { Branch } from '../../shared/views/parts.ts';
import { tour as tourWords } from '../../shared/words/tour.ts';
import { wall } from '../../shared/words/wall.ts';
import { Pace } from './pace.tsx';
import { PLACES, type Place, WALL } from './places.ts';
import { Tile } from './tile.tsx';
import { Note, type Tour, useTour } from './tour.tsx';
import './wall.css';

const KEY = { name: 'home' } as const;
/** The wall's share of the window's margin, pixels on each side. */
const MARGIN = 24;
const NARROW = 760;

/** All screens of a branch on one wall, alive. */
export function Wall({ link }: { link: Link }) {
  const view = link.view(KEY).value?.view ?? null;
  return (
    <Screen
      {...{ link, branch: view?.branch ?? null, tone: 'night', edge: 'none' }}
      tab={words(wall).title}
    >
      {view && <Screens link={link} view={view} />}
    </Screen>
  );
}

function Screens({ link, view }: { link: Link; view: HomeView }) {
  const [near, setNear] = useState<number | null>(null);
  const { scale, column } = useRoom();
  const isDemo = useIsDemo() ?? false;
  const tour = useTour(isDemo);
  useEffect(() => {
    const hear = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return;
      if (near !== null) setNear(null);
      else if (tour.at !== null) tour.go(null);
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [near, tour]);
  const isTold = tour.at !== null && near === null;
  return (
    <div
      class={column ? 'wall wall-column' : 'wall'}
      style={{ '--scale': scale }}
      data-near={near !== null || undefined}
      data-tour={(isTold && tour.place !== null) || undefined}
    >
      <div class="wall-canvas">
        <Intro link={link} branch={view.branch} tour={isDemo ? tour : null} />
        {PLACES.map((place, i) => (
          <Tile
            key={`${lang.value} ${place.name} ${place.at}`}
            {...{ place: { ...place, w: column ?? place.w }, near: near === i }}
            shown={isTold && tour.place === place}
            {...named(place, view)}
            onNear={() => setNear(near === i ? null : i)}
          />
        ))}
        {isTold && <Note tour={tour} isColumn={column !== null} />}
      </div>
      {near !== null && (
        <Button class="wall-back" hint="Esc" onPress={() => setNear(null)}>
          {words(wall).back}
        </Button>
      )}
    </div>
  );
}

/** A counter's screens carry its name, and stand at the branch's own counters. */
function named({ name, page, at }: Place, { counters }: HomeView) {
  const w = words(wall);
  const counter = at === null ? undefined : (counters[at] ?? counters[0]);
  if (!counter) return { name: w.screens[name], page };
  const full = w.atCounter(pick(counter.name), w.screens[name]);
  return { name: full, page: `${page}?counter=${counter.id}` };
}

interface IntroProps {
  readonly link: Link;
  readonly branch: Branch;
  /** null: there is none to take. */
  readonly tour: Tour | null;
}

function Intro({ link, branch, tour }: IntroProps) {
  const w = words(wall);
  const now = useNow(link, 60_000);
  return (
    <header class="wall-intro">
      <div class="wall-head">
        <Mark />
        <h1>{w.title}</h1>
        <LanguageSwitch remember />
      </div>
      <p>{w.lead}</p>
      {tour && (
        <Button class="tour-start" icon={<Route aria-hidden="true" />} onPress={() => tour.go(0)}>
          {words(tourWords).start}
        </Button>
      )}
      <div class="wall-time">
        <Clock link={link} branch={branch} />
        <span>{now > 0 ? dateLine(branch, now) : ''}</span>
      </div>
      <Pace link={link} />
    </header>
  );
}

interface Room {
  readonly scale: number;
  /** The width of each screen where they stand below one another; null: on the wall. */
  readonly column: number | null;
}

/** How large the wall is shown so that all of it is in the window; a narrow one makes a column. */
function useRoom(): Room {
  const measure = (): Room => {
    const [width, height] = [innerWidth - 2 * MARGIN, innerHeight - 2 * MARGIN];
    if (innerWidth < NARROW) return { scale: 1, column: width };
    return { scale: Math.min(width / WALL.width, height / WALL.height), column: null };
  };
  const [room, setRoom] = useState(measure);
  useEffect(() => {
    const follow = () => setRoom(measure());
    addEventListener('resize', follow);
    return () => removeEventListener('resize', follow);
  }, []);
  return room;
}
