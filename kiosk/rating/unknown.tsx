import { words } from '../../shared/screen/language.ts';
import { Mark } from '../../shared/screen/mark.tsx';
import { rating } from '../../shared/words/rating.ts';

/** The address names no counter, or one that the branch does not have. */
export function Unknown() {
  const w = words(rating);
  return (
    <main class="unknown">
      <Mark />
      <h1>{w.unknown}</h1>
      <p>{w.unknownMeans}</p>
      <a href="/">{w.home}</a>
    </main>
  );
}
