import { words } from '../../../shared/screen/language.ts';
import type { RectificationCard } from '../../../shared/views/rectifications.ts';
import { rectifications as boardWords } from '../../../shared/words/rectifications.ts';

const WIDE = 120;
const HIGH = 32;
const EDGE = 3;

/** The days' figures as a small line against their own line; days without a figure are gaps. */
export function Spark({ card: { tracked, line } }: { card: RectificationCard }) {
  const w = words(boardWords);
  const figures = tracked.flatMap(({ figure }) => (figure === null ? [] : [figure]));
  if (figures.length < 2 || line === null) return null;
  const top = Math.max(line, ...figures) * 1.05 || 1;
  const x = (i: number) => EDGE + (i / (tracked.length - 1)) * (WIDE - 2 * EDGE);
  const y = (figure: number) => HIGH - EDGE - (figure / top) * (HIGH - 2 * EDGE);
  const points = tracked.flatMap(({ figure }, i) =>
    figure === null ? [] : [[x(i), y(figure)] as const],
  );
  const last = points.at(-1);
  return (
    <svg
      class="spark"
      viewBox={`0 0 ${WIDE} ${HIGH}`}
      role="img"
      aria-label={w.trend(tracked.length)}
    >
      <line x1={0} x2={WIDE} y1={y(line)} y2={y(line)} />
      <polyline points={points.map((p) => p.join()).join(' ')} />
      {last && <circle cx={last[0]} cy={last[1]} r={EDGE} />}
    </svg>
  );
}
