import { catalogue } from './catalogue.ts';

/** The line of those who wait: classes of customers, the three lines, and all of it as a sentence. */
export const line = catalogue({
  zh: {
    classes: { ordinary: '普通', premium: '中高端', care: '特殊关爱', unrecorded: '未登记' },
    lines: { yellow: '黄线', orange: '橙线', red: '红线' },
    justCame: '刚到',
    within: '线内',
    past: { yellow: '过黄线', orange: '过橙线', red: '过红线' },
    minutesOf: (name: string, minutes: number) => `${name} ${minutes} 分`,
    nobody: '现在没有客户等候',
    people: (n: number) => `${n} 人等候`,
    longest: (number: string, time: string) => `最长 ${number}，已等 ${time}`,
    crossed: (name: string, n: number) => `${name} ${n} 人`,
    stop: '。',
    comma: '，',
  },
  en: {
    classes: { ordinary: 'Ordinary', premium: 'Premium', care: 'Care', unrecorded: 'Unrecorded' },
    lines: { yellow: 'Yellow line', orange: 'Orange line', red: 'Red line' },
    justCame: 'Just came',
    within: 'Within',
    past: { yellow: 'Past yellow', orange: 'Past orange', red: 'Past red' },
    minutesOf: (name: string, minutes: number) => `${name} ${minutes}′`,
    nobody: 'Nobody is waiting',
    people: (n: number) => `${n} waiting`,
    longest: (number: string, time: string) => `longest ${number}, ${time}`,
    crossed: (name: string, n: number) => `${name} ${n}`,
    stop: '.',
    comma: ', ',
  },
});
