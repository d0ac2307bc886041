import { ArrowLeft, Hand, HeartHandshake, MessageCircle, Ticket } from 'lucide-preact';
import type { ComponentChild } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Phrases } from '../../shared/screen/phrases.tsx';
import { kioskAside } from '../../shared/words/kioskAside.ts';

export type Calling = 'asking' | 'coming' | 'answered' | 'failed';

/**
 * Calls the lobby manager once this page is shown; a call that is still open stays the one it is.
 * `open`: the hub says that this kiosk's call is not answered yet.
 */
function useCall(link: Link, open: boolean): Calling {
  const [sent, setSent] = useState<'ok' | 'failed' | null>(null);
  const wasOpen = useRef(false);
  wasOpen.current ||= open;
  useEffect(() => {
    void link.send({ type: 'help.call' }).then(({ ok }) => setSent(ok ? 'ok' : 'failed'));
  }, []);
  if (open) return 'coming';
  if (wasOpen.current) return 'answered';
  return sent === 'ok' ? 'coming' : (sent ?? 'asking');
}

interface HelpProps {
  readonly link: Link;
  readonly open: boolean;
  readonly back: () => void;
}

/** Self-service is never the only way: a person comes, and gives tickets too. */
export function Help({ link, open, back }: HelpProps) {
  const w = words(kioskAside);
  const calling = useCall(link, open);
  return (
    <section class="help">
      <div class="help-said" data-is={calling} role="status">
        <h1>{w.calling[calling]}</h1>
        <p>
          <Phrases>{w.callingMeans[calling]}</Phrases>
        </p>
      </div>
      <ul>
        <Way icon={<Hand />} says={w.helpWhere} />
        <Way icon={<Ticket />} says={w.helpTicket} />
        <Way icon={<HeartHandshake />} says={w.helpCare} />
        <Way icon={<MessageCircle />} says={w.helpChoose} />
      </ul>
      <Button kind="next" icon={<ArrowLeft />} onPress={back}>
        {w.back}
      </Button>
    </section>
  );
}

function Way({ icon, says }: { icon: ComponentChild; says: string }) {
  return (
    <li>
      {icon}
      <span>
        <Phrases>{says}</Phrases>
      </span>
    </li>
  );
}
