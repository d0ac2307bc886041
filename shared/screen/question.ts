import { useEffect, useState } from 'preact/hooks';
import type { AnswerTo, Question, QuestionOf, QuestionType } from '../questions/questions.ts';
import type { Text } from '../settings.ts';
import { common } from '../words/common.ts';
import type { Link } from './link.ts';

/** Where a question stands: `before` is what was known of the same question until now. */
export type Answering<T extends QuestionType> =
  | { readonly is: 'asking' }
  | { readonly is: 'known'; readonly at: number; readonly answer: AnswerTo<T> }
  | { readonly is: 'refused'; readonly says: Text };

const silence: Text = { zh: common.zh.notKnown, en: common.en.notKnown };
const asking = { is: 'asking' } as const;

/** Real milliseconds after which a question is put again that nobody answered, or one too many. */
const AGAIN = 5000;

interface Kept<T extends QuestionType> {
  readonly key: string | null;
  readonly state: Answering<T>;
}

/**
 * What the hub answers to a question, asked anew whenever the question or `again` changes, and when
 * a lost hub is back. While the same question is asked anew the old answer stays.
 *
 * @param question null: nothing to ask now
 * @param again anything that tells when an answer is out of date: a revision, a minute
 */
export function useQuestion<T extends QuestionType>(
  link: Link,
  question: QuestionOf<T> | null,
  again: string | number = '',
): Answering<T> {
  const key = question && JSON.stringify(question);
  const [kept, keep] = useState<Kept<T>>({ key, state: asking });
  const isLive = link.status.value === 'live';
  useEffect(() => {
    if (!key || !isLive) return;
    const asked = JSON.parse(key) as QuestionOf<T>;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const put = async () => {
      const said = await link.ask<T>(asked as Extract<Question, { type: T }>);
      if (over) return;
      const comesAgain = !said || (!said.ok && said.code === 'rate.exceeded');
      if (comesAgain) timer = setTimeout(() => void put(), AGAIN);
      keep((last) => {
        if (said?.ok) return { key, state: { is: 'known', at: said.at, answer: said.answer } };
        const isKnown = last.key === key && last.state.is === 'known' && comesAgain;
        return isKnown ? last : { key, state: { is: 'refused', says: said?.says ?? silence } };
      });
    };
    void put();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [link, key, again, isLive]);
  return kept.key === key ? kept.state : asking;
}
