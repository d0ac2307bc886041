import { ArrowLeft, Hand, HeartHandshake, MessageCircle, Ticket } from 'lucide-preact';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
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
          {w.helpWhere}
        </li>
        <li>
          <Ticket />
          {w.helpTicket}
        </li>
        <li>
          <HeartHandshake />
          {w.helpCare}
        </li>
        <li>
          <MessageCircle />
          {w.helpChoose}
        </li>
      </ul>
      <Button kind="next" icon={<ArrowLeft />} onPress={back}>
        {w.back}
      </Button>
    </section>
  );
}
