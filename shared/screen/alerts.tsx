import { Bell, BellOff, Check } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { AlertCard } from '../views/alerts.ts';
import type { FiguresView } from '../views/figures.ts';
import type { Branch } from '../views/parts.ts';
import { alerts as alertWords } from '../words/alerts.ts';
import { AlertItem } from './alert.tsx';
import { hear, heard, useAlertBell } from './alertBell.ts';
import { AlertBook } from './alertBook.tsx';
import './alerts.css';
import { Button } from './button.tsx';
import { words } from './language.ts';
import type { Link } from './link.ts';
import { Refusal } from './notice.tsx';
import { usePress } from './press.ts';

export interface AlertsProps {
  readonly link: Link;
  readonly alerts: readonly AlertCard[];
  readonly branch: Branch;
  /** The day's sums, where the screen has them: for a text to copy. */
  readonly figures?: FiguresView | null;
  /** The address of the rectification an alert led to, where this screen has a board of them. */
  readonly boardAt?: (id: string) => string;
}

/** So many at first: the worst, and what they ask for, at one look. */
const FIRST = 4;

/** What needs somebody, worst first, each with its one next action. */
export function Alerts({ link, alerts, branch, figures = null, boardAt }: AlertsProps) {
  const press = usePress(link);
  useAlertBell(alerts);
  const [all, showAll] = useState(false);
  const [book, openBook] = useState(false);
  const w = words(alertWords);
  const shown = all ? alerts : alerts.slice(0, FIRST);
  const more = alerts.length - shown.length;
  return (
    <section class="alerts" aria-label={w.title}>
      <header class="alerts-head">
        <h2>{w.title}</h2>
        <SoundSwitch />
      </header>
      <Refusal says={press.refusal} />
      {alerts.length === 0 && (
        <div class="alerts-none">
          <Check aria-hidden="true" />
          <p>
            {w.none}
            <small>{w.noneMeans}</small>
          </p>
        </div>
      )}
      <ul>
        {shown.map((alert) => (
          <AlertItem key={alert.id} {...{ alert, branch, press, ...(boardAt && { boardAt }) }} />
        ))}
      </ul>
      <div class="alerts-foot">
        {more > 0 && (
          <Button kind="quiet" onPress={() => showAll(true)}>
            {w.more(more)}
          </Button>
        )}
        <Button kind="quiet" pressed={book} onPress={() => openBook(!book)}>
          {w.history.title}
        </Button>
      </div>
      {book && <AlertBook {...{ link, figures }} />}
    </section>
  );
}

/** Heard or not, on this screen; nothing asks for it by itself. */
function SoundSwitch() {
  const w = words(alertWords).sound;
  const on = heard.value;
  return (
    <Button
      {...{ kind: 'quiet', pressed: on, label: on ? w.on : w.off, class: 'alerts-sound' }}
      icon={on ? <Bell aria-hidden="true" /> : <BellOff aria-hidden="true" />}
      onPress={() => hear(!on)}
    />
  );
}
