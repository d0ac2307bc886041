import { useState } from 'preact/hooks';
import { Button } from '../../shared/screen/button.tsx';
import { useKeys } from './keys.ts';

export interface Choice {
  readonly name: string;
  readonly choose: () => void;
}

/** Choices with their digits; the digit alone is enough. */
export function Choices({ of: choices }: { of: readonly Choice[] }) {
  const [taken, take] = useState<number | null>(null);
  const choose = (i: number) => {
    if (taken !== null) return;
    take(i);
    choices[i]?.choose();
  };
  useKeys(Object.fromEntries(choices.map((_, i) => [String(i + 1), () => choose(i)])));
  return (
    <div class="choices">
      {choices.map(({ name }, i) => (
        <Button key={name} hint={String(i + 1)} pressed={taken === i} onPress={() => choose(i)}>
          <span>{name}</span>
        </Button>
      ))}
    </div>
  );
}
