import { Ellipsis } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { localTime } from '../calendar.ts';
import type { AlertCard } from '../views/alerts.ts';
import type { Branch } from '../views/parts.ts';
import { alerts as alertWords } from '../words/alerts.ts';
import { alertSentence, alertText } from '../words/group.ts';
import { Button } from './button.tsx';
import { CopyButton } from './copyButton.tsx';
import { Handle } from './handle.tsx';
import { lang, pick, words } from './language.ts';
import { LevelSign } from './level.tsx';
import type { Press } from './press.ts';
import { clockTime, moment } from './time.ts';

export interface AlertItemProps {
  readonly alert: AlertCard;
  readonly branch: Branch;
  readonly press: Press;
  readonly boardAt?: (id: string) => string;
}

/** One alert: what is wrong, since when, the one next action, and one touch deeper the rest. */
export function AlertItem(props: AlertItemProps) {
  const { alert, branch, press } = props;
  const w = words(alertWords);
  const [handling, handle] = useState(false);
  const [open, setOpen] = useState(false);
  const { advice } = alert;
  return (
    <li class="alert">
      <LevelSign level={alert.level} bare />
      <div class="alert-says">
        <p>{alertSentence(lang.value, alert)}</p>
        <small>{stands(alert, branch)}</small>
      </div>
      {handling ? (
        <Handle {...{ alert: alert.id, press }} onClose={() => handle(false)} />
      ) : (
        <div class="alert-actions">
          <NextAction {...{ alert, press }} onHandle={() => handle(true)} />
          <Button
            {...{ kind: 'quiet', label: w.further, pressed: open }}
            icon={<Ellipsis aria-hidden="true" />}
            onPress={() => setOpen(!open)}
          />
        </div>
      )}
      {advice && <p class="alert-advice">{w.advice(pick(advice.name), advice.from, advice.to)}</p>}
      {open && !handling && <Further {...props} />}
    </li>
  );
}

interface NextActionProps {
  readonly alert: AlertCard;
  readonly press: Press;
  readonly onHandle: () => void;
}

function NextAction({ alert, press, onHandle }: NextActionProps) {
  const w = words(alertWords);
  const { busy, send } = press;
  if (alert.acknowledged || alert.clearedAt !== null)
    return <Button onPress={onHandle}>{w.handle}</Button>;
  return (
    <Button busy={busy} onPress={() => void send({ type: 'alert.acknowledge', alert: alert.id })}>
      {w.acknowledge}
    </Button>
  );
}

/** Who is told, a text for the group, and the way to having it put right. */
function Further({ alert, branch, press, boardAt }: AlertItemProps) {
  const w = words(alertWords);
  const open = { type: 'rectification.open', source: { from: 'alert', alert: alert.id } } as const;
  const text = () => alertText(lang.value, { branch, card: alert, at: alert.saidAt });
  return (
    <div class="alert-more">
      {alert.recipients.length > 0 && <small>{w.tells(alert.recipients.join(w.join))}</small>}
      <div>
        <CopyButton text={text}>{w.copy}</CopyButton>
        {alert.putRight === null ? (
          <Button busy={press.busy} onPress={() => void press.send(open)}>
            {w.putRight}
          </Button>
        ) : boardAt ? (
          <a class="button button-quiet" href={boardAt(alert.putRight)}>
            {w.isPutRight}
          </a>
        ) : (
          <span class="alert-put-right">{w.isPutRight}</span>
        )}
      </div>
    </div>
  );
}

/** An alert may be older than the day: then its date stands before its time. */
function sinceOf(branch: Branch, at: number): string {
  const { date } = localTime(branch.timeZone, at + branch.offset);
  return date === branch.day ? clockTime(branch, at) : moment(branch, at, 0);
}

function stands(alert: AlertCard, branch: Branch): string {
  const w = words(alertWords);
  const { raisedAt, clearedAt, acknowledged, acknowledgedBy } = alert;
  const seen = acknowledgedBy ? w.acknowledgedBy(acknowledgedBy) : w.acknowledged;
  const state = clearedAt !== null ? w.cleared : acknowledged ? seen : null;
  return [w.since(sinceOf(branch, raisedAt)), state].filter(Boolean).join(' · ');
}
