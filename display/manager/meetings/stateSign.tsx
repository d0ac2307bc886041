import { Check, Clock, Timer, X } from 'lucide-preact';
import type { DayState } from '../../../shared/floor/meetings/judge.ts';
import { words } from '../../../shared/screen/language.ts';
import { meetingsTable } from '../../../shared/words/meetingsTable.ts';

const SHAPES = { held: Check, late: Clock, short: Timer, missing: X };

/** How a day stands: a shape and a word; `bare` leaves the word to a screen reader. */
export function StateSign({ state, bare = false }: { state: DayState; bare?: boolean }) {
  const Shape = SHAPES[state];
  return (
    <span class="state" data-state={state}>
      <Shape aria-hidden="true" />
      <span class={bare ? 'unseen' : ''}>{words(meetingsTable).states[state]}</span>
    </span>
  );
}
