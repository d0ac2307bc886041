import { useState } from 'preact/hooks';
import type { ServiceId } from '../../shared/ids.ts';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Phrases } from '../../shared/screen/phrases.tsx';
import { usePress } from '../../shared/screen/press.ts';
import type { KioskView } from '../../shared/views/kiosk.ts';
import type { ServiceQueue } from '../../shared/views/parts.ts';
import type { PrinterCondition } from '../../shared/views/printers.ts';
import { kiosk } from '../../shared/words/kiosk.ts';
import { Aids, type AidsProps } from './aids.tsx';
import { Cards } from './cards.tsx';
import { goesAlone } from './goesAlone.ts';
import type { Taken } from './issued.tsx';
import { takeWords } from './paper.ts';

export interface ChooseProps extends AidsProps {
  readonly link: Link;
  readonly view: KioskView;
  readonly paper: PrinterCondition | null;
  readonly taken: (taken: Taken) => void;
}

/** Which service: the kiosk's first page. */
export function Choose({ link, view, paper, taken, ...aids }: ChooseProps) {
  const w = words(kiosk);
  const press = usePress(link);
  const { elder, premium } = aids;
  const lost = link.status.value === 'lost';
  const [pressed, setPressed] = useState<ServiceId | null>(null);

  async function take(service: ServiceQueue) {
    if (press.busy) return;
    setPressed(service.id);
    const cls = premium ? 'premium' : 'ordinary';
    const order = { service: service.id, class: cls, by: 'kiosk' } as const;
    const reply = await press.send({ type: 'ticket.issue', ...order });
    if (reply?.ok && reply.number) taken({ number: reply.number, service, page: reply.page });
  }

  return (
    <div class="choose">
      <div class="choose-head">
        <h1>{premium ? w.choosePremium : w.choose}</h1>
        {lost ? (
          <p class="choose-stuck">
            <Phrases>{goesAlone.value ? w.alone : w.stuck}</Phrases>
          </p>
        ) : (
          <p>{takeWords(paper, w.chooseHow)}</p>
        )}
      </div>
      <Cards
        services={(premium && view.premium) || view.services}
        elder={elder}
        taking={press.busy ? pressed : null}
        refused={pressed && press.refusal ? { service: pressed, says: press.refusal } : null}
        take={(service) => void take(service)}
      />
      <Aids {...aids} />
      <p class="rule">
        <span class="rule-whole">
          <Phrases>{w.rule(view.rule)}</Phrases>
        </span>
        <span class="rule-short">
          <Phrases>{w.ruleShort(view.rule.last)}</Phrases>
        </span>
      </p>
    </div>
  );
}
