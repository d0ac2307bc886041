import { useState } from 'preact/hooks';
import type { AlertAction } from '../../../shared/care/causes.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { useDraft } from '../../../shared/screen/draft.ts';
import { Empty } from '../../../shared/screen/empty.tsx';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { type Press, usePress } from '../../../shared/screen/press.ts';
import { runningTime } from '../../../shared/screen/time.ts';
import type { ComplaintsView, WarningCard } from '../../../shared/views/complaints.ts';
import { alerts as alertWords } from '../../../shared/words/alerts.ts';
import { line as lineWords } from '../../../shared/words/line.ts';
import { warnings as warningWords } from '../../../shared/words/warnings.ts';
import { addressOf } from '../address.ts';
import { Chips, nameOf, Text } from './fields.tsx';

interface WarningsProps {
  readonly link: Link;
  readonly view: ComplaintsView;
  readonly now: number;
}

/** 苗头: 多关注, 早介入, 快处理; each with its clock running down. */
export function Warnings({ link, view, now }: WarningsProps) {
  const w = words(warningWords);
  const press = usePress(link);
  const { value, set, clear } = useDraft(link, 'warning.raise', { note: '', isOpen: false });
  const raise = async () => {
    const reply = await press.send({ type: 'warning.raise', note: value.note.trim() });
    if (reply?.ok) clear();
  };
  return (
    <section class="part" aria-label={w.warnings}>
      <header>
        <h2>{w.warnings}</h2>
        <Button pressed={value.isOpen} onPress={() => set({ isOpen: !value.isOpen })}>
          {w.raise}
        </Button>
      </header>
      <Refusal says={press.refusal} />
      {value.isOpen && (
        <div class="act-form">
          <Text name={w.raiseIs} value={value.note} onType={(note) => set({ note })} />
          <div class="acts">
            <Button
              {...{ kind: 'next', busy: press.busy, disabled: !value.note.trim() }}
              onPress={() => void raise()}
            >
              {w.save}
            </Button>
          </div>
        </div>
      )}
      {view.warnings.length === 0 && <Empty says={w.warningsNone} isGood />}
      <ul class="warnings">
        {view.warnings.map((warning, n) => (
          <Warning key={warning.id} isFirst={n === 0} {...{ warning, view, now, press }} />
        ))}
      </ul>
    </section>
  );
}

interface WarningProps {
  readonly warning: WarningCard;
  /** What is done next is lit, and no other. */
  readonly isFirst: boolean;
  readonly view: ComplaintsView;
  readonly now: number;
  readonly press: Press;
}

function Warning({ warning, isFirst, view, now, press }: WarningProps) {
  const w = words(warningWords);
  const [closing, close] = useState(false);
  const { id, taken, until } = warning;
  const end = (action: AlertAction) =>
    void press.send({ type: 'warning.close', warning: id, action });
  return (
    <li class={now > until ? 'is-late' : ''}>
      <span class="warning-clock">{clock(until - now)}</span>
      <p>
        <strong>{sentence(warning)}</strong>
        <small>{taken ? w.taken(nameOf(view.people, taken.by)) : id}</small>
      </p>
      <div class="acts">
        {!taken && (
          <Button
            kind={isFirst ? 'next' : 'plain'}
            busy={press.busy}
            onPress={() => void press.send({ type: 'warning.take', warning: id })}
          >
            {w.take}
          </Button>
        )}
        <Button
          kind={taken && isFirst ? 'next' : 'plain'}
          pressed={closing}
          onPress={() => close(!closing)}
        >
          {w.closeWarning}
        </Button>
        <a class="button button-quiet" href={addressOf('complaints', 'new', id)}>
          {w.turn}
        </a>
      </div>
      {closing && (
        <Chips name={w.closeWarning} of={words(alertWords).actions} chosen="" onPick={end} />
      )}
    </li>
  );
}

const DAY = 86_400_000;

/** What is left of its time; what is days late is not told in seconds. */
function clock(left: number): string {
  if (left <= -DAY) return words(warningWords).daysLate(Math.floor(-left / DAY));
  return `${left < 0 ? '+' : ''}${runningTime(Math.abs(left))}`;
}

function sentence({ from, number, ticket, class: cls, note }: WarningCard): string {
  const { rating, wait } = words(warningWords).warningFrom;
  const classes: Record<string, string> = words(lineWords).classes;
  if (from === 'rating') return rating(number ?? ticket ?? '');
  return from === 'wait' ? wait(classes[cls ?? ''] ?? '') : (note ?? '');
}
