import { words } from '../../../shared/screen/language.ts';
import { cityMonth } from '../../../shared/words/cityMonth.ts';

const WIDE = 88;
const HIGH = 24;
const EDGE = 3;

/** Months as a small line, the good end up; a month without a figure is a gap. */
export function Trend({
  values,
  isLowGood,
}: {
  values: readonly (number | null)[];
  isLowGood: boolean;
}) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return null;
  const [least, most] = [Math.min(...known), Math.max(...known)];
  const share = (value: number) => (most === least ? 0.5 : (value - least) / (most - least));
  const points = values.flatMap((value, i) => {
    if (value === null) return [];
    const x = EDGE + (i / (values.length - 1)) * (WIDE - 2 * EDGE);
    const up = isLowGood ? 1 - share(value) : share(value);
    return [[x, HIGH - EDGE - up * (HIGH - 2 * EDGE)] as const];
  });
  const last = points.at(-1);
  return (
    <svg
      class="trend"
      viewBox={`0 0 ${WIDE} ${HIGH}`}
      role="img"
      aria-label={words(cityMonth).trendSays(known.length)}
    >
      <polyline points={points.map((p) => p.join()).join(' ')} />
      {last && <circle cx={last[0]} cy={last[1]} r={EDGE} />}
    </svg>
  );
}
