import { Advice } from '../../../shared/screen/advice.tsx';
import { Alerts } from '../../../shared/screen/alerts.tsx';
import { CounterCells } from '../../../shared/screen/cells.tsx';
import { words } from '../../../shared/screen/language.ts';
import { Line } from '../../../shared/screen/line.tsx';
import type { Link } from '../../../shared/screen/link.ts';
import { useNow } from '../../../shared/screen/now.ts';
import { manager as managerWords } from '../../../shared/words/manager.ts';
import { addressOf } from '../address.ts';
import { CenterTrouble } from '../center/line.tsx';
import type { TabProps } from '../tabs.ts';
import { Closed } from './closed.tsx';
import { Deeper } from './deeper.tsx';
import type { FigureProps } from './figureSet.ts';
import { Figures } from './figures.tsx';
import { Paper } from './paper.tsx';
import { Queues } from './queues.tsx';
import { Ratings } from './ratings.tsx';
import './today.css';
import { Robots } from './robots.tsx';
import { Staffing } from './staffing.tsx';
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
        <Floor {...{ link, view, figures, now }} />
      ) : (
        <Evening {...{ link, view, figures }} />
      )}
      <Staffing link={link} day={view.branch.day} />
      <Paper link={link} view={view} />
      <Robots link={link} branch={view.branch} />
      <CenterTrouble
        {...{ now, center: view.center, branch: view.branch, untaken: view.untaken }}
      />
    </div>
  );
}

const boardAt = (id: string) => addressOf('rectification', id);

/** While a day is open: the line, and below it who works, who waits for what, and what is wrong. */
function Floor({ link, view, figures, now }: { link: Link } & Omit<FigureProps, 'usual'>) {
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
        <div class="today-asks">
          <Advice link={link} advice={view.advice} branch={view.branch} />
          <Alerts {...{ link, alerts: view.alerts, branch: view.branch, figures, boardAt }} />
        </div>
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
      <div class="today-asks">
        <Alerts {...{ link, alerts: view.alerts, branch: view.branch, figures, boardAt }} />
      </div>
      <Ratings ratings={view.ratings} />
    </div>
  );
}
