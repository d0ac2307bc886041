import { useEffect } from 'preact/hooks';
import { Button } from '../../shared/screen/button.tsx';
import { waitWords } from '../../shared/screen/expected.ts';
import { pick, words } from '../../shared/screen/language.ts';
import { TicketNumber } from '../../shared/screen/number.tsx';
import { People } from '../../shared/screen/people.tsx';
import { Phrases } from '../../shared/screen/phrases.tsx';
import { paperWords } from '../../shared/screen/printers.tsx';
import type { ServiceQueue } from '../../shared/views/parts.ts';
import type { PrinterCondition } from '../../shared/views/printers.ts';
import { kiosk } from '../../shared/words/kiosk.ts';
import { goesAlone } from './reserve.ts';

/** A ticket just taken, and the line as it was when it was taken. */
export interface Taken {
  readonly number: string;
  readonly service: ServiceQueue;
}

/** The number is shown this long, milliseconds; the style sheet's bar runs as long. */
const SHOWN = 5000;

interface IssuedProps {
  readonly taken: Taken;
  readonly paper: PrinterCondition | null;
  readonly done: () => void;
}

export function Issued({ taken, paper, done }: IssuedProps) {
  const w = words(kiosk);
  const { number, service } = taken;
  const range = waitWords(service.expected);
  useEffect(() => {
    const timer = setTimeout(done, SHOWN);
    return () => clearTimeout(timer);
  }, [number]);
  return (
    <section class="issued" aria-live="assertive">
      <h1>
        {w.yours}
        <span>{pick(service.name)}</span>
      </h1>
      <TicketNumber value={number} />
      <div class="issued-line">
        <People ahead={service.expected.ahead} self="waiting" />
        <p>
          {w.ahead(service.expected.ahead)}
          {range && (
            <span>
              {w.expected} <strong>{range}</strong>
            </span>
          )}
        </p>
      </div>
      <p class="issued-seat">
        <strong>{paperWords(paper, w.remember)}</strong>
        <span>
          <Phrases>{goesAlone.value ? w.seatAlone : w.seat}</Phrases>
        </span>
      </p>
      <Button onPress={done}>{w.done}</Button>
      <i class="issued-left" aria-hidden="true" />
    </section>
  );
}
