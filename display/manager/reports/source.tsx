import type { SheetItem, SourceDay } from '../../../shared/month/sheet.ts';
import {
  type Cell,
  count,
  minutes,
  points,
  printed,
  share,
} from '../../../shared/reports/cells.ts';
import { words } from '../../../shared/screen/language.ts';
import { reports as reportWords } from '../../../shared/words/reports.ts';
import { reportTables } from '../../../shared/words/reportTables.ts';
import { Grid } from './tables.tsx';

/** What an item was computed from: its days, or the inspections whose score stands. */
export function ItemSource({ item }: { item: SheetItem }) {
  const w = words(reportWords);
  const t = words(reportTables);
  const { from } = item;
  if ('inspections' in from)
    return (
      <div class="item-source">
        <ul>
          {from.inspections.map((one) => (
            <li key={one.id + one.module}>
              {t.modules[one.module]} {printed(points(one.score))}
            </li>
          ))}
        </ul>
        {from.missing.length > 0 && (
          <p>{w.missingModules(from.missing.map((module) => t.modules[module]).join('、'))}</p>
        )}
      </div>
    );
  const isWait = 'over' in from;
  const over = isWait ? Object.entries(from.over) : [];
  return (
    <div class="item-source">
      {over.map(([seconds, part]) => (
        <p key={seconds}>{w.waitsOver(printed(share(part)), Number(seconds) / 60)}</p>
      ))}
      {isWait && from.abandoned > 0 && <p>{w.gaveUpBeside(from.abandoned)}</p>}
      <Grid
        name={t.columns.date}
        head={[t.columns.date, t.columns.n, isWait ? t.columns.mean : t.columns.satisfaction]}
        rows={from.days.map((day) => rowOf(day, isWait))}
      />
    </div>
  );
}

const rowOf = ({ date, n, value }: SourceDay, isWait: boolean): Cell[] => [
  ...[date, count(n)],
  isWait ? minutes(value) : points(value),
];
