import { catalogue } from './catalogue.ts';

/** Places that any city has: nobody is meant by them. */
const zh = [
  ...[
    '滨河路',
    '人民广场',
    '师范街',
    '火车站',
    '学院路',
    '老城',
    '工业园',
    '市医院',
    '新区',
    '东门',
  ],
  ...['体育场', '码头', '植物园', '西山', '南市', '北关', '东湖', '文化宫', '果园', '石桥'],
];
const en = [
  ...[
    'Riverside',
    'People’s Square',
    'Normal School Street',
    'Station',
    'College Road',
    'Old Town',
  ],
  ...['Industrial Park', 'City Hospital', 'New District', 'East Gate', 'Stadium', 'Wharf'],
  ...['Botanical Garden', 'West Hill', 'South Market', 'North Gate', 'East Lake', 'Culture Palace'],
  ...['Orchard', 'Stone Bridge'],
];
const of = (names: readonly string[], n: number) => String(names[n % names.length]);
const second = (n: number, more: string) => (n >= zh.length ? more : '');

/** What a simulated city is called, and what its inspectors write. */
export const cityNames = catalogue({
  zh: {
    city: '示范市分行',
    side: (n: number) =>
      ['城东一级支行', '城西一级支行', '城南一级支行'][n] ?? `第${n + 1}一级支行`,
    branch: (n: number) => `${of(zh, n)}${second(n, '第二')}支行`,
    remark: '检查时不符合要求，已当场指出',
    evidence: '已对照标准整改，复查合格',
    rejects: '当月该网点两台设备更换，情况特殊，本次不予采纳',
    appeals: '对当月评价样本有异议，申请复核',
    despite: '演示：按已收到的数据关账',
    admin: '演示管理员',
  },
  en: {
    city: 'Sample city',
    side: (n: number) => ['East side', 'West side', 'South side'][n] ?? `Side ${n + 1}`,
    branch: (n: number) => `${of(en, n)}${second(n, ' 2')}`,
    remark: 'Not as it should be; shown on the spot',
    evidence: 'Put right by the standard, and looked at again',
    rejects: 'Two devices were replaced that month: an exception',
    appeals: 'The sample of ratings is in doubt: to be looked at again',
    despite: 'Demo: closed with what has arrived',
    admin: 'Demo administrator',
  },
});
