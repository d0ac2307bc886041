import { Check } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { AlertCard } from '../views/alerts.ts';
import type { Branch } from '../views/parts.ts';
import { alerts as alertWords } from '../words/alerts.ts';
import { line as lineWords } from '../words/line.ts';
import './alerts.css';
import { Button } from './button.tsx';
import { Handle } from './handle.tsx';
import { pick, words } from './language.ts';
import { LevelSign } from './level.tsx';
import type { Link } from './link.ts';
import { Refusal } from './notice.tsx';
import { type Press, usePress } from './press.ts';
import { clockTime } from './time.ts';

export interface AlertsProps {
  readonly link: Link;
  readonly alerts: readonly AlertCard[];
  readonly branch: Branch;
}

/** So many at first: the worst, and what they ask for, at one look. */
const FIRST = 4;

/** What needs somebody, worst first, each with its one next action. */
export function Alerts({ link, alerts, branch }: AlertsProps) {
  const press = usePress(link);
  const [all, showAll] = useState(false);
  const w = words(alertWords);
  const shown = all ? alerts : alerts.slice(0, FIRST);
  const more = alerts.length - shown.length;
  return (
    <section class="alerts" aria-label={w.title}>
      <h2>{w.title}</h2>
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
          <Alert key={alert.id} {...{ alert, branch, press }} />
        ))}
      </ul>
      {more > 0 && (
        <Button kind="quiet" class="alerts-more" onPress={() => showAll(true)}>
          {w.more(more)}
        </Button>
      )}
    </section>
  );
}

function Alert({ alert, branch, press }: { alert: AlertCard; branch: Branch; press: Press }) {
  const w = words(alertWords);
  const [handling, handle] = useState(false);
  const { advice } = alert;
  return (
    <li class="alert">
      <LevelSign level={alert.level} bare />
      <div class="alert-says">
        <p>{sentence(alert)}</p>
        <small>{stands(alert, branch)}</small>
      </div>
      {handling ? (
        <Handle {...{ alert: alert.id, press }} onClose={() => handle(false)} />
      ) : (
        <AlertActions {...{ alert, press }} onHandle={() => handle(true)} />
      )}
      {advice && <p class="alert-advice">{w.advice(pick(advice.name), advice.from, advice.to)}</p>}
    </li>
  );
}

interface AlertActionsProps {
  readonly alert: AlertCard;
  readonly press: Press;
  readonly onHandle: () => void;
}

function AlertActions({ alert, press, onHandle }: AlertActionsProps) {
  const w = words(alertWords);
  const { busy, send } = press;
  const fresh = !alert.acknowledged && alert.clearedAt === null;
  const acknowledge = () => void send({ type: 'alert.acknowledge', alert: alert.id });
  return (
    <div class="alert-actions">
      {fresh ? (
        <Button busy={busy} onPress={acknowledge}>
          {w.acknowledge}
        </Button>
      ) : (
        <Button onPress={onHandle}>{w.handle}</Button>
      )}
    </div>
  );
}

function sentence({ kind, subject, name, figure }: AlertCard): string {
  const classes: Record<string, string> = words(lineWords).classes;
  const who = name ? pick(name) : (classes[subject] ?? subject);
  return words(alertWords).of[kind](who, figure);
}

function stands({ raisedAt, clearedAt, acknowledged }: AlertCard, branch: Branch): string {
  const w = words(alertWords);
  const state = clearedAt !== null ? w.cleared : acknowledged ? w.acknowledged : null;
  return [w.since(clockTime(branch, raisedAt)), state].filter(Boolean).join(' · ');
}
