import type { Report } from '../../../shared/month/report.ts';
import type { Ranked, Sheet, SheetItem } from '../../../shared/month/sheet.ts';
import { points, printed } from '../../../shared/reports/cells.ts';
import {
  itemValue,
  rankedValue,
  sheetTable,
  withUnit,
} from '../../../shared/reports/sheetTables.ts';
import { lang, words } from '../../../shared/screen/language.ts';
import { reportTables } from '../../../shared/words/reportTables.ts';
import { ItemSource } from './source.tsx';

interface SheetProps {
  readonly report: Report;
  readonly sheet: Sheet;
  readonly opened: string | null;
  readonly open: (item: string | null) => void;
}

/** 考核表 on the screen: each item opens to what it was computed from. */
export function SheetPart({ report, sheet, opened, open }: SheetProps) {
  const w = words(reportTables);
  const notes = sheetTable(report, sheet, lang.value).notes ?? [];
  return (
    <section class="sheet" aria-label={w.heads.sheet}>
      <div class="sheet-total">
        <h2>{w.heads.sheet}</h2>
        <p class="sheet-score">
          <strong>{printed(points(sheet.total.score))}</strong>
          <Compare report={report} of={(one) => printed(points(one.total?.score))} />
        </p>
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        <small>
          {w.columns.version} {sheet.version}
        </small>
      </div>
      <div class="sheet-items">
        {(['experience', 'management'] as const).map((dimension) => (
          <div key={dimension} class="sheet-dimension">
            <h3>{w.dimensions[dimension]}</h3>
            {sheet.items
              .filter((item) => item.dimension === dimension)
              .map((item) => (
                <Item
                  key={item.item}
                  {...{ report, item, isOpen: opened === item.item }}
                  toggle={() => open(opened === item.item ? null : item.item)}
                />
              ))}
          </div>
        ))}
      </div>
      <RankedPart report={report} measures={sheet.measures} />
    </section>
  );
}

interface ItemProps {
  readonly report: Report;
  readonly item: SheetItem;
  readonly isOpen: boolean;
  readonly toggle: () => void;
}

function Item({ report, item, isOpen, toggle }: ItemProps) {
  const w = words(reportTables);
  const value = printed(withUnit(itemValue(item), lang.value));
  return (
    <div class="sheet-item" data-open={isOpen}>
      <button type="button" aria-expanded={isOpen} onClick={toggle}>
        <span class="item-name">{w.items[item.item]}</span>
        <span class="item-value">{item.sample === 'none' ? w.sample.none : value}</span>
        <span class="item-sample">
          {item.sample !== 'none' && `n ${item.n}`}
          {item.sample === 'short' && <b>{w.sample.short}</b>}
        </span>
        <span class="item-bar" aria-hidden="true">
          <i style={{ width: `${item.score ?? 0}%` }} />
        </span>
        <span class="item-score">
          {printed(points(item.score))}
          <small>× {item.weight}</small>
        </span>
      </button>
      <p class="item-before">
        <Compare
          report={report}
          of={(other) => {
            const found = other.items.find((one) => one.item === item.item);
            return found ? printed(withUnit(itemValue(found), lang.value)) : '–';
          }}
        />
      </p>
      {isOpen && <ItemSource item={item} />}
    </div>
  );
}

type Other = NonNullable<Report['before']>;

/** The month before and the same one a year ago, where there is one. */
function Compare({ report, of }: { report: Report; of: (other: Other) => string }) {
  const { columns } = words(reportTables);
  return (
    <span class="compare">
      <span>
        {columns.lastMonth} {report.before ? of(report.before) : '–'}
      </span>
      <span>
        {columns.yearAgo} {report.yearAgo ? of(report.yearAgo) : '–'}
      </span>
    </span>
  );
}

function RankedPart({ report, measures }: { report: Report; measures: readonly Ranked[] }) {
  const w = words(reportTables);
  return (
    <div class="ranked">
      <h3>{w.heads.ranked}</h3>
      <ul>
        {measures.map((one) => (
          <li key={one.measure}>
            <span>{w.ranked[one.measure]}</span>
            <strong>{printed(withUnit(rankedValue(one), lang.value))}</strong>
            <small>
              n {one.n} {w.sample[one.sample]}
            </small>
            <Compare
              report={report}
              of={(other) => {
                const found = other.ranked.find((m) => m.measure === one.measure);
                return found ? printed(withUnit(rankedValue(found), lang.value)) : '–';
              }}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
