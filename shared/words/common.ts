import { catalogue } from './catalogue.ts';

/** What every screen says. */
export const common = catalogue({
  zh: {
    insecure: '与主机的连接没有加密，同一网络上的人可以看到画面内容。',
    otherLanguage: 'English',
    connecting: '正在连接主机',
    connectingMeans: '连上后会自动显示，无需操作。',
    lost: (since: string) => `与主机失去联系，正在重连。画面停在 ${since}。`,
    lostFirst: '连不上主机，正在重试。',
    notAccepting: '主机暂时只供查看，操作不会保存。',
    damaged: (where: string, seq: number | null) =>
      `账本${seq === null ? '' : `从第 ${seq} 条起`}有损坏（${where}），主机只供查看，请联系管理员。`,
    notSent: '与主机失去联系，这一步没有送出，请稍后再按一次。',
    notAnswered: '主机没有回答，这一步可能没有保存，请看画面是否变化后再按。',
    notKnown: '主机没有回答，请稍后再看。',
    level: { yellow: '黄色', orange: '橙色', red: '红色' },
    minuteRange: (from: number, to: number) =>
      from >= to ? `${to} 分钟` : from === 0 ? `${to} 分钟以内` : `${from}–${to} 分钟`,
    noWait: '无需等候',
    people: (n: number) => `${n} 人`,
    today: '今天',
    tomorrow: '明天',
  },
  en: {
    insecure: 'Not encrypted: anybody on this network can read what this screen shows.',
    otherLanguage: '中文',
    connecting: 'Connecting to the hub',
    connectingMeans: 'This page will fill by itself.',
    lost: (since: string) => `The hub is out of reach, reconnecting. Shown as of ${since}.`,
    lostFirst: 'The hub cannot be reached; trying again.',
    notAccepting: 'The hub only shows for now; nothing would be saved.',
    damaged: (where: string, seq: number | null) =>
      `The ledger is damaged${seq === null ? '' : ` from entry ${seq} on`} (${where}): the hub only shows. Call support.`,
    notSent: 'The hub is out of reach: nothing was sent. Please press again shortly.',
    notAnswered: 'No answer: this may not have been saved. See if the screen changed, then retry.',
    notKnown: 'The hub gave no answer; please look again shortly.',
    level: { yellow: 'Yellow', orange: 'Orange', red: 'Red' },
    minuteRange: (from: number, to: number) =>
      from >= to ? `${to} min` : from === 0 ? `under ${to} min` : `${from}–${to} min`,
    noWait: 'No wait',
    people: (n: number) => (n === 1 ? '1 person' : `${n} people`),
    today: 'today',
    tomorrow: 'tomorrow',
  },
});
