import { type Settings, settingsSchema } from './settings.ts';

const minutes = (n: number) => n * 60;

/**
 * A small branch, ready to use. From the domain's sources: classes, alert lines, targets, points,
 * the rules of calling. Ours: the services' usual durations, the counters, the crowd, idle,
 * burst and clearing figures, the texts. No hours are set, so nothing is refused for the time of day.
 */
const smallBranch = {
  branch: {
    id: 'branch-1',
    name: { zh: '示范网点', en: 'Sample branch' },
    timeZone: 'Asia/Shanghai',
  },
  hours: null,
  services: [
    {
      id: 'cash',
      name: { zh: '个人现金', en: 'Personal cash' },
      examples: { zh: '存款、取款、换零钱', en: 'Deposits, withdrawals, change' },
      prefix: 'A',
      usualSeconds: 300,
    },
    {
      id: 'account',
      name: { zh: '个人非现金', en: 'Personal accounts' },
      examples: { zh: '开户、办卡、挂失、转账', en: 'Accounts, cards, lost cards, transfers' },
      prefix: 'B',
      usualSeconds: 480,
    },
    {
      id: 'business',
      name: { zh: '对公业务', en: 'Business banking' },
      examples: { zh: '单位开户、对公转账、回单', en: 'Company accounts, transfers, receipts' },
      prefix: 'C',
      usualSeconds: 720,
    },
    {
      id: 'wealth',
      name: { zh: '理财咨询', en: 'Savings and investment' },
      examples: { zh: '定期、理财、基金、保险', en: 'Term deposits, funds, insurance' },
      prefix: 'D',
      usualSeconds: 900,
    },
  ],
  counters: [
    counter(1, ['cash', 'account'], ['ordinary', 'care']),
    counter(2, ['cash', 'account'], ['ordinary', 'premium', 'care']),
    counter(3, ['cash', 'account', 'business'], ['ordinary', 'premium', 'care']),
    counter(4, ['account', 'business'], ['ordinary', 'premium', 'care']),
    counter(5, ['wealth', 'account'], ['premium', 'care', 'ordinary']),
  ],
  prefixes: { premium: 'V', care: 'S' },
  lines: {
    ordinary: { yellow: minutes(10), orange: minutes(20), red: minutes(30) },
    premium: { yellow: minutes(5), orange: minutes(10), red: minutes(20) },
  },
  targets: { ordinary: minutes(10), premium: minutes(5) },
  rules: {
    callGap: 15,
    recallGap: 20,
    callsBeforeMissed: 2,
    comeBackWithinCalls: 3,
    putBackPlaces: 3,
    undoWithin: 10,
    passedOverAtMost: 3,
    ordinaryBetweenPremium: 2,
    dayEnds: '04:00',
  },
  rating: {
    window: 30,
    moreTime: 30,
    changeWithin: 5,
    ignoreTouchesMs: 800,
    points: { verySatisfied: 100, satisfied: 85, fair: 60, dissatisfied: 0 },
  },
  alerts: {
    repeatEvery: minutes(10),
    clearsUnder: 0.9,
    crowdPerCounter: 8,
    idleAfter: 60,
    missedBurst: { calls: 5, within: minutes(10) },
    adviseAfter: minutes(5),
    recipients: {
      yellow: ['大堂经理'],
      orange: ['大堂经理', '网点负责人'],
      red: ['大堂经理', '网点负责人', '支行领导'],
    },
  },
  minimumSample: { tickets: 100, ratings: 30 },
  texts: {
    pledge: {
      zh: '以心相待，用时间证明：您的等候，我们每一分钟都在意。',
      en: 'Every minute you wait matters to us.',
    },
    notices: [
      {
        zh: '如需帮助，请随时告诉大堂经理。',
        en: 'If you need help, please ask the lobby manager.',
      },
      {
        zh: '老年人、残障人士、孕妇、军人可优先办理。',
        en: 'Priority for the elderly, disabled, pregnant and soldiers.',
      },
    ],
  },
};

function counter(n: number, services: string[], classes: string[]) {
  return { id: String(n), name: { zh: `${n}号窗口`, en: `Counter ${n}` }, services, classes };
}

export const defaultSettings: Settings = settingsSchema.parse(smallBranch);
