import { useEffect, useRef } from 'preact/hooks';
import type { LobbyCommand } from '../../shared/lobby.ts';
import { Button } from '../../shared/screen/button.tsx';
import { pick, words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Phrases } from '../../shared/screen/phrases.tsx';
import type { CounterView } from '../../shared/views/counter.ts';
import type { PauseReason } from '../../shared/visit/facts.ts';
import { counter as counterWords } from '../../shared/words/counter.ts';
import type { ChooserName } from './actions.ts';
import { Choices } from './choices.tsx';
import { First } from './first.tsx';
import { Help } from './help.tsx';
import { WalkIn } from './walkIn.tsx';

export type ChooserOpen = ChooserName | 'help';

export interface ChooserProps {
  readonly link: Link;
  readonly open: ChooserOpen;
  readonly view: CounterView;
  readonly send: (command: LobbyCommand) => void;
  readonly onClose: () => void;
}

/** One question, in the place of the actions: nothing pops up over the work. */
export function Chooser({ link, open, view, send, onClose }: ChooserProps) {
  const w = words(counterWords);
  const { id: counter, present } = view;
  const place = useRef<HTMLFieldSetElement>(null);
  useEffect(() => place.current?.focus(), []);
  const transfer = view.services
    .filter((s) => s.id !== present?.service)
    .map((s) => ({
      name: pick(s.name),
      choose: () => send({ type: 'service.transfer', counter, to: s.id }),
    }));
  const pause = Object.entries(w.pauseReasons).map(([reason, name]) => ({
    name,
    choose: () => send({ type: 'counter.pause', counter, reason: reason as PauseReason }),
  }));
  return (
    <fieldset class="chooser" ref={place} tabIndex={-1} aria-label={w.choosers[open]}>
      <header>
        <h2>
          <Phrases>{w.choosers[open]}</Phrases>
        </h2>
        <Button {...{ kind: 'quiet', onPress: onClose, hint: 'Esc' }}>{w.cancel}</Button>
      </header>
      {open === 'transfer' && <Choices of={transfer} />}
      {open === 'pause' && <Choices of={pause} />}
      {open === 'walkIn' && <WalkIn view={view} send={send} />}
      {open === 'first' && <First {...{ link, view, send }} />}
      {open === 'help' && <Help />}
    </fieldset>
  );
}
