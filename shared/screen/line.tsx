import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { TicketId } from '../ids.ts';
import type { Mark } from '../views/parts.ts';
import { line as lineWords } from '../words/line.ts';
import { words } from './language.ts';
import { LevelSign } from './level.tsx';
import './line.css';
import { LINE_AT, type Layout, layoutLine, type Placed, type Reach } from './lineLayout.ts';
import type { Link } from './link.ts';
import { useNow } from './now.ts';
import { TicketNumber } from './number.tsx';
import { runningTime } from './time.ts';

export interface LineProps {
  readonly link: Link;
  readonly marks: readonly Mark[];
  /** large: a hall at a glance, with words. small: beside a counter's work. */
  readonly size: 'large' | 'small';
  /** Who would be called next: the one mark in the colour of what to do. */
  readonly next?: TicketId | undefined;
}

const SIZES = {
  large: [22, 18, 16, 14, 12, 10, 8, 6, 4],
  small: [14, 12, 10, 8, 6, 4],
};
/** Pixels a number takes behind its mark. */
const LABEL = { large: 46, small: 40 };
const REACHES = ['yellow', 'orange', 'red'] as const;

/**
 * The line 队伍: everybody who waits is a mark that moves from the left (just came) towards the
 * lines of its class, and past them. It moves once a second of the reader's time.
 */
export function Line({ link, marks, size, next }: LineProps) {
  const { pace } = link.beat.value;
  const now = useNow(link, 1000 * Math.max(1, pace));
  const [field, room] = useRoom();
  const layout = layoutLine(marks, now, { ...room, sizes: SIZES[size], label: LABEL[size] });
  return (
    <figure class={`line line-${size}`} role="img" aria-label={summary(layout)}>
      <div class="line-field" ref={field}>
        {REACHES.map((reach) => (
          <Stretch key={reach} reach={reach} marks={marks} />
        ))}
        <small class="line-came">{words(lineWords).justCame}</small>
        {room.width > 0 && <Marks layout={layout} next={next} />}
        {marks.length === 0 && <p class="line-nobody">{words(lineWords).nobody}</p>}
      </div>
      <LineFoot layout={layout} />
    </figure>
  );
}

function Marks({ layout, next }: { layout: Layout; next: TicketId | undefined }) {
  const inOrder = [...layout.placed].sort((a, b) => (a.mark.ticket < b.mark.ticket ? -1 : 1));
  return (
    <ul class="line-marks" style={{ '--size': `${layout.size}px` }} aria-hidden="true">
      {inOrder.map(({ mark, x, y, reach, labelled }) => (
        <li
          key={mark.ticket}
          style={{ translate: `${x.toFixed(1)}px`, transform: `translateY(${(-y).toFixed(1)}px)` }}
          data-reach={reach}
          data-next={mark.ticket === next || undefined}
          data-labelled={labelled || undefined}
        >
          <i class={`shape shape-${mark.class}`} />
          <TicketNumber value={mark.number} />
        </li>
      ))}
    </ul>
  );
}

/** From one of the lines to the next: its sign, its word, and the minutes each class has. */
function Stretch({ reach, marks }: StretchProps) {
  const w = words(lineWords);
  const minutes = new Map(marks.map((m) => [nameOf(m), m.line[reach] / 60]));
  const inOrder = [...minutes].sort((a, b) => b[1] - a[1]);
  const left = `${LINE_AT[reach] * 100}%`;
  const right = `${(1 - (NEXT[reach])) * 100}%`;
  return (
    <div class="line-stretch" data-reach={reach} style={{ left, right }}>
      <div class="line-head">
        <LevelSign level={reach} bare />
        <strong>{w.lines[reach]}</strong>
        <small>{inOrder.map(([name, n]) => w.minutesOf(w.classes[name], n)).join(' · ')}</small>
      </div>
    </div>
  );
}

interface StretchProps {
  readonly reach: 'yellow' | 'orange' | 'red';
  readonly marks: readonly Mark[];
}
const NEXT = { yellow: LINE_AT.orange, orange: LINE_AT.red, red: 1 };

/** `care` is watched by premium's lines: it is not named twice. */
const nameOf = (mark: Mark) => (mark.class === 'care' ? 'premium' : mark.class);

/** How many stand in each stretch. */
function LineFoot({ layout }: { layout: Layout }) {
  const w = words(lineWords);
  const counts = countsOf(layout.placed);
  const said = (reach: Reach) => (reach === 'within' ? w.within : w.past[reach]);
  return (
    <div class="line-foot" aria-hidden="true">
      {(['within', ...REACHES] as const).map((reach) => (
        <p
          key={reach}
          data-reach={reach}
          data-none={counts[reach] === 0 || undefined}
          style={{ left: `${reach === 'within' ? 0 : LINE_AT[reach] * 100}%` }}
        >
          <b>{counts[reach]}</b>
          {said(reach)}
        </p>
      ))}
    </div>
  );
}

const countsOf = (placed: readonly Placed[]) => {
  const counts: Record<Reach, number> = { within: 0, yellow: 0, orange: 0, red: 0 };
  for (const { reach } of placed) counts[reach]++;
  return counts;
};

/** The line as a sentence, for whoever does not see it. */
function summary({ placed }: Layout): string {
  const w = words(lineWords);
  if (placed.length === 0) return w.nobody + w.stop;
  const longest = placed.reduce((a, b) => (b.seconds > a.seconds ? b : a));
  const counts = countsOf(placed);
  const crossed = REACHES.filter((r) => counts[r] > 0).map((r) => w.crossed(w.past[r], counts[r]));
  const said = w.longest(longest.mark.number, runningTime(longest.seconds * 1000));
  return [w.people(placed.length), said, ...crossed].join(w.comma) + w.stop;
}

/** The field's own size, followed as it changes. */
function useRoom() {
  const field = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const { current } = field;
    if (!current) return;
    const measure = () => setRoom({ width: current.clientWidth, height: current.clientHeight });
    const observer = new ResizeObserver(measure);
    measure();
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [field, room] as const;
}
