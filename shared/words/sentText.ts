import type { SentBodyOf } from '../down/item.ts';

type Language = 'zh' | 'en';

const kinds = {
  zh: { bulletin: '通报', notice: '通知', warning: '警示' },
  en: { bulletin: 'Bulletin', notice: 'Notice', warning: 'Warning' },
} as const;
const toSo = {
  zh: (n: number) => `下发 ${n} 个网点`,
  en: (n: number) => `To ${n} ${n === 1 ? 'branch' : 'branches'}`,
} as const;
const takenBack = {
  zh: (title: string, why: string) => `【撤回】${title}\n${why}`,
  en: (title: string, why: string) => `[Withdrawn] ${title}\n${why}`,
} as const;

/** A circular, notice or warning of the city as a text for a group. */
export function sentText(
  language: Language,
  { is, title, number, lines }: SentBodyOf<'notice'>,
  branches: number,
): string {
  const kind = kinds[language][is];
  const head = language === 'zh' ? `【${kind}】${title}` : `[${kind}] ${title}`;
  return [head, ...(number ? [number] : []), ...lines, toSo[language](branches)].join('\n');
}

export const takenBackText = (language: Language, title: string, why: string) =>
  takenBack[language](title, why);
