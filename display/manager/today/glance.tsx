import { Alerts } from '../../../shared/screen/alerts.tsx';
import { CounterCells } from '../../../shared/screen/cells.tsx';
import { words } from '../../../shared/screen/language.ts';
import { Line } from '../../../shared/screen/line.tsx';
import type { Link } from '../../../shared/screen/link.ts';
import { useNow } from '../../../shared/screen/now.ts';
import { manager as managerWords } from '../../../shared/words/manager.ts';
import { addressOf } from '../address.ts';
import type { TabProps } from '../tabs.ts';
import { Closed } from './closed.tsx';
import { Deeper } from './deeper.tsx';
import type { FigureProps } from './figureSet.ts';
import { Figures } from './figures.tsx';
import { Paper } from './paper.tsx';
import { Queues } from './queues.tsx';
import { Ratings } from './ratings.tsx';
import './today.css';
import { useUsual } from './usual.ts';

/** What moves with every press, and the day's sums beside it, on one screen without scrolling. */
export function Glance({ link, view }: TabProps) {
  const figures = link.view({ name: 'figures' }).value?.view ?? null;
  const now = useNow(link);
  const usual = useUsual(link, view.branch, now);
  return (
    <div class="today">
      <h1 class="unseen">{words(managerWords).title}</h1>
      <Figures {...{ view, figures, now, usual }} />
      {view.branch.dayOpen ? (
        <Floor {...{ link, view, now }} />
      ) : (
        <Evening {...{ link, view, figures }} />
      )}
      <Paper link={link} view={view} />
    </div>
  );
}

/** While a day is open: the line, and below it who works, who waits for what, and what is wrong. */
function Floor({ link, view, now }: { link: Link } & Pick<FigureProps, 'view' | 'now'>) {
  const w = words(managerWords);
  return (
    <>
      <Line link={link} marks={view.line} lines={view.lines} size="large" />
      <div class="floor">
        <section class="today-counters" aria-label={w.counters}>
          <CounterCells
            cells={view.counters}
            now={now}
            address={(id) => addressOf('today', 'counter', id)}
          />
        </section>
        <Queues view={view} now={now} />
        <Deeper view={view} />
        <Alerts link={link} alerts={view.alerts} branch={view.branch} />
        <Ratings ratings={view.ratings} />
      </div>
    </>
  );
}

/** Once it is over, what was left unhandled can still be handled. */
function Evening({ link, view, figures }: { link: Link } & Pick<FigureProps, 'view' | 'figures'>) {
  return (
    <div class="floor floor-closed">
      <Closed day={view.branch.day} figures={figures} />
      <Deeper view={view} />
      <Alerts link={link} alerts={view.alerts} branch={view.branch} />
      <Ratings ratings={view.ratings} />
    </div>
  );
}
