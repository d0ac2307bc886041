import { voice } from '../../words/voice.ts';
import { enNumber, type Sentence, spell, zhNumber } from './compose.ts';
import type { Due } from './guidance.ts';

type Language = Sentence['language'];

const fixed = (part: 'choose' | 'help' | 'rate' | 'thanks') => (language: Language) => ({
  ...{ language, clips: [`${language}-${part}`], text: voice[language][part] },
});

/** What the kiosk and the rating terminal say, short and neutral; all of it is on the screen too. */
export const guide = {
  choose: fixed('choose'),
  help: fixed('help'),
  rate: fixed('rate'),
  thanks: fixed('thanks'),
  /** “您的号码是A012，前面大约还有3位，请坐下等候叫号。” */
  taken(language: Language, number: string, ahead: number): Sentence {
    const spelled = spell(language, number);
    const text = voice[language].taken([...number].join(' '), ahead);
    const clips = [`${language}-yours`, ...spelled, ...aheadOf[language](ahead), `${language}-sit`];
    return { language, clips, text };
  },
} satisfies Record<string, (language: Language, ...more: never[]) => Sentence>;

export const sentenceFor = (due: Due, language: Language): Sentence =>
  due.say === 'taken' ? guide.taken(language, due.number, due.ahead) : guide[due.say](language);

/** People are counted: two of them are 两位. */
const aheadOf = {
  zh: (n: number) =>
    n < 1
      ? ['zh-nobody']
      : ['zh-ahead', ...(n === 2 ? ['zh-liang'] : zhNumber(Math.min(n, 999))), 'zh-people'],
  en: (n: number) =>
    n < 1
      ? ['en-nobody']
      : ['en-about', ...enNumber(Math.min(n, 999)), n === 1 ? 'en-person' : 'en-people'],
};
