import { useMemo } from 'preact/hooks';
import type { CounterId } from '../../shared/ids.ts';
import { Screen } from '../../shared/screen/frame.tsx';
import { pick, words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Notice } from '../../shared/screen/notice.tsx';
import type { CounterView } from '../../shared/views/counter.ts';
import { counter as counterWords } from '../../shared/words/counter.ts';
import './counter.css';
import { Desk } from './desk.tsx';

/** The counter's screen 柜面: from a narrow column beside the bank's own program to a whole panel. */
export function CounterScreen({ link, counter }: { link: Link; counter: CounterId | null }) {
  const key = useMemo(
    () => ({ name: 'counter' as const, ...(counter && { counter }) }),
    [counter],
  );
  const view = link.view(key).value?.view ?? null;
  return (
    <Screen
      {...{ link, branch: view?.branch ?? null, tone: 'paper', class: 'counter' }}
      title={view?.name ? pick(view.name) : words(counterWords).title}
    >
      {view && <Body link={link} view={view} />}
    </Screen>
  );
}

function Body({ link, view }: { link: Link; view: CounterView }) {
  const w = words(counterWords);
  if (!view.id) return <Notice>{w.noCounter}</Notice>;
  return view.name ? <Desk link={link} view={view} /> : <Notice>{w.unknown}</Notice>;
}
