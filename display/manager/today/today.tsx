import { Alerts } from '../../../shared/screen/alerts.tsx';
import { CounterCells } from '../../../shared/screen/cells.tsx';
import { words } from '../../../shared/screen/language.ts';
import { Line } from '../../../shared/screen/line.tsx';
import type { Link } from '../../../shared/screen/link.ts';
import { useNow } from '../../../shared/screen/now.ts';
import { manager as managerWords } from '../../../shared/words/manager.ts';
import { CenterLine } from '../center/line.tsx';
import type { TabProps } from '../tabs.ts';
import { Closed } from './closed.tsx';
import type { FigureProps } from './figureSet.ts';
import { Figures } from './figures.tsx';
import { Paper } from './paper.tsx';
import { Queues } from './queues.tsx';
import { Ratings } from './ratings.tsx';
import './today.css';

/** 今日: what moves with every press, and the day's sums beside it. */
export function Page({ link, view }: TabProps) {
  const figures = link.view({ name: 'figures' }).value?.view ?? null;
  const now = useNow(link);
  return (
    <div class="today">
      <h1 class="unseen">{words(managerWords).title}</h1>
      <Figures {...{ view, figures, now }} />
      {view.branch.dayOpen ? (
        <Floor {...{ link, view, now }} />
      ) : (
        <Evening {...{ link, view, figures, now }} />
      )}
      <Paper link={link} view={view} />
      <CenterLine {...{ now, center: view.center, branch: view.branch }} />
    </div>
  );
}

/** While a day is open: the line, and below it who works, who waits for what, and what is wrong. */
function Floor({ link, view, now }: { link: Link } & Omit<FigureProps, 'figures'>) {
  const w = words(managerWords);
  return (
    <>
      <Line link={link} marks={view.line} lines={view.lines} size="large" />
      <div class="floor">
        <section class="today-counters" aria-label={w.counters}>
          <CounterCells cells={view.counters} now={now} />
        </section>
        <Queues view={view} now={now} />
        <Alerts link={link} alerts={view.alerts} branch={view.branch} />
        <Ratings ratings={view.ratings} />
      </div>
    </>
  );
}

/** Once it is over, what was left unhandled can still be handled. */
function Evening({ link, view, figures }: { link: Link } & FigureProps) {
  return (
    <div class="floor floor-closed">
      <Closed day={view.branch.day} figures={figures} />
      <Alerts link={link} alerts={view.alerts} branch={view.branch} />
      <Ratings ratings={view.ratings} />
    </div>
  );
}
