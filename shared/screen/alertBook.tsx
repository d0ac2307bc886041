import type { AlertEntry } from '../views/alertBook.ts';
import type { FiguresView } from '../views/figures.ts';
import type { Branch } from '../views/parts.ts';
import { alerts as alertWords } from '../words/alerts.ts';
import { alertSentence, dayText, type GroupKind } from '../words/group.ts';
import { CopyButton } from './copyButton.tsx';
import { lang, words } from './language.ts';
import { LevelSign } from './level.tsx';
import type { Link } from './link.ts';
import { clockTime } from './time.ts';

const KINDS: readonly GroupKind[] = ['circular', 'notice', 'warning'];

/** The day's alerts with their lives, and the day as a text for the group. */
export function AlertBook({ link, figures }: { link: Link; figures: FiguresView | null }) {
  const view = link.view({ name: 'alertBook' }).value?.view ?? null;
  const w = words(alertWords).history;
  if (!view) return null;
  const cards = view.alerts.map((a) => a.card);
  const alerts = {
    all: cards.length,
    red: cards.filter((c) => c.level === 'red').length,
    open: view.alerts.filter((a) => !a.handled).length,
  };
  return (
    <div class="alert-book">
      {figures && (
        <div class="alert-day">
          <small>{w.day}</small>
          {KINDS.map((kind) => (
            <CopyButton
              key={kind}
              text={() => dayText(lang.value, kind, { branch: view.branch, figures, alerts })}
            >
              {w.kinds[kind]}
            </CopyButton>
          ))}
        </div>
      )}
      {view.alerts.length === 0 && <p>{w.none}</p>}
      <ol>
        {view.alerts.map((entry) => (
          <Entry key={entry.card.id} entry={entry} branch={view.branch} />
        ))}
      </ol>
    </div>
  );
}

function Entry({ entry, branch }: { entry: AlertEntry; branch: Branch }) {
  const { card } = entry;
  return (
    <li>
      <LevelSign level={card.level} bare />
      <p>
        {alertSentence(lang.value, card)}
        <small>{lifeOf(entry, branch)}</small>
      </p>
    </li>
  );
}

/** `09:12 raised · 09:13 seen l1 · 09:20 handled b1: rush hour, opened a counter · 09:25 over`. */
function lifeOf({ card, acknowledgedAt, handled }: AlertEntry, branch: Branch): string {
  const w = words(alertWords);
  const h = w.history;
  const at = (time: number) => clockTime(branch, time);
  const done = handled && [w.causes[handled.cause], w.actions[handled.action], handled.note];
  return [
    `${at(card.raisedAt)} ${h.raised}`,
    acknowledgedAt !== null && `${at(acknowledgedAt)} ${h.seen} ${card.acknowledgedBy ?? ''}`,
    handled &&
      `${at(handled.at)} ${h.handled} ${handled.by ?? ''} ${done?.filter(Boolean).join(w.join)}`,
    card.clearedAt !== null && `${at(card.clearedAt)} ${h.cleared}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
