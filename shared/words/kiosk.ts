import { catalogue } from './catalogue.ts';

interface Rule {
  readonly passedOver: number;
  readonly comeBack: number;
  /** How the last step chooses: `rescue` has its price, and says so. */
  readonly last: 'share' | 'rescue';
}

/** The ticket kiosk 取号机. */
export const kiosk = catalogue({
  zh: {
    tab: '取号',
    choose: '请选择您要办理的业务',
    choosePremium: '贵宾客户您好，请选择业务',
    chooseHow: '触摸一下，即可取号',
    stuck: '暂时不能取号，请找大堂经理',
    alone: '网络断了，号照样取。',
    seatAlone: '请到等候区就座，听工作人员叫号。',
    waiting: (n: number) => (n === 0 ? '无人等候' : `${n} 人等候`),
    noCounter: '暂无窗口',
    larger: '大字版',
    usual: '标准版',
    help: '需要帮助',
    helpComesShort: '正在过来',
    lowReach: '低位操作',
    usualReach: '恢复高位',
    more: '更多业务',
    page: (n: number, of: number) => `第 ${n} 页，共 ${of} 页`,
    rule: (r: Rule) =>
      `叫号顺序：过号后 ${r.comeBack} 次叫号内回来的、已被越过 ${r.passedOver} 次的，先办；其次是老年人、残障人士、孕妇和军人；${r.last === 'rescue' ? '其余先请马上要等过时限的；这样超时的人更少，但已经超时的会再多等一会儿。' : '其余谁的等候最接近时限，先请谁。'}`,
    ruleShort: (last: Rule['last']): string =>
      last === 'rescue'
        ? '优先号先办，其余先请马上要超时的；已超时的会再多等一会儿。'
        : '优先号先办，其余谁最接近时限先请谁。',
    idle: (s: number) => `${s} 秒后回到首页，触摸可继续`,
    yours: '您的号码',
    ahead: (n: number) => (n === 0 ? '前面没有人' : `约 ${n} 人在前`),
    expected: '预计等候',
    seat: '请到等候区就座，留意大屏叫号。',
    remember: '请记住您的号码',
    paper: {
      take: '请取走号票',
      paperOut: '打印机缺纸，请记住号码或拍照',
      coverOpen: '打印机上盖打开，请记住号码或拍照',
      error: '打印机故障，请记住号码或拍照',
      unreachable: '打印机没有回应，请记住号码或拍照',
      none: '触摸即可取号。暂不出纸，号码显示在屏幕上',
    },
    done: '完成',
    nameless: '号票不含个人信息',
    card: '持卡取号',
    ordinary: '普通取号',
    privacy: '隐私说明',
  },
  en: {
    tab: 'Tickets',
    choose: 'What can we do for you?',
    choosePremium: 'Welcome. What can we do?',
    chooseHow: 'One touch gives you a number',
    stuck: 'No tickets just now: please ask the lobby manager',
    alone: 'Network down: you still get a number.',
    seatAlone: 'Please take a seat: the staff will call your number.',
    waiting: (n: number) => (n === 0 ? 'none waiting' : `${n} waiting`),
    noCounter: 'no counter',
    larger: 'Larger text',
    usual: 'Usual size',
    help: 'I need help',
    helpComesShort: 'Help is coming',
    lowReach: 'Lower keys',
    usualReach: 'Usual height',
    more: 'More services',
    page: (n: number, of: number) => `Page ${n} of ${of}`,
    rule: (r: Rule) =>
      `Who goes next: anyone back within ${r.comeBack} calls of missing theirs or passed over ${r.passedOver} times; then the elderly, disabled, pregnant and soldiers; ${r.last === 'rescue' ? 'then whoever is about to pass their waiting limit; fewer pass it, but those already past it wait longer.' : 'then whoever is nearest to their waiting limit.'}`,
    ruleShort: (last: Rule['last']): string =>
      last === 'rescue'
        ? 'Priority first, then whoever is about to pass their limit; those past it wait longer.'
        : 'Priority first, then whoever is nearest to their limit.',
    idle: (s: number) => `Back to the start in ${s} s. Touch to stay`,
    yours: 'Your number',
    ahead: (n: number) => (n === 0 ? 'Nobody ahead' : `About ${n} ahead`),
    expected: 'Expected wait',
    seat: 'Please take a seat and watch the display.',
    remember: 'Please remember your number',
    paper: {
      take: 'Please take your ticket',
      paperOut: 'Out of paper: please remember or photograph your number',
      coverOpen: 'Printer is open: please remember or photograph your number',
      error: 'Printer fault: please remember or photograph your number',
      unreachable: 'Printer not answering: please remember or photograph your number',
      none: 'One touch gives you a number, on the screen only: no paper just now',
    },
    done: 'Done',
    nameless: 'A ticket holds no personal data',
    card: 'Use my card',
    ordinary: 'Without card',
    privacy: 'Privacy',
  },
});
