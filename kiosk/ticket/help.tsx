import { ArrowLeft, Hand, HeartHandshake, MessageCircle, Ticket } from 'lucide-preact';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import { Phrases } from '../../shared/screen/phrases.tsx';
import { kiosk } from '../../shared/words/kiosk.ts';

/** Self-service is never the only way: a person gives tickets too. */
export function Help({ back }: { back: () => void }) {
  const w = words(kiosk);
  return (
    <section class="help">
      <h1>{w.helpTitle}</h1>
      <ul>
        <li>
          <Hand />
          <span>
            <Phrases>{w.helpWhere}</Phrases>
          </span>
        </li>
        <li>
          <Ticket />
          <span>
            <Phrases>{w.helpTicket}</Phrases>
          </span>
        </li>
        <li>
          <HeartHandshake />
          <span>
            <Phrases>{w.helpCare}</Phrases>
          </span>
        </li>
        <li>
          <MessageCircle />
          <span>
            <Phrases>{w.helpChoose}</Phrases>
          </span>
        </li>
      </ul>
      <Button kind="next" icon={<ArrowLeft />} onPress={back}>
        {w.back}
      </Button>
    </section>
  );
}
