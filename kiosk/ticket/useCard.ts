import { useEffect, useRef, useState } from 'preact/hooks';
import type { Link } from '../../shared/screen/link.ts';
import { atRest, surely } from '../../shared/screen/surely.ts';
import type { CardSaid } from './cardPage.tsx';
import { knowsCards } from './knowsCards.ts';

interface CardHands {
  /** Shows what came of a card, unless it is known. */
  readonly say: (said: CardSaid) => void;
  readonly premium: () => void;
}

/**
 * Follows the reader for as long as the kiosk runs, once it is ready. The number lives in `heard` alone, for as long
 * as it takes to compare. Gives whether there is a way by card here.
 */
export function useCard(link: Link, ready: boolean, { say, premium }: CardHands): boolean {
  const table = link.view({ name: 'cards' }).value?.view.cards ?? null;
  const now = useRef({ table, say, premium });
  now.current = { table, say, premium };
  const [busy] = useState({ is: false });
  useEffect(() => {
    if (!ready) return;
    let end: (() => void) | null = null;
    const fetched = atRest().then(() => surely(() => import('./cardReading.ts')));
    void fetched.then(({ listenToReader, cardNumber, classOfCard }) => {
      end ??= listenToReader((read) => {
        const at = now.current;
        if (!knowsCards(at.table) || busy.is) return;
        const number = cardNumber(read);
        if (!number) return at.say('unreadable');
        busy.is = true;
        at.say('reading');
        void classOfCard(at.table, number)
          .then((cls) => (cls === 'premium' ? now.current.premium() : now.current.say('unknown')))
          .catch(() => now.current.say('unreadable'))
          .finally(() => {
            busy.is = false;
          });
      });
    });
    return () => {
      end?.();
      end = () => {};
    };
  }, [ready]);
  return knowsCards(table);
}
