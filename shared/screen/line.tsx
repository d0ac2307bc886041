import { useMemo, useRef } from 'preact/hooks';
import type { TicketId } from '../ids.ts';
import type { Settings } from '../settings.ts';
import type { Mark } from '../views/parts.ts';
import { line as lineWords } from '../words/line.ts';
import { words } from './language.ts';
import { LevelSign } from './level.tsx';
import './line.css';
import { type Layout, LINE_AT, layoutLine, type Placed, type Reach } from './lineLayout.ts';
import type { Link } from './link.ts';
import { useNow } from './now.ts';
import { TicketNumber } from './number.tsx';
import { useRoom } from './room.ts';
import { runningTime } from './time.ts';

export interface LineProps {
  readonly link: Link;
  readonly marks: readonly Mark[];
  /** large: a hall at a glance, with words. small: beside a counter's work. */
  readonly size: 'large' | 'small';
  /** Each class's minutes, to be written above the lines. */
  readonly lines?: Settings['lines'];
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
export function Line({ link, marks, size, lines, next }: LineProps) {
  const { pace } = link.beat.value;
  const step = 1000 * Math.max(1, pace);
  const at = Math.floor(useNow(link, step) / step) * step;
  const [field, room] = useRoom<HTMLDivElement>();
  // Other running times around it may be shown more often: the line is laid out once a step.
  const last = useRef(0);
  const layout = useMemo(
    () =>
      layoutLine(marks, at, {
        ...{ ...room, sizes: SIZES[size], label: LABEL[size] },
        ...(last.current > 0 && { last: last.current }),
      }),
    [marks, at, room, size],
  );
  if (room.width > 0) last.current = layout.size;
  return (
    <figure class={`line line-${size}`} role="img" aria-label={summary(layout)}>
      <div class="line-field" ref={field}>
        {REACHES.map((reach) => (
          <Stretch key={reach} reach={reach} lines={lines} />
        ))}
        <small class="line-came">{words(lineWords).justCame}</small>
        {useMemo(() => room.width > 0 && <Marks {...{ layout, next }} />, [layout, next])}
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
function Stretch({ reach, lines }: StretchProps) {
  const w = words(lineWords);
  const minutes = lines
    ? (['ordinary', 'premium'] as const).map((c) =>
        w.minutesOf(w.classes[c], Math.round(lines[c][reach] / 6) / 10),
      )
    : [];
  const left = `${LINE_AT[reach] * 100}%`;
  const right = `${(1 - NEXT[reach]) * 100}%`;
  return (
    <div class="line-stretch" data-reach={reach} style={{ left, right }}>
      <div class="line-head">
        <LevelSign level={reach} bare />
        <strong>{w.lines[reach]}</strong>
        <small>{minutes.join(' · ')}</small>
      </div>
    </div>
  );
}

interface StretchProps {
  readonly reach: 'yellow' | 'orange' | 'red';
  readonly lines: Settings['lines'] | undefined;
}
const NEXT = { yellow: LINE_AT.orange, orange: LINE_AT.red, red: 1 };

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
