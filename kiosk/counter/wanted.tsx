import { namesOf } from '../../shared/screen/advice.tsx';
import { words } from '../../shared/screen/language.ts';
import { Notice } from '../../shared/screen/notice.tsx';
import { clockTime } from '../../shared/screen/time.ts';
import type { CounterView } from '../../shared/views/counter.ts';
import { advice as adviceWords } from '../../shared/words/advice.ts';

/** What the manager asks of this counter: it takes a person to do it. */
export function WantedHere({ wanted, branch }: Pick<CounterView, 'wanted' | 'branch'>) {
  if (!wanted) return null;
  const more = wanted.more ? namesOf(wanted.more) : '';
  return (
    <Notice>{words(adviceWords).wanted[wanted.does](clockTime(branch, wanted.until), more)}</Notice>
  );
}
