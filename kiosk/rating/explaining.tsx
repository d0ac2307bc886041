import { Check } from 'lucide-preact';
import { useState } from 'preact/hooks';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import { secondsLeft } from '../../shared/screen/time.ts';
import { rating } from '../../shared/words/rating.ts';
import type { Doing, Reason } from './hand.ts';
import type { Stage } from './stage.ts';

const reasons = ['wait', 'attitude', 'skill', 'procedure', 'environment', 'other'] as const;

interface ExplainingProps {
  readonly stage: Extract<Stage, { is: 'explaining' }>;
  readonly now: number;
  readonly doing: Doing;
}

/** Only after 不满意: a few tags, and leave to skip them. */
export function Explaining({ stage, now, doing }: ExplainingProps) {
  const w = words(rating);
  const [said, setSaid] = useState<readonly Reason[]>([]);
  const turn = (reason: Reason) =>
    setSaid(said.includes(reason) ? said.filter((r) => r !== reason) : [...said, reason]);
  const { prompt, changeLeft } = stage;
  const until = prompt.given?.explainUntil ?? prompt.until;
  return (
    <section class="explaining">
      <h1>
        {w.why} <small>{w.whyHow}</small>
      </h1>
      <ul class="reasons">
        {reasons.map((reason) => (
          <li key={reason}>
            <Button
              icon={said.includes(reason) && <Check />}
              pressed={said.includes(reason)}
              onPress={() => turn(reason)}
            >
              {w.reason[reason]}
            </Button>
          </li>
        ))}
      </ul>
      <div class="asking-aside">
        {said.length === 0 ? (
          <Button onPress={() => doing.explain([])}>{w.skip}</Button>
        ) : (
          <Button kind="next" onPress={() => doing.explain(said)}>
            {w.submit}
          </Button>
        )}
        {changeLeft > 0 && (
          <Button onPress={doing.change}>{w.alter(Math.ceil(changeLeft / 1000))}</Button>
        )}
        <p>{w.left(secondsLeft(until, now))}</p>
      </div>
    </section>
  );
}
