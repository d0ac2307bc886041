import { MonitorSmartphone } from 'lucide-preact';
import { Alerts } from '../../shared/screen/alerts.tsx';
import { CounterCells } from '../../shared/screen/cells.tsx';
import { Screen } from '../../shared/screen/frame.tsx';
import { words } from '../../shared/screen/language.ts';
import { Line } from '../../shared/screen/line.tsx';
import type { Link } from '../../shared/screen/link.ts';
import { useNow } from '../../shared/screen/now.ts';
import { PrinterSign } from '../../shared/screen/printers.tsx';
import { dateLine } from '../../shared/screen/time.ts';
import type { ManagerView } from '../../shared/views/manager.ts';
import { manager as managerWords } from '../../shared/words/manager.ts';
import { Closed } from './closed.tsx';
import type { FigureProps } from './figureSet.ts';
import { Figures } from './figures.tsx';
import './manager.css';
import { Paper } from './paper.tsx';
import { Queues } from './queues.tsx';
import { Ratings } from './ratings.tsx';

/** The manager's panel 网点负责人: what moves with every press, and the day's sums beside it. */
export function ManagerScreen({ link }: { link: Link }) {
  const view = link.view({ name: 'manager' }).value?.view ?? null;
  const figures = link.view({ name: 'figures' }).value?.view ?? null;
  const now = useNow(link);
  const w = words(managerWords);
  const title = view && now > 0 && `${dateLine(view.branch, now)} · ${w.doors[doorsOf(view)]}`;
  return (
    <Screen
      {...{ link, branch: view?.branch ?? null, tone: 'auto', class: 'manager' }}
      {...(title && { title })}
      aside={
        <>
          {view && <PrinterSign rows={view.printers} />}
          <ToDevices />
        </>
      }
      tab={`${w.title} · ${w.screen}`}
    >
      {view && (
        <div class="today">
          <h1 class="unseen">{w.title}</h1>
          <Figures {...{ view, figures, now }} />
          {view.branch.dayOpen ? (
            <Floor {...{ link, view, now }} />
          ) : (
            <Evening {...{ link, view, figures, now }} />
          )}
          <Paper link={link} view={view} />
        </div>
      )}
    </Screen>
  );
}

/** Who is let in is set on a page of its own, in this tab: whoever signed in here is there too. */
const ToDevices = () => (
  <a class="button button-quiet to-devices" href="/display/devices/">
    <MonitorSmartphone aria-hidden="true" />
    <span>{words(managerWords).devices}</span>
  </a>
);

const doorsOf = ({ branch, doors }: ManagerView) =>
  branch.dayOpen ? (doors ? 'open' : 'shut') : 'closed';

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
