import { useState } from 'preact/hooks';
import type { ServiceId } from '../../shared/ids.ts';
import type { LobbyCommand } from '../../shared/lobby.ts';
import { Button } from '../../shared/screen/button.tsx';
import { pick, words } from '../../shared/screen/language.ts';
import type { CustomerClass } from '../../shared/settings.ts';
import type { CounterView } from '../../shared/views/counter.ts';
import type { WalkInReason } from '../../shared/visit/ticket.ts';
import { counter as counterWords } from '../../shared/words/counter.ts';
import { line as lineWords } from '../../shared/words/line.ts';
import { Choices } from './choices.tsx';

const CLASSES = ['ordinary', 'premium', 'care'] as const;

interface WalkInProps {
  readonly view: CounterView;
  readonly send: (command: LobbyCommand) => void;
}

/** 无号办理: class (most are ordinary), then the service, then why there is no ticket. */
export function WalkIn({ view, send }: WalkInProps) {
  const w = words(counterWords);
  const [cls, setClass] = useState<CustomerClass>('ordinary');
  const [service, setService] = useState<ServiceId | null>(null);
  const services = view.services.map(({ id, name }) => ({
    name: pick(name),
    choose: () => setService(id),
  }));
  if (!service)
    return (
      <>
        <fieldset class="classes" aria-label={w.choosers.class}>
          {CLASSES.map((c) => (
            <Button key={c} kind="quiet" pressed={c === cls} onPress={() => setClass(c)}>
              {words(lineWords).classes[c]}
            </Button>
          ))}
        </fieldset>
        <Choices key="service" of={services} />
      </>
    );
  const reasons = Object.entries(w.walkInReasons).map(([reason, name]) => ({
    name,
    choose: () =>
      send({
        ...{ type: 'service.walkIn', counter: view.id, service, class: cls },
        reason: reason as WalkInReason,
      }),
  }));
  return (
    <>
      <p>{w.choosers.walkInReason}</p>
      <Choices key="reason" of={reasons} />
    </>
  );
}
