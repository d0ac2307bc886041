import { useState } from 'preact/hooks';
import type { AlertAction } from '../../../shared/care/causes.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { useDraft } from '../../../shared/screen/draft.ts';
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
        {view.warnings.length === 0 && <p>{w.warningsNone}</p>}
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
      <ul class="warnings">
        {view.warnings.map((warning) => (
          <Warning key={warning.id} {...{ warning, view, now, press }} />
        ))}
      </ul>
    </section>
  );
}

interface WarningProps {
  readonly warning: WarningCard;
  readonly view: ComplaintsView;
  readonly now: number;
  readonly press: Press;
}

function Warning({ warning, view, now, press }: WarningProps) {
  const w = words(warningWords);
  const [closing, close] = useState(false);
  const { id, taken, until } = warning;
  const end = (action: AlertAction) =>
    void press.send({ type: 'warning.close', warning: id, action });
  return (
    <li class={now > until ? 'is-late' : ''}>
      <span class="warning-clock">
        {now > until ? '+' : ''}
        {runningTime(Math.abs(until - now))}
      </span>
      <p>
        <strong>{sentence(warning)}</strong>
        <small>{taken ? w.taken(nameOf(view.people, taken.by)) : id}</small>
      </p>
      <div class="acts">
        {!taken && (
          <Button
            kind="next"
            busy={press.busy}
            onPress={() => void press.send({ type: 'warning.take', warning: id })}
          >
            {w.take}
          </Button>
        )}
        <Button kind={taken ? 'next' : 'plain'} pressed={closing} onPress={() => close(!closing)}>
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

function sentence({ from, number, ticket, class: cls, note }: WarningCard): string {
  const { rating, wait } = words(warningWords).warningFrom;
  const classes: Record<string, string> = words(lineWords).classes;
  if (from === 'rating') return rating(number ?? ticket ?? '');
  return from === 'wait' ? wait(classes[cls ?? ''] ?? '') : (note ?? '');
}
