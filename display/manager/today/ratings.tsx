import { pick, words } from '../../../shared/screen/language.ts';
import { TicketNumber } from '../../../shared/screen/number.tsx';
import type { RatingCard } from '../../../shared/views/manager.ts';
import { manager as managerWords } from '../../../shared/words/manager.ts';
import { addressOf } from '../address.ts';

const STEPS = { dissatisfied: 1, fair: 2, satisfied: 3, verySatisfied: 4 } as const;

/** A ticket's id begins with its business day. */
const dayOf = (ticket: string) => ticket.slice(0, 10);

/** The last ratings, by ticket and counter; each leads to its ticket's story. */
export function Ratings({ ratings }: { ratings: readonly RatingCard[] }) {
  const w = words(managerWords);
  return (
    <section class="ratings" aria-label={w.ratingsTitle}>
      <h2>{w.ratingsTitle}</h2>
      {ratings.length === 0 && <p class="ratings-none">{w.noRatings}</p>}
      <ul>
        {ratings.map(({ ticket, number, level, counter }) => (
          <li key={ticket} data-level={level}>
            <i class="steps" aria-hidden="true">
              {[1, 2, 3, 4].map((step) => (
                <b key={step} data-on={step <= STEPS[level] || undefined} />
              ))}
            </i>
            <strong>{w.levels[level]}</strong>
            <a class="plain-link" href={addressOf('today', 'ticket', dayOf(ticket), number)}>
              <TicketNumber value={number} />
            </a>
            <span>{counter && pick(counter)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
