import { useEffect } from 'preact/hooks';
import { Button } from '../../shared/screen/button.tsx';
import { aheadOf, waitWords } from '../../shared/screen/expected.ts';
import { pick, words } from '../../shared/screen/language.ts';
import { later } from '../../shared/screen/later.tsx';
import { TicketNumber } from '../../shared/screen/number.tsx';
import { People } from '../../shared/screen/people.tsx';
import { Phrases } from '../../shared/screen/phrases.tsx';
import type { ServiceQueue } from '../../shared/views/parts.ts';
import type { PrinterCondition } from '../../shared/views/printers.ts';
import { kiosk } from '../../shared/words/kiosk.ts';
import { goesAlone } from './goesAlone.ts';
import { paperWords } from './paper.ts';

/** Fetched once the kiosk shows its services: a code has to be there as soon as the number. */
export const fetchCode = () => import('../../shared/screen/pageCode.tsx').then((it) => it.PageCode);
const PageCode = later(fetchCode);

/** A ticket just taken, and the line as it was when it was taken. */
export interface Taken {
  readonly number: string;
  readonly service: ServiceQueue;
  /** Its own page, where customers' phones are served. */
  readonly page?: string | undefined;
}

/** The number is shown this long, milliseconds; the style sheet's bar runs as long. */
const SHOWN = 5000;
const SHOWN_TO_ELDERS = 10_000;
/** With a code to scan: a phone has to come out of a pocket first. */
const SHOWN_TO_SCAN = 15_000;

interface IssuedProps {
  readonly taken: Taken;
  readonly elder: boolean;
  readonly paper: PrinterCondition | null;
  readonly done: () => void;
}

export function Issued({ taken, elder, paper, done }: IssuedProps) {
  const w = words(kiosk);
  const { number, service, page } = taken;
  const range = waitWords(service.expected);
  const ahead = aheadOf(service);
  useEffect(() => {
    const shown = page ? SHOWN_TO_SCAN : elder ? SHOWN_TO_ELDERS : SHOWN;
    const timer = setTimeout(done, shown);
    return () => clearTimeout(timer);
  }, [number]);
  return (
    <section class="issued" data-scan={page !== undefined || undefined} aria-live="assertive">
      <h1>
        {w.yours}
        <span>{pick(service.name)}</span>
      </h1>
      <TicketNumber value={number} />
      <div class="issued-line">
        <People ahead={ahead} self="waiting" />
        <p>
          {w.ahead(ahead)}
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
        <span class="issued-nameless">{w.nameless}</span>
      </p>
      {page && <PageCode page={page} number={number} />}
      <Button onPress={done}>{w.done}</Button>
      <i class="issued-left" aria-hidden="true" />
    </section>
  );
}
