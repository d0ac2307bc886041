import { catalogue } from './catalogue.ts';

/** Early warnings 苗头, as the panel says them. */
export const warnings = catalogue({
  zh: {
    warnings: '苗头',
    warningsNone: '没有待处理的苗头',
    daysLate: (n: number) => `超 ${n} 天`,
    warningFrom: {
      rating: (n: string) => `${n} 的客户不满意`,
      wait: (cls: string) => `${cls}客户等候过了红线`,
      hand: () => '',
    },
    take: '我来处理',
    taken: (who: string) => `${who} 正在处理`,
    closeWarning: '已化解',
    turn: '转为投诉',
    raise: '登记苗头',
    raiseIs: '看到了什么（不写客户信息）',
    save: '登记',
  },
  en: {
    warnings: 'Early warnings',
    warningsNone: 'No early warnings',
    daysLate: (n: number) => `${n} d late`,
    warningFrom: {
      rating: (n: string) => `Customer ${n} is dissatisfied`,
      wait: (cls: string) => `${cls}: a wait went past red`,
      hand: () => '',
    },
    take: 'I see to it',
    taken: (who: string) => `${who} is at it`,
    closeWarning: 'Settled',
    turn: 'Make a complaint',
    raise: 'Early warning',
    raiseIs: 'What was seen (nothing about the customer)',
    save: 'Enter',
  },
});
