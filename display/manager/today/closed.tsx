import { words } from '../../../shared/screen/language.ts';
import type { FiguresView } from '../../../shared/views/figures.ts';
import { manager as managerWords } from '../../../shared/words/manager.ts';
import { WaitTable } from './waitTable.tsx';

/** In the line's place while no business day is open. */
export function Closed({ day, figures }: { day: string | null; figures: FiguresView | null }) {
  const { closed } = words(managerWords);
  if (day === null || !figures)
    return (
      <section class="closed">
        <h2>{closed.notYet}</h2>
        <p class="closed-means">{closed.notYetMeans}</p>
      </section>
    );
  const { served, walkIns, abandoned } = figures.all;
  return (
    <section class="closed">
      <h2>{closed.over}</h2>
      <p>{closed.sum(served, walkIns, abandoned)}</p>
      <p class="closed-means">{closed.overMeans}</p>
      <WaitTable figures={figures} />
    </section>
  );
}
