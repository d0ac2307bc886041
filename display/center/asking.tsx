import type { ComponentChildren } from 'preact';
import type { CityAnswerTo, CityQuestionType } from '../../shared/city/questions.ts';
import { Empty } from '../../shared/screen/empty.tsx';
import { pick, words } from '../../shared/screen/language.ts';
import { city } from '../../shared/words/city.ts';
import type { Answering } from './question.ts';

/** In place of figures that are on their way: a month of many branches takes a moment. */
export const Asking = () => <Empty says={words(city).asking} />;

interface AskedProps<T extends CityQuestionType> {
  readonly said: Answering<T>;
  readonly children: (answer: CityAnswerTo<T>) => ComponentChildren;
}

/** What was asked for, once it is known; until then, or instead, where it stands. */
export function Asked<T extends CityQuestionType>({ said, children }: AskedProps<T>) {
  if (said.is === 'asking') return <Asking />;
  if (said.is === 'refused') return <p role="alert">{pick(said.says)}</p>;
  return <>{children(said.answer)}</>;
}
