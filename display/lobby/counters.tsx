import { pick, words } from '../../shared/screen/language.ts';
import { TicketNumber } from '../../shared/screen/number.tsx';
import type { ShownCounter } from '../../shared/views/lobby.ts';
import { lobby } from '../../shared/words/lobby.ts';

/** More cells than this cannot be read from a seat: then only counters at work are shown. */
const READABLE = 12;

/** One cell a counter. */
export function Counters({ counters }: { counters: readonly ShownCounter[] }) {
  const atWork = counters.filter((c) => c.doing !== 'closed');
  const shown = counters.length > READABLE ? atWork.slice(0, READABLE) : counters;
  return (
    <ul class="counters" data-many={shown.length > 6}>
      {shown.map((counter) => (
        <li key={counter.id} class="cell" data-doing={counter.doing}>
          <span class="cell-name">{pick(counter.name)}</span>
          {counter.number && <TicketNumber value={counter.number} />}
          <span class="cell-doing">{words(lobby).doing[counter.doing]}</span>
        </li>
      ))}
    </ul>
  );
}
