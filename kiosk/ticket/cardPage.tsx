import { ArrowLeft, CircleHelp, CreditCard } from 'lucide-preact';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import { Phrases } from '../../shared/screen/phrases.tsx';
import { kiosk } from '../../shared/words/kiosk.ts';
import { kioskAside } from '../../shared/words/kioskAside.ts';

/** What came of a card. */
export type CardSaid = 'waiting' | 'reading' | 'unreadable' | 'unknown';

interface CardPageProps {
  readonly said: CardSaid;
  readonly back: () => void;
  readonly help: () => void;
}

/** Waits for a card; whatever comes of it, there is a way on. */
export function CardPage({ said, back, help }: CardPageProps) {
  const w = words(kioskAside);
  return (
    <section class="by-card" data-said={said}>
      <CreditCard />
      <div role="status">
        <h1>{w.cardSays[said]}</h1>
        <p>
          <Phrases>{w.cardMeans[said]}</Phrases>
        </p>
      </div>
      <p class="by-card-kept">
        <Phrases>{w.cardKept}</Phrases>
      </p>
      <div class="by-card-ways">
        <Button kind="next" icon={<ArrowLeft />} onPress={back}>
          {w.ordinaryTicket}
        </Button>
        <Button icon={<CircleHelp />} onPress={help}>
          {words(kiosk).help}
        </Button>
      </div>
    </section>
  );
}
