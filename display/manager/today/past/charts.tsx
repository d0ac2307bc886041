import { useMemo, useState } from 'preact/hooks';
import uPlot from 'uplot';
import type { CalledAfter, DayChart } from '../../../../shared/questions/dayChart.ts';
import { Button } from '../../../../shared/screen/button.tsx';
import { lang, words } from '../../../../shared/screen/language.ts';
import { clockTime } from '../../../../shared/screen/time.ts';
import { line as lineWords } from '../../../../shared/words/line.ts';
import { past as pastWords } from '../../../../shared/words/past.ts';
import { type Hours, hallChart, waitsChart } from './chartMakes.ts';
import { HalfHours } from './halfHours.tsx';
import { Plot } from './plot.tsx';

const HOUR = 3600;

/** A day as two charts that share their hours: the waits of those called, and the hall. */
export function Charts({ chart }: { chart: DayChart }) {
  const w = words(pastWords).chart;
  const { offset, track, clockSteps } = chart;
  const hours = useMemo(() => hoursOf(chart), [chart]);
  const notes = [
    ...clockSteps.map(({ at, by }) =>
      w.clockStep(clockTime(chart, at), `${by > 0 ? '+' : '−'}${stepOf(by)}`),
    ),
    chart.linesChanged && w.linesChanged,
    track.some(({ waiting }) => waiting === null) && w.gaps,
  ].filter(Boolean);
  const second = (at: number) => Math.round((at + offset) / 1000);
  return (
    <>
      <Waits {...{ chart, hours, second }} />
      <Hall {...{ chart, hours, second }} />
      {notes.map((note) => (
        <p key={note} class="past-note">
          {note}
        </p>
      ))}
      <HalfHours chart={chart} />
    </>
  );
}

const stepOf = (ms: number) => {
  const seconds = Math.round(Math.abs(ms) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
};

function hoursOf({ track, calls, offset, timeZone }: DayChart): Hours {
  const times = [...track, ...calls].map(({ at }) => Math.round((at + offset) / 1000));
  const from = Math.min(...times, ...(times.length > 0 ? [] : [0]));
  const to = Math.max(from + HOUR, ...times);
  return { from, to, label: (wall) => clockTime({ timeZone, offset: 0 }, wall * 1000) };
}

interface ChartProps {
  readonly chart: DayChart;
  readonly hours: Hours;
  /** Seconds on the wall of a hub time. */
  readonly second: (at: number) => number;
}

/** One class at a time: each is held against its own lines. */
function Waits({ chart, hours, second }: ChartProps) {
  const w = words(pastWords).chart;
  const [own, choose] = useState<'ordinary' | 'premium'>('ordinary');
  const calls = chart.calls.filter((call) => lineClass(call) === own);
  const line = chart.lines[own];
  const { lines } = words(lineWords);
  const said = (level: 'yellow' | 'orange' | 'red') =>
    `${lines[level]} ${Math.round(line[level] / 6) / 10} ${w.minutes}`;
  const names = { yellow: said('yellow'), orange: said('orange'), red: said('red') };
  const data = useMemo((): uPlot.AlignedData => {
    const sorted = [...calls].sort((a, b) => a.at - b.at);
    return [sorted.map(({ at }) => second(at)), sorted.map(({ seconds }) => seconds / 60)];
  }, [chart, own]);
  return (
    <figure class="chart">
      <figcaption>
        <strong>{w.waits}</strong>
        <span class="chart-classes">
          {(['ordinary', 'premium'] as const).map((name) => (
            <Button key={name} kind="quiet" pressed={own === name} onPress={() => choose(name)}>
              {w[name]} {chart.calls.filter((call) => lineClass(call) === name).length}
            </Button>
          ))}
        </span>
      </figcaption>
      {calls.length === 0 ? (
        <p class="past-note">{w.none}</p>
      ) : (
        <Plot
          label={w.waits}
          data={data}
          make={waitsChart(hours, line, names)}
          drawn={`${own} ${lang.value} ${hours.from} ${hours.to}`}
        />
      )}
    </figure>
  );
}

/** Priority customers are watched by premium's lines. */
const lineClass = ({ class: cls }: CalledAfter) =>
  cls === 'ordinary' || cls === 'unrecorded' ? 'ordinary' : 'premium';

function Hall({ chart, hours, second }: ChartProps) {
  const w = words(pastWords).chart;
  const { track } = chart;
  const [pointed, point] = useState<number | null>(null);
  const data = useMemo(
    (): uPlot.AlignedData => [
      track.map(({ at }) => second(at)),
      track.map(({ waiting }) => waiting),
      track.map(({ open }) => open),
    ],
    [chart],
  );
  const here = track[pointed ?? track.length - 1];
  return (
    <figure class="chart">
      <figcaption>
        <strong>{w.hall}</strong>
        <span class="chart-legend">
          <span>{here && clockTime(chart, here.at)}</span>
          <span>
            <i />
            {w.waiting} <b>{here?.waiting ?? '–'}</b>
          </span>
          <span data-is="open">
            <i />
            {w.open} <b>{here?.open ?? '–'}</b>
          </span>
        </span>
      </figcaption>
      <Plot
        label={w.hall}
        data={data}
        make={hallChart(hours, point, uPlot.paths.stepped?.({ align: 1 }))}
        drawn={`${lang.value} ${hours.from} ${hours.to}`}
      />
    </figure>
  );
}
