import { words } from '../../shared/screen/language.ts';
import { LevelSign } from '../../shared/screen/level.tsx';
import { reachOf } from '../../shared/screen/lineLayout.ts';
import { TicketNumber } from '../../shared/screen/number.tsx';
import { runningTime } from '../../shared/screen/time.ts';
import type { Mark } from '../../shared/views/parts.ts';
import { counter as counterWords } from '../../shared/words/counter.ts';

/** In a narrow column the lists lie below the fold: who is next, and how long they have waited. */
export function NextUp({ next, now }: { next: Mark | undefined; now: number }) {
  if (!next) return null;
  const waited = now - next.from;
  const reach = reachOf(waited / 1000, next.line);
  return (
    <p class="next-up">
      <span>{words(counterWords).next}</span>
      <TicketNumber value={next.number} />
      {reach !== 'within' && <LevelSign level={reach} bare />}
      <span>{runningTime(waited)}</span>
    </p>
  );
}
