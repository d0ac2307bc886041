import { CircleHelp, ZoomIn, ZoomOut } from 'lucide-preact';
import { useState } from 'preact/hooks';
import type { ServiceId } from '../../shared/ids.ts';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Phrases } from '../../shared/screen/phrases.tsx';
import { usePress } from '../../shared/screen/press.ts';
import { takeWords } from '../../shared/screen/printers.tsx';
import type { KioskView } from '../../shared/views/kiosk.ts';
import type { ServiceQueue } from '../../shared/views/parts.ts';
import type { PrinterCondition } from '../../shared/views/printers.ts';
import { kiosk } from '../../shared/words/kiosk.ts';
import { ServiceCard } from './card.tsx';
import type { Taken } from './issued.tsx';
import { goesAlone } from './reserve.ts';

export interface ChooseProps {
  readonly link: Link;
  readonly view: KioskView;
  readonly paper: PrinterCondition | null;
  readonly elder: boolean;
  readonly turnElder: () => void;
  readonly help: () => void;
  readonly taken: (taken: Taken) => void;
}

export function Choose({ link, view, paper, elder, turnElder, help, taken }: ChooseProps) {
  const w = words(kiosk);
  const press = usePress(link);
  const lost = link.status.value === 'lost';
  const [pressed, setPressed] = useState<ServiceId | null>(null);

  async function take(service: ServiceQueue) {
    if (press.busy) return;
    setPressed(service.id);
    const order = { service: service.id, class: 'ordinary', by: 'kiosk' } as const;
    const reply = await press.send({ type: 'ticket.issue', ...order });
    if (reply?.ok && reply.number) taken({ number: reply.number, service });
  }

  return (
    <div class="choose">
      <div class="choose-head">
        <h1>{w.choose}</h1>
        {lost ? (
          <p class="choose-stuck">
            <Phrases>{goesAlone.value ? w.alone : w.stuck}</Phrases>
          </p>
        ) : (
          <p>{takeWords(paper, w.chooseHow)}</p>
        )}
      </div>
      <ul class="cards" data-many={size(view.services.length)}>
        {view.services.map((service) => (
          <ServiceCard
            key={service.id}
            service={service}
            taking={press.busy && pressed === service.id}
            refusal={pressed === service.id ? press.refusal : null}
            take={() => void take(service)}
          />
        ))}
      </ul>
      <div class="aids">
        <Button icon={elder ? <ZoomOut /> : <ZoomIn />} pressed={elder} onPress={turnElder}>
          {elder ? w.usual : w.larger}
        </Button>
        <Button icon={<CircleHelp />} onPress={help}>
          {w.help}
        </Button>
      </div>
      <p class="rule">
        <Phrases>{w.rule(view.rule)}</Phrases>
      </p>
    </div>
  );
}

/** How the cards are laid out: up to four are large, up to six middling, the rest small. */
const size = (services: number) => (services <= 4 ? 'few' : services <= 6 ? 'some' : 'many');
