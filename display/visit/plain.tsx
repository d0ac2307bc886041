import { TicketNumber } from '../../shared/screen/number.tsx';
import { Phrases } from '../../shared/screen/phrases.tsx';

interface PlainProps {
  readonly title: string;
  readonly means: string;
  /** The number that counts instead. */
  readonly number?: string;
  /** The customer has to do something soon. */
  readonly urgent?: boolean;
  /** Nothing stands above it: it names the page. */
  readonly first?: boolean;
}

/** A situation in one line, and what to do in another. */
export function Plain({ title, means, number, urgent = false, first = false }: PlainProps) {
  return (
    <section class="plain" data-urgent={urgent || undefined}>
      {first ? <h1>{title}</h1> : <h2>{title}</h2>}
      {number && <TicketNumber value={number} size="figure" />}
      {means && (
        <p>
          <Phrases>{means}</Phrases>
        </p>
      )}
    </section>
  );
}
