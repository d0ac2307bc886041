import { Button } from '../../shared/screen/button.tsx';
import { Face } from '../../shared/screen/face.tsx';
import { words } from '../../shared/screen/language.ts';
import { rating } from '../../shared/words/rating.ts';
import type { Doing } from './hand.ts';
import type { Stage } from './stage.ts';

interface ThankingProps {
  readonly stage: Extract<Stage, { is: 'thanking' }>;
  readonly doing: Doing;
}

/** Thanks, and gone; a few seconds to change one's mind. */
export function Thanking({ stage, doing }: ThankingProps) {
  const w = words(rating);
  const { level, explained, changeLeft } = stage;
  return (
    <section class="thanking" aria-live="polite">
      <Face level={level} />
      <h1>{explained ? w.thanksWhy : w.thanks}</h1>
      <p>{w.given(w.level[level])}</p>
      {changeLeft > 0 && !explained && (
        <Button onPress={doing.change}>{w.alter(Math.ceil(changeLeft / 1000))}</Button>
      )}
    </section>
  );
}
