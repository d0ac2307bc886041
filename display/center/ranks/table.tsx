import type { Frozen } from '../../../shared/city/months/figures.ts';
import type { MonthPage } from '../../../shared/city/views/month.ts';
import { RANKINGS } from '../../../shared/month/ranking.ts';
import { type Figure, printed } from '../../../shared/reports/cells.ts';
import { withUnit } from '../../../shared/reports/sheetTables.ts';
import { lang, pick, words } from '../../../shared/screen/language.ts';
import { cityMonth } from '../../../shared/words/cityMonth.ts';
import { addressOf } from '../address.ts';
import { byPlace, type Listed, type ListName, listed } from './lists.ts';
import { Trend } from './trend.tsx';

interface RankTableProps {
  readonly page: Pick<MonthPage, 'month' | 'branches' | 'trend'>;
  readonly list: ListName;
  readonly tell: () => void;
}

/** One list, best first; the combined one shows the four places that it is made of. */
export function RankTable({ page, list, tell }: RankTableProps) {
  const w = words(cityMonth);
  const isCombined = list === 'combined';
  return (
    <section class="ranks-scroll" aria-label={w.lists[list]} {...{ tabIndex: 0 }}>
      <table class="ranks-table">
        <thead>
          <tr>
            <th scope="col">{w.head.place}</th>
            <th scope="col">{w.head.branch}</th>
            <th scope="col" class="is-number">
              {isCombined ? w.head.mean : w.head.figure}
            </th>
            {isCombined ? (
              RANKINGS.map((ranking) => (
                <th key={ranking} scope="col" class="is-number">
                  {w.lists[ranking]}
                </th>
              ))
            ) : (
              <th scope="col" class="is-number">
                {w.head.n}
              </th>
            )}
            <th scope="col">{w.head.lastMonth}</th>
            <th scope="col">{w.head.lastYear}</th>
            <th scope="col">{w.head.trend}</th>
          </tr>
        </thead>
        <tbody>
          {[...page.branches].sort(byPlace(list)).map((one) => (
            <RankRow key={one.branch} {...{ page, one, list, tell }} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RankRow({ page, one, list, tell }: RankTableProps & { one: Frozen }) {
  const w = words(cityMonth);
  const row = listed(list, one, page.trend[one.branch] ?? []);
  const isCombined = list === 'combined';
  return (
    <tr data-group={isCombined ? (one.group ?? undefined) : undefined}>
      <td class="ranks-place">
        {row.place ?? '–'}
        {isCombined && one.group && <small>{w.group[one.group]}</small>}
      </td>
      <th scope="row">
        <a href={addressOf('branch', one.branch, page.month)}>{pick(one.name)}</a>
      </th>
      <td class="is-number">
        {row.place === null && isCombined ? (
          <small>{w.unranked}</small>
        ) : (
          <button type="button" class="ranks-figure" title={w.tell} onClick={tell}>
            {printed(isCombined ? row.value : withUnit(row.value, lang.value))}
          </button>
        )}
      </td>
      {isCombined ? (
        RANKINGS.map((ranking) => (
          <td key={ranking} class="is-number ranks-four">
            <b>{one.places[ranking] ?? '–'}</b>
            <small>
              {one.places[ranking] === null
                ? w.short
                : printed(withUnit(listed(ranking, one, []).value, lang.value))}
            </small>
          </td>
        ))
      ) : (
        <td class="is-number">
          {row.n ?? ''}
          {row.isShort && <small class="ranks-short">{w.short}</small>}
        </td>
      )}
      <td class="is-change">{change(row, row.before, isCombined)}</td>
      <td class="is-change">{change(row, row.yearAgo, isCombined)}</td>
      <td>
        <Trend values={row.trend} isLowGood={row.isLowGood} />
      </td>
    </tr>
  );
}

/** By how many places, or by how much of the figure; a dash where there is nothing to compare with. */
function change(row: Listed, other: Figure | null, isPlace: boolean): string {
  const w = words(cityMonth);
  if (isPlace) {
    if (row.place === null || other?.n === null || other?.n === undefined) return '–';
    const by = other.n - row.place;
    return by === 0 ? w.same : by > 0 ? w.up(by) : w.down(-by);
  }
  if (row.value.n === null || other?.n === null || other?.n === undefined) return '–';
  const by = { ...row.value, n: row.value.n - other.n };
  const text = printed({ ...by, n: Math.abs(by.n) });
  if (Number.parseFloat(text) === 0) return w.same;
  return `${by.n > 0 ? '+' : '−'}${text}`;
}
