import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import { secondsLeft } from '../../shared/screen/time.ts';
import type { CounterView } from '../../shared/views/counter.ts';
import { counter as counterWords } from '../../shared/words/counter.ts';

interface UndoProps {
  readonly undo: CounterView['undo'];
  readonly now: number;
  readonly busy: boolean;
  readonly onPress: () => void;
}

/** What was pressed last, and for how many seconds it can be taken back. */
export function Undo({ undo, now, busy, onPress }: UndoProps) {
  const w = words(counterWords);
  const left = undo ? secondsLeft(undo.until, now) : 0;
  if (!undo || left === 0) return null;
  return (
    <p class="undo">
      <span>{w.undo[undo.what](undo.number)}</span>
      <Button {...{ kind: 'quiet', busy, onPress, hint: 'Z' }}>{w.takeBack(left)}</Button>
    </p>
  );
}
