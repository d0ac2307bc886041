import type { CounterId } from '../../shared/ids.ts';
import { Screen } from '../../shared/screen/frame.tsx';
import { pick, words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Notice } from '../../shared/screen/notice.tsx';
import { counter as counterWords } from '../../shared/words/counter.ts';
import './counter.css';
import { Desk } from './desk.tsx';

/** The counter's screen 柜面: from a narrow column beside the bank's own program to a whole panel. */
export function CounterScreen({ link, counter }: { link: Link; counter: CounterId }) {
  const view = link.view({ name: 'counter', counter }).value?.view ?? null;
  const w = words(counterWords);
  const name = view?.name ? pick(view.name) : w.title;
  return (
    <Screen
      {...{ link, branch: view?.branch ?? null, tone: 'paper', class: 'counter' }}
      {...{ title: name, tab: `${name} ${w.title}` }}
    >
      <h1 class="unseen">{`${name} ${w.title}`}</h1>
      {view && (view.name ? <Desk link={link} view={view} /> : <Notice>{w.unknown}</Notice>)}
    </Screen>
  );
}

/** Without a counter in the address: which one is this? */
export function WhichCounter({ link }: { link: Link }) {
  const view = link.view({ name: 'home' }).value?.view ?? null;
  const w = words(counterWords);
  return (
    <Screen
      {...{ link, branch: view?.branch ?? null, tone: 'paper', class: 'counter' }}
      {...{ title: w.title, tab: w.title }}
    >
      <div class="which">
        <h1>{w.which}</h1>
        {view?.counters.map(({ id, name, open }) => (
          <a key={id} class="button button-plain" href={`?counter=${id}`}>
            {pick(name)}
            <small>{open ? w.openNow : w.situation.closed}</small>
          </a>
        ))}
      </div>
    </Screen>
  );
}
