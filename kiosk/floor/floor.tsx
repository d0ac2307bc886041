import { useState } from 'preact/hooks';
import { Advice } from '../../shared/screen/advice.tsx';
import { Alerts } from '../../shared/screen/alerts.tsx';
import { Button } from '../../shared/screen/button.tsx';
import { CounterCells } from '../../shared/screen/cells.tsx';
import { Screen } from '../../shared/screen/frame.tsx';
import { words } from '../../shared/screen/language.ts';
import { Line } from '../../shared/screen/line.tsx';
import type { Link } from '../../shared/screen/link.ts';
import { useNow } from '../../shared/screen/now.ts';
import { PrinterList } from '../../shared/screen/printers.tsx';
import { Unread } from '../../shared/screen/unread.tsx';
import type { FloorView } from '../../shared/views/floor.ts';
import { alerts as alertWords } from '../../shared/words/alerts.ts';
import { floor as floorWords } from '../../shared/words/floor.ts';
import { Calls } from './calls.tsx';
import { CloseDay } from './closeDay.tsx';
import { Count } from './count.tsx';
import { Equipment } from './equipment.tsx';
import './floor.css';
import { Issue } from './issue.tsx';
import { Meanwhile } from './meanwhile.tsx';
import { Practices } from './practices.tsx';
import { Tickets } from './tickets.tsx';

/** The lobby manager's tablet 大堂经理: a person can always do what the machines do, and more. */
export function FloorScreen({ link }: { link: Link }) {
  const view = link.view({ name: 'floor' }).value?.view ?? null;
  const [closing, setClosing] = useState(false);
  const w = words(floorWords);
  const close = view?.branch.dayOpen && !closing && (
    <Button kind="quiet" onPress={() => setClosing(true)}>
      {w.closeDay}
    </Button>
  );
  return (
    <Screen
      {...{ link, branch: view?.branch ?? null, tone: 'paper', class: 'floor' }}
      {...{ title: w.title, aside: close }}
    >
      {view && <Floor {...{ link, view, closing }} onCloseDone={() => setClosing(false)} />}
    </Screen>
  );
}

interface FloorProps {
  readonly link: Link;
  readonly view: FloorView;
  readonly closing: boolean;
  readonly onCloseDone: () => void;
}

function Floor({ link, view, closing, onCloseDone }: FloorProps) {
  const now = useNow(link);
  const { branch } = view;
  return (
    <div class="hall">
      <h1 class="unseen">{words(floorWords).title}</h1>
      {!closing && <Meanwhile link={link} view={view} />}
      {closing && <CloseDay link={link} inside={view.inside} onClose={onCloseDone} />}
      <Calls {...{ link, view, now }} />
      <Line link={link} marks={view.line} size="large" />
      <Issue link={link} view={view} />
      <Tickets {...{ link, view, now }} />
      <Count {...{ link, view, now }} />
      <Equipment view={view} />
      <div class="hall-side">
        <Unread link={link} unread={view.unread} />
        <section aria-label={words(alertWords).counters}>
          <CounterCells cells={view.counters} now={now} />
        </section>
        <PrinterList rows={view.printers} branch={branch} />
        <Advice {...{ link, advice: view.advice, branch }} />
        <Alerts {...{ link, alerts: view.alerts, branch }} />
        <Practices link={link} />
      </div>
    </div>
  );
}
