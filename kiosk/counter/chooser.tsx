import { useEffect, useRef, useState } from 'preact/hooks';
import type { LobbyCommand } from '../../shared/lobby.ts';
import { Button } from '../../shared/screen/button.tsx';
import { pick, words } from '../../shared/screen/language.ts';
import type { CounterView } from '../../shared/views/counter.ts';
import type { PauseReason } from '../../shared/visit/facts.ts';
import { counter as counterWords } from '../../shared/words/counter.ts';
import type { ChooserName } from './actions.ts';
import { Help } from './help.tsx';
import { useKeys } from './keys.ts';
import { WalkIn } from './walkIn.tsx';

export type ChooserOpen = ChooserName | 'help';

export interface ChooserProps {
  readonly open: ChooserOpen;
  readonly view: CounterView;
  readonly send: (command: LobbyCommand) => void;
  readonly onClose: () => void;
}

/** One question, in the place of the actions: nothing pops up over the work. */
export function Chooser({ open, view, send, onClose }: ChooserProps) {
  const w = words(counterWords);
  const { id: counter, present } = view;
  const place = useRef<HTMLDivElement>(null);
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
    <div class="chooser" ref={place} tabIndex={-1} role="group" aria-label={titleOf(open, w)}>
      <header>
        <h2>{titleOf(open, w)}</h2>
        <Button {...{ kind: 'quiet', onPress: onClose, hint: 'Esc' }}>{w.cancel}</Button>
      </header>
      {open === 'transfer' && <Choices of={transfer} />}
      {open === 'pause' && <Choices of={pause} />}
      {open === 'walkIn' && <WalkIn view={view} send={send} />}
      {open === 'help' && <Help />}
    </div>
  );
}

const titleOf = (open: ChooserOpen, w: (typeof counterWords)['zh']) => w.choosers[open];

export interface Choice {
  readonly name: string;
  readonly choose: () => void;
}

/** Choices with their digits; the digit alone is enough. */
export function Choices({ of: choices }: { of: readonly Choice[] }) {
  const [taken, take] = useState<number | null>(null);
  const choose = (i: number) => {
    if (taken !== null) return;
    take(i);
    choices[i]?.choose();
  };
  useKeys((key) => {
    const i = Number(key) - 1;
    if (choices[i]) choose(i);
    return choices[i] !== undefined;
  });
  return (
    <div class="choices">
      {choices.map(({ name }, i) => (
        <Button key={name} hint={String(i + 1)} pressed={taken === i} onPress={() => choose(i)}>
          <span>{name}</span>
        </Button>
      ))}
    </div>
  );
}
