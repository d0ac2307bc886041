import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import { counter as counterWords } from '../../shared/words/counter.ts';
import type { Step } from './step.ts';

interface BigButtonProps {
  readonly step: Step;
  readonly busy: boolean;
  readonly onPress: () => void;
}

/** Always the next step. Where it cannot be pressed yet, it says until when, or why. */
export function BigButton({ step, busy, onPress }: BigButtonProps) {
  const w = words(counterWords);
  const { command, held } = step;
  const why = held?.by === 'gap' ? w.inSeconds(held.seconds) : w.nobody;
  return (
    <Button
      {...{ kind: 'next', class: 'big', busy, onPress, disabled: held !== null }}
      {...(!held && { hint: w.bigKey })}
    >
      <span class="big-words">
        {w.steps[command.type]}
        {held && <small>{why}</small>}
      </span>
    </Button>
  );
}
