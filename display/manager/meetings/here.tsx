import type { PresidentVisit } from '../../../shared/floor/presidents/state.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { Button } from '../../../shared/screen/button.tsx';
import { useDraft } from '../../../shared/screen/draft.ts';
import { words } from '../../../shared/screen/language.ts';
import type { Link } from '../../../shared/screen/link.ts';
import { Refusal } from '../../../shared/screen/notice.tsx';
import { useNow } from '../../../shared/screen/now.ts';
import { runningTime } from '../../../shared/screen/time.ts';
import { duties as dutyWords } from '../../../shared/words/duties.ts';

/** Text of several lines as its lines; empty ones are none. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Somebody who is in the lobby now: how long, and what was solved. */
export function HereNow({ link, visit }: { link: Link; visit: PresidentVisit }) {
  const w = words(dutyWords);
  const now = useNow(link);
  const draft = useDraft(link, `president ${visit.id}`, { solved: '' });
  const { busy, refusal, run } = useAsk();
  if (visit.situation.is !== 'here') return null;
  const { since } = visit.situation;
  const leave = async () => {
    const solved = linesOf(draft.value.solved);
    if (await run(() => link.send({ type: 'president.leave', visit: visit.id, solved })))
      draft.clear();
  };
  return (
    <div class="clock-card">
      <p>{w.here(visit.as, visit.from)}</p>
      <output>{runningTime(Math.max(0, now - since))}</output>
      <label class="field">
        <small>{w.solved}</small>
        <textarea
          {...{ rows: 3, value: draft.value.solved, placeholder: w.solvedEg }}
          onInput={(event) => draft.set({ solved: event.currentTarget.value })}
        />
      </label>
      <Button {...{ kind: 'next', class: 'big', busy }} onPress={() => void leave()}>
        {w.leave}
      </Button>
      <Refusal says={refusal} />
    </div>
  );
}
