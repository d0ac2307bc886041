import { Button } from '../../shared/screen/button.tsx';
import { Face } from '../../shared/screen/face.tsx';
import { LanguageSwitch } from '../../shared/screen/frame.tsx';
import { words } from '../../shared/screen/language.ts';
import { TicketNumber } from '../../shared/screen/number.tsx';
import { secondsLeft } from '../../shared/screen/time.ts';
import type { RatingLevel } from '../../shared/visit/ticket.ts';
import { rating } from '../../shared/words/rating.ts';
import type { Doing } from './hand.ts';
import type { Stage } from './stage.ts';

const levels = ['verySatisfied', 'satisfied', 'fair', 'dissatisfied'] as const;

interface AskingProps {
  readonly stage: Extract<Stage, { is: 'asking' }>;
  readonly now: number;
  readonly doing: Doing;
}

/** Four faces, alike in size and weight; a change of mind shows them again. */
export function Asking({ stage, now, doing }: AskingProps) {
  const w = words(rating);
  const { prompt, chosen } = stage;
  const until = prompt.given?.changeUntil ?? prompt.until;
  return (
    <section class="asking">
      <h1>
        {chosen ? w.change : w.ask}
        <TicketNumber value={prompt.number} />
      </h1>
      <ul class="faces">
        {levels.map((level) => (
          <li key={level}>
            <FaceButton level={level} chosen={chosen === level} choose={doing.choose} />
          </li>
        ))}
      </ul>
      <div class="asking-aside">
        {!chosen && <Button onPress={doing.decline}>{w.decline}</Button>}
        {!chosen && <Button onPress={doing.extend}>{w.extend}</Button>}
        {!chosen && <LanguageSwitch remember={false} />}
        <p>{w.left(secondsLeft(until, now))}</p>
      </div>
    </section>
  );
}

interface FaceButtonProps {
  readonly level: RatingLevel;
  readonly chosen: boolean;
  readonly choose: (level: RatingLevel) => void;
}

function FaceButton({ level, chosen, choose }: FaceButtonProps) {
  return (
    <button
      type="button"
      class="face-button"
      aria-pressed={chosen || undefined}
      onClick={() => choose(level)}
    >
      <Face level={level} />
      {words(rating).level[level]}
    </button>
  );
}
