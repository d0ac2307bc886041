import { catalogue } from './catalogue.ts';

/** The ticket on paper 号票. Letters that every GB2312 font has: no en dash, no rare signs. */
export const paper = catalogue({
  zh: {
    classes: { premium: '贵宾号', care: '优先号' },
    ahead: (n: number) => (n === 0 ? '前面没有人' : `前面约 ${n} 人`),
    wait: (from: number, to: number) =>
      from === 0
        ? `预计等候 ${to} 分钟以内`
        : `预计等候 ${from === to ? to : `${from}～${to}`} 分钟`,
    noWait: '无需等候',
    listen: '请留意叫号',
    missed: '过号后请找大堂经理',
    scan: '扫码查看排队进度',
    again: (time: string) => `${time} 补打`,
    test: '测试号，不办理业务',
  },
  en: {
    classes: { premium: 'Premium', care: 'Priority' },
    ahead: (n: number) => (n === 0 ? 'Nobody ahead of you' : `About ${n} ahead of you`),
    wait: (from: number, to: number) =>
      from === 0
        ? `Expected wait under ${to} min`
        : `Expected wait ${from === to ? to : `${from} to ${to}`} min`,
    noWait: 'No wait',
    listen: 'Please listen for your number',
    missed: 'If you miss it, ask the lobby manager',
    scan: 'Scan to follow your turn',
    again: (time: string) => `Printed again at ${time}`,
    test: 'Test only, not for service',
  },
});
