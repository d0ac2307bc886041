import { pick, words } from '../../shared/screen/language.ts';
import { Phrases } from '../../shared/screen/phrases.tsx';
import type { RatingView } from '../../shared/views/rating.ts';
import { rating } from '../../shared/words/rating.ts';

/** Between customers: the branch's pledge, who serves here, and quiet. */
export function Idle({ view }: { view: RatingView }) {
  const w = words(rating);
  return (
    <section class="resting">
      <h1>
        <Phrases>{pick(view.pledge)}</Phrases>
      </h1>
      <p>
        <strong>{view.name && pick(view.name)}</strong>
        {view.teller && <span>{w.staff(view.teller)}</span>}
      </p>
    </section>
  );
}

/** The counter is closed or paused: dark, and next to nothing. */
export function Asleep({ view }: { view: RatingView }) {
  return (
    <h1 class="asleep">
      {view.name && pick(view.name)}{' '}
      <span>{words(rating).asleep[view.situation === 'paused' ? 'paused' : 'closed']}</span>
    </h1>
  );
}
