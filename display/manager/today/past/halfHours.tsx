import type { DayChart } from '../../../../shared/questions/dayChart.ts';
import { words } from '../../../../shared/screen/language.ts';
import { clockTime } from '../../../../shared/screen/time.ts';
import { past as pastWords } from '../../../../shared/words/past.ts';
import { oneDecimal } from '../figureSet.ts';

const HALF = 30 * 60_000;

/** The same day in numbers, for whoever does not see the charts. */
export function HalfHours({ chart }: { chart: DayChart }) {
  const w = words(pastWords).chart;
  const { track, calls, offset } = chart;
  const halves = track.filter(({ at }) => (at + offset) % HALF === 0);
  const meanWait = (from: number) => {
    const own = calls.filter(({ at }) => at >= from && at < from + HALF);
    const sum = own.reduce((total, { seconds }) => total + seconds, 0);
    return own.length > 0 ? oneDecimal(sum / own.length / 60) : '–';
  };
  return (
    <details>
      <summary>
        {w.table} · {w.tableOf(halves.length)}
      </summary>
      <div class="past-wide">
        <table class="past-table">
          <thead>
            <tr>
              {[w.time, w.waiting, w.open, `${w.waits} (${w.minutes})`].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {halves.map(({ at, waiting, open }) => (
              <tr key={at}>
                <th scope="row">{clockTime(chart, at)}</th>
                <td>{waiting ?? '–'}</td>
                <td>{open ?? '–'}</td>
                <td>{meanWait(at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
