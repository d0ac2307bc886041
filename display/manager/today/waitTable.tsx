import { words } from '../../../shared/screen/language.ts';
import type { FiguresView } from '../../../shared/views/figures.ts';
import type { Measures } from '../../../shared/visit/measures.ts';
import { line as lineWords } from '../../../shared/words/line.ts';
import { manager as managerWords } from '../../../shared/words/manager.ts';
import { inMinutes, percent } from './figureSet.ts';

/** Upper ends of the buckets, minutes; the last one has none. */
const ENDS = [3, 5, 10, 15, 20, 30, null] as const;

/** The average with what it could hide: the spread, the share over the line, those who gave up. */
export function WaitTable({ figures }: { figures: FiguresView }) {
  const { table, unit } = words(managerWords);
  const { classes } = words(lineWords);
  const rows = (['ordinary', 'premium', 'care'] as const).flatMap((cls) => {
    const own = figures.classes[cls];
    const line = cls === 'ordinary' ? figures.lines.ordinary : figures.lines.premium;
    return own ? [{ name: classes[cls], own, orange: line.orange }] : [];
  });
  const heads = [table.n, table.mean, table.p50, table.p90, table.max, table.over, table.gaveUp];
  return (
    <div class="wait-behind">
      <table>
        <caption>{unit}</caption>
        <thead>
          <tr>
            <th scope="col">{table.class}</th>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.name} {...row} />
          ))}
        </tbody>
      </table>
      <Buckets counts={figures.all.wait.buckets} />
    </div>
  );
}

function Row({ name, own, orange }: { name: string; own: Measures; orange: number }) {
  const { wait, abandonedWait } = own;
  const cells = [
    String(wait.n),
    inMinutes(wait.mean),
    inMinutes(wait.p50),
    inMinutes(wait.p90),
    inMinutes(wait.max),
    percent(wait.over[String(orange)] ?? null),
    inMinutes(abandonedWait.mean),
  ];
  return (
    <tr>
      <th scope="row">{name}</th>
      {cells.map((cell, i) => (
        <td key={i}>{cell}</td>
      ))}
    </tr>
  );
}

/** 等候时段: how the waits lie, as columns. */
function Buckets({ counts }: { counts: readonly number[] }) {
  const w = words(managerWords);
  const most = Math.max(1, ...counts);
  return (
    <figure class="buckets">
      <figcaption>
        {w.buckets} · {w.unit}
      </figcaption>
      <ol>
        {ENDS.map((end, i) => {
          const n = counts[i] ?? 0;
          return (
            <li key={end}>
              <b>{n > 0 ? n : ''}</b>
              <i style={{ height: `${(n / most) * 100}%` }} />
              <span>{w.bucket(ENDS[i - 1] ?? 0, end)}</span>
            </li>
          );
        })}
      </ol>
    </figure>
  );
}
