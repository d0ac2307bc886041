import { Empty } from '../../../shared/screen/empty.tsx';
import { pick, words } from '../../../shared/screen/language.ts';
import { cityCirculars } from '../../../shared/words/cityCirculars.ts';
import { cityMonth } from '../../../shared/words/cityMonth.ts';
import { Asking } from '../asking.tsx';
import { useCity } from '../question.ts';
import '../ranks/ranks.css';
import type { CityProps } from '../tabs.ts';
import { CircularList } from './list.tsx';

/** 通报: all of them, the newest first, with read receipts by branch. */
export function Page(props: CityProps) {
  const { link, shell } = props;
  const w = words(cityCirculars);
  const node = props.node ?? shell.ranking?.id ?? null;
  const said = useCity(link, node ? { type: 'circulars', node } : null, shell.decided);
  if (!node) return <Empty says={words(cityMonth).noTree} means={words(cityMonth).noTreeMeans} />;
  if (said.is === 'refused') return <p role="alert">{pick(said.says)}</p>;
  if (said.is !== 'known') return <Asking />;
  const { circulars } = said.answer;
  const { role } = shell.you;
  const may = role === 'administrator' || role === 'operations';
  return (
    <div class="ranks">
      {circulars.length === 0 && <Empty says={w.none} means={w.noneMeans} />}
      <CircularList {...props} {...{ circulars, may }} />
    </div>
  );
}
