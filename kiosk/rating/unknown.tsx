import { Screen } from '../../shared/screen/frame.tsx';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { Mark } from '../../shared/screen/mark.tsx';
import { rating } from '../../shared/words/rating.ts';

/** The address names no counter, or one that the branch does not have. No way leads out of it. */
export function Unknown() {
  const w = words(rating);
  return (
    <main class="unknown">
      <Mark />
      <h1>{w.unknown}</h1>
      <p>{w.unknownMeans}</p>
    </main>
  );
}

/** Without a counter in the address: a terminal that is let in is told where it stands. */
export function Nowhere({ link }: { link: Link }) {
  if (!link.pairing.value) return <Unknown />;
  return <Screen {...{ link, branch: null, tone: 'paper', tab: words(rating).tab }} />;
}
