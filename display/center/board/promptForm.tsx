import { useState } from 'preact/hooks';
import type { SentCommandOf } from '../../../shared/city/sent/commands.ts';
import type { BranchId, MonthName } from '../../../shared/ids.ts';
import { useAsk } from '../../../shared/screen/ask.ts';
import { words } from '../../../shared/screen/language.ts';
import { citySent } from '../../../shared/words/citySent.ts';
import { Letter, linesOf, type Written } from './letter.tsx';
import { Picked } from './picked.tsx';
import type { Picks } from './picks.tsx';
import type { BoardProps } from './props.ts';

interface PromptFormProps extends BoardProps {
  readonly picks: Picks;
  readonly month: MonthName;
  /** Those that were told nothing about this month. */
  readonly fresh: readonly BranchId[];
  /** How many were prompted last. */
  readonly told: number;
  readonly done: (n: number) => void;
}

/** One text; each branch is sent its own hours and figures with it. */
export function PromptForm({ link, picks, month, fresh, told, done }: PromptFormProps) {
  const w = words(citySent).prompts;
  const [letter, write] = useState<Written>({
    ...{ is: 'notice', title: w.title, text: w.text, tag: w.tag },
  });
  const { busy, refusal, run } = useAsk();
  const n = picks.all.length;
  const submit = async (event: Event) => {
    event.preventDefault();
    const { is, title, text, tag } = letter;
    const prompt: SentCommandOf<'sent.prompt'>['prompt'] = {
      ...{ is, title: title.trim(), lines: linesOf(text) },
      ...(tag.trim() && { tag: tag.trim() }),
    };
    const branches = [...picks.all];
    if (!(await run(() => link.send({ type: 'sent.prompt', month, branches, prompt })))) return;
    done(n);
    picks.set([]);
  };
  return (
    <Picked
      {...{ picks, offered: fresh, refusal, unpick: w.unpick }}
      says={n === 0 && told > 0 ? w.sent(told) : w.picked(n)}
      pickThem={w.pickNew(fresh.length)}
      submit={(event) => void submit(event)}
    >
      <Letter value={letter} onValue={write} />
      <button type="submit" class="button button-next" disabled={busy || !letter.title.trim()}>
        {w.send(n)}
      </button>
    </Picked>
  );
}
