import { useEffect, useState } from 'preact/hooks';
import type {
  CityAnswerTo,
  CityQuestionOf,
  CityQuestionType,
} from '../../shared/city/questions.ts';
import type { Text } from '../../shared/settings.ts';
import { common } from '../../shared/words/common.ts';
import type { CityLink } from './link.ts';

/** Where a question stands; while it is asked anew, what was known of it stays. */
export type Answering<T extends CityQuestionType> =
  | { readonly is: 'asking' }
  | { readonly is: 'known'; readonly answer: CityAnswerTo<T> }
  | { readonly is: 'refused'; readonly says: Text };

const silence: Text = { zh: common.zh.notKnown, en: common.en.notKnown };
const AGAIN = 5000;

interface Kept<T extends CityQuestionType> {
  readonly key: string | null;
  readonly state: Answering<T>;
}

/**
 * What the center answers to a question, asked anew whenever the question or `again` changes, and when a
 * lost center is back.
 *
 * @param question null: nothing to ask now
 */
export function useCity<T extends CityQuestionType>(
  link: CityLink,
  question: CityQuestionOf<T> | null,
  again: string | number = '',
): Answering<T> {
  const key = question && JSON.stringify(question);
  const [kept, keep] = useState<Kept<T>>({ key, state: { is: 'asking' } });
  const isLive = link.status.value === 'live';
  useEffect(() => {
    if (!key || !isLive) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const put = async () => {
      const said = await link.ask<T>(JSON.parse(key) as CityQuestionOf<T>);
      if (over) return;
      if (!said) timer = setTimeout(() => void put(), AGAIN);
      keep((last) => {
        if (said?.ok) return { key, state: { is: 'known', answer: said.answer } };
        const isKnown = last.key === key && last.state.is === 'known' && !said;
        return isKnown ? last : { key, state: { is: 'refused', says: said?.says ?? silence } };
      });
    };
    void put();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [link, key, again, isLive]);
  return kept.key === key ? kept.state : { is: 'asking' };
}
