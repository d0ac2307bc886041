import { useRef, useState } from 'preact/hooks';
import type { LobbyCommand } from '../../shared/lobby.ts';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Refusal } from '../../shared/screen/notice.tsx';
import { useNow } from '../../shared/screen/now.ts';
import { usePress } from '../../shared/screen/press.ts';
import { Unread } from '../../shared/screen/unread.tsx';
import type { CounterView } from '../../shared/views/counter.ts';
import { counter as counterWords } from '../../shared/words/counter.ts';
import { ActionRow } from './actionRow.tsx';
import { type Action, actionsOf } from './actions.ts';
import { BigButton } from './bigButton.tsx';
import { Chooser, type ChooserOpen } from './chooser.tsx';
import { useKeys } from './keys.ts';
import { NextUp } from './nextUp.tsx';
import { Present } from './present.tsx';
import { Queue } from './queue.tsx';
import { nextStep, type Step } from './step.ts';
import { Undo } from './undo.tsx';
import { WantedHere } from './wanted.tsx';

/** A second press within this long was meant for what the button said before, milliseconds. */
const SETTLES = 600;

/** The teller's desk: the present customer, the one next step, what else there is, and the line. */
export function Desk({ link, view }: { link: Link; view: CounterView }) {
  const now = useNow(link);
  const press = usePress(link);
  const [open, setOpen] = useState<ChooserOpen | null>(null);
  const settled = useRef(0);
  const step = nextStep(view, now);
  const actions = actionsOf(view, now);

  const send = async (command: LobbyCommand) => {
    setOpen(null);
    const reply = await press.send(command);
    if (reply?.ok) settled.current = performance.now();
  };
  const goOn = ({ command, held }: Step) => {
    if (!held && performance.now() - settled.current > SETTLES) void send(command);
  };
  const act = ({ does }: Action) => {
    if (typeof does === 'string') setOpen(does);
    else if (does) void send(does);
  };
  const undoable = view.undo !== null && now < view.undo.until;
  const undo = () => void send({ type: 'press.undo', counter: view.id });
  const keys: Readonly<Record<string, () => void>> = {
    ' ': () => goOn(step),
    Enter: () => goOn(step),
    Z: () => view.undo && undo(),
    '?': () => setOpen('help'),
    ...Object.fromEntries(actions.flatMap((a) => (a.key ? [[a.key, () => act(a)]] : []))),
  };
  // While a question is open, its own keys alone do something; the space bar not even scroll.
  useKeys(open ? { Escape: () => setOpen(null), ' ': () => {} } : keys);
  const w = words(counterWords);
  return (
    <div class="desk">
      <section class="work">
        <WantedHere wanted={view.wanted} branch={view.branch} />
        <Present view={view} now={now} />
        <BigButton step={step} busy={press.busy} onPress={() => goOn(step)} />
        <div class="below" aria-live="polite">
          <Refusal says={press.refusal} />
          {!press.refusal && undoable && (
            <Undo {...{ undo: view.undo, now, busy: press.busy }} onPress={undo} />
          )}
        </div>
        {!press.refusal && !undoable && <NextUp next={view.next[0]} now={now} />}
        {open ? (
          <Chooser {...{ link, open, view, send }} onClose={() => setOpen(null)} />
        ) : (
          <ActionRow {...{ actions, busy: press.busy, onPress: act }} />
        )}
      </section>
      <Queue {...{ link, view, now, step, busy: press.busy }} onCall={send} />
      <footer class="desk-foot">
        {(view.asked.help || view.asked.first.length > 0) && <p role="status">{w.asked}</p>}
        <Unread link={link} unread={view.unread} />
        {view.situation.is === 'closed' && view.planned.length > 0 && (
          <p>{w.planned(view.planned.map((p) => `${p.person} ${p.from}–${p.to}`).join(' · '))}</p>
        )}
        {!view.terminal && view.situation.is === 'open' && <p>{w.terminalOff}</p>}
        <Button {...{ kind: 'quiet', onPress: () => setOpen('help'), hint: '?' }}>{w.keys}</Button>
      </footer>
    </div>
  );
}
