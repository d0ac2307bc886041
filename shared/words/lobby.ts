import { catalogue } from './catalogue.ts';

/** The lobby display 大屏, read from the last row. */
export const lobby = catalogue({
  zh: {
    tab: '大屏',
    calling: '请到窗口办理',
    welcome: '欢迎光临',
    welcomeMeans: '请在取号机取号，叫到的号码会显示在这里。',
    over: '今天的业务已经结束',
    overMeans: '谢谢您的光临。',
    doing: {
      called: '请客户到窗口',
      serving: '办理中',
      free: '空闲',
      paused: '暂停服务',
      closed: '未开放',
    },
    waitingNow: '现在等候',
    people: '人',
    ahead: (n: number) => `约 ${n} 人在前`,
    noCounter: '暂无窗口',
  },
  en: {
    tab: 'Lobby display',
    calling: 'Now calling',
    welcome: 'Welcome',
    welcomeMeans: 'Take a number at the kiosk; it will appear here when called.',
    over: 'We are closed for today',
    overMeans: 'Thank you for coming.',
    doing: {
      called: 'please come',
      serving: 'serving',
      free: 'free',
      paused: 'paused',
      closed: 'closed',
    },
    waitingNow: 'Waiting',
    people: '',
    ahead: (n: number) => `about ${n} ahead`,
    noCounter: 'no counter',
  },
});
