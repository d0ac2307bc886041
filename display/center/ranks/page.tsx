import { useState } from 'preact/hooks';
import type { MonthPage } from '../../../shared/city/views/month.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import { dateLine } from '../../../shared/screen/time.ts';
import { cityMonth } from '../../../shared/words/cityMonth.ts';
import { addressOf } from '../address.ts';
import { Asking } from '../asking.tsx';
import { useCity } from '../question.ts';
import type { CityProps } from '../tabs.ts';
import { definitionOf, isList, LISTS, type ListName } from './lists.ts';
import { MonthBar, monthIn } from './monthBar.tsx';
import './ranks.css';
import { RankTable } from './table.tsx';

/** 排名: `#ranks/2026-10/satisfaction`. */
export function Page(props: CityProps) {
  const { link, shell, path } = props;
  const w = words(cityMonth);
  const found = monthIn(path, props);
  const list: ListName = isList(path[1]) ? path[1] : 'combined';
  const node = props.node ?? shell.ranking?.id ?? null;
  const asked = found && node ? ({ type: 'month', month: found.month, node } as const) : null;
  const said = useCity(link, asked, shell.decided);
  if (!node) return <Empty says={w.noTree} means={w.noTreeMeans} />;
  if (!found) return null;
  return (
    <div class="ranks">
      <MonthBar page="ranks" period={found.period} rest={[list]}>
        <nav class="segments" aria-label={w.head.figure}>
          {LISTS.map((name) => (
            <a
              key={name}
              href={addressOf('ranks', found.month, name)}
              aria-current={name === list ? 'true' : undefined}
            >
              {w.lists[name]}
            </a>
          ))}
        </nav>
      </MonthBar>
      {said.is === 'asking' && <Asking />}
      {said.is === 'refused' && <p role="alert">{pick(said.says)}</p>}
      {said.is === 'known' && <Ranks page={said.answer} list={list} timeZone={shell.timeZone} />}
    </div>
  );
}

function Ranks({ page, list, timeZone }: { page: MonthPage; list: ListName; timeZone: string }) {
  const w = words(cityMonth);
  const [told, tell] = useState(false);
  if (page.branches.length === 0) return <Empty says={w.none} means={w.noneMeans} />;
  return (
    <>
      <MonthSays page={page} timeZone={timeZone} />
      {told && <p class="ranks-definition">{definitionOf(list)}</p>}
      <RankTable page={page} list={list} tell={() => tell(!told)} />
    </>
  );
}

/** How a month stands: closed or not, by which rules, how many are ranked. */
export function MonthSays({ page, timeZone }: { page: MonthPage; timeZone: string }) {
  const w = words(cityMonth);
  const { closing, branches, version, setBy } = page;
  const ranked = branches.filter(({ place }) => place !== null).length;
  const state = closing
    ? w.closedOn(dateLine({ timeZone, offset: 0 }, closing.at))
    : page.isOver
      ? w.open
      : w.running;
  return (
    <p class="month-says">
      <strong>{state}</strong>
      {closing && closing.corrections.length > 0 && (
        <span>{w.corrected(closing.corrections.length)}</span>
      )}
      <span>{setBy === null && !closing ? w.standard : w.rules(version)}</span>
      <span>{w.ranked(ranked, branches.length)}</span>
    </p>
  );
}
