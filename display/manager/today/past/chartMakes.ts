import type uPlot from 'uplot';
import type { AlertLine } from '../../../../shared/settings.ts';
import type { Inks, Make } from './plot.tsx';

/** Both charts of a day show the same hours under one another. */
export interface Hours {
  readonly from: number;
  readonly to: number;
  /** `09:30` of seconds on the wall. */
  readonly label: (wall: number) => string;
}

interface Sides {
  readonly hours: Hours;
  readonly y: (most: number) => number;
  readonly pointed: (index: number | null) => void;
}

const SYNC = 'day';

function shared(inks: Inks, { hours, y, pointed }: Sides) {
  const axis = { stroke: inks.soft, font: inks.font, ticks: { show: false } };
  const grid = { stroke: inks.hair, width: 1 };
  return {
    legend: { show: false },
    padding: [10, 8, 0, 0] as uPlot.Padding,
    cursor: { sync: { key: SYNC }, y: false, drag: { x: false, y: false }, points: { size: 8 } },
    scales: {
      x: { time: false, range: [hours.from, hours.to] as uPlot.Range.MinMax },
      y: { range: (_: uPlot, __: number, most: number): uPlot.Range.MinMax => [0, y(most ?? 0)] },
    },
    axes: [
      {
        ...axis,
        size: 32,
        grid: { show: false },
        incrs: [1800, 3600, 7200, 14_400, 21_600],
        space: 64,
        values: (_: uPlot, splits: number[]) => splits.map(hours.label),
      },
      { ...axis, grid, size: 40, space: 36, incrs: [1, 2, 5, 10, 20, 50, 100, 200] },
    ],
    hooks: { setCursor: [(u: uPlot) => pointed(u.cursor.idx ?? null)] },
  };
}

/** Who waited and how many counters were open: steps, for nothing changes between two facts. */
export const hallChart =
  (hours: Hours, pointed: Sides['pointed'], steps: uPlot.Series.PathBuilder | undefined): Make =>
  (inks) => ({
    ...shared(inks, { hours, pointed, y: (most) => Math.max(5, most * 1.1) }),
    series: [
      {},
      {
        stroke: inks.jade,
        // The tokens are six hex digits: two more are the opacity.
        fill: `${inks.jade}24`,
        ...stepped(steps, 2),
      },
      { stroke: inks.soft, dash: [6, 4], ...stepped(steps, 2) },
    ],
  });

const stepped = (paths: uPlot.Series.PathBuilder | undefined, width: number) => ({
  width,
  points: { show: false },
  ...(paths && { paths }),
});

/** What those called had waited, each against the lines of its class. */
export function waitsChart(
  hours: Hours,
  line: AlertLine,
  names: Readonly<Record<'yellow' | 'orange' | 'red', string>>,
): Make {
  return (inks) => {
    const y = (most: number) => Math.max(line.orange / 60, most) * 1.15;
    const base = shared(inks, { hours, y, pointed: () => {} });
    const draw = (u: uPlot) => {
      for (const level of ['yellow', 'orange', 'red'] as const)
        drawLine(u, line[level] / 60, level, { says: names[level], inks });
    };
    return {
      ...base,
      series: [
        {},
        {
          paths: () => null,
          stroke: inks.ink,
          points: { show: true, size: 7, fill: inks.soft, stroke: inks.paper, width: 1 },
        },
      ],
      hooks: { ...base.hooks, drawAxes: [draw] },
    };
  };
}

const SIGNS = { yellow: '◆', orange: '▲', red: '■' };

/** An alert line with its sign and word at its left end: never its colour alone. */
function drawLine(
  u: uPlot,
  value: number,
  level: keyof typeof SIGNS,
  { says, inks }: { says: string; inks: Inks },
) {
  const { ctx, bbox } = u;
  const y = u.valToPos(value, 'y', true);
  if (y < bbox.top || y > bbox.top + bbox.height) return;
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = inks[level];
  ctx.lineWidth = devicePixelRatio * 1.5;
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.font = inks.font.replace(/^[\d.]+/, (px) => String(Number(px) * devicePixelRatio));
  ctx.textAlign = 'left';
  ctx.textBaseline = 'bottom';
  const [x, base] = [bbox.left + 6 * devicePixelRatio, y - 2 * devicePixelRatio];
  ctx.fillText(SIGNS[level], x, base);
  ctx.fillStyle = inks.soft;
  ctx.fillText(says, x + ctx.measureText(`${SIGNS[level]} `).width, base);
  ctx.restore();
}
