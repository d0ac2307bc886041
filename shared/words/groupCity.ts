import type { NoticeKind } from '../floor/notices/commands.ts';
import type { FromCenter } from '../floor/notices/facts.ts';
import { catalogue } from './catalogue.ts';
import type { GroupLanguage } from './group.ts';

const groupCity = catalogue({
  zh: {
    kinds: {
      bulletin: (number: string) => `【通报】上级下发了通报${number}。`,
      notice: (number: string) => `【通知】上级下发了一条通知${number}。`,
      warning: (number: string) => `【警示】上级下发了一条警示${number}。`,
    },
    late: (month: string, share: string, n: number) =>
      `${month} 的 ${n} 次等候中，超橙线 ${share}。`,
    worst: (hours: string) => `集中在 ${hours}。`,
    join: '、',
    read: '请在负责人屏上查收。',
  },
  en: {
    kinds: {
      bulletin: (number: string) => `[Circular] The city sent down a circular${number}.`,
      notice: (number: string) => `[Notice] The city sent down a notice${number}.`,
      warning: (number: string) => `[Warning] The city sent down a warning${number}.`,
    },
    late: (month: string, share: string, n: number) =>
      `${month}: ${share} of ${n} waits were over orange.`,
    worst: (hours: string) => `Mostly at ${hours}.`,
    join: ', ',
    read: 'Read it on the branch’s panel.',
  },
});

/** That something came from above, for a group: its kind, number and counts. What was typed stays on the board. */
export function cityText(
  language: GroupLanguage,
  { kind, number, figures }: Omit<FromCenter, 'sent'> & { readonly kind: NoticeKind },
): string {
  const w = groupCity[language];
  const hours = figures?.hours.slice(0, 3).map(({ at }) => at) ?? [];
  return [
    w.kinds[kind](number ? ` ${number}` : ''),
    figures && figures.n > 0
      ? w.late(figures.month, `${Math.round((figures.late / figures.n) * 100)}%`, figures.n)
      : null,
    hours.length > 0 ? w.worst(hours.join(w.join)) : null,
    w.read,
  ]
    .filter((part) => part !== null)
    .join('\n');
}
