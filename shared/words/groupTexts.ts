import { catalogue } from './catalogue.ts';

/** What is said of a circular in the group: 通报, 通知, 警示. */
export const groupWords = catalogue({
  zh: {
    notice: '【通报】',
    task: '【通知】',
    warning: '【警示】',
    issued: (number: string, month: string) =>
      `${number}（${month}）已印发，请各网点在负责人屏上查收。`,
    best: (names: string) => `前列网点：${names}。`,
    lowest: (names: string) => `后列网点：${names}。`,
    ask: '请各网点组织学习，对照检查；后列网点请尽快提交整改措施。',
    warn: (name: string, place: number, of: number) =>
      `${name}：综合排名第 ${place} 名（共 ${of} 名）。`,
    warnTimes: (times: number) => `本年第 ${times} 次列后列。`,
    figures: (wait: string, satisfaction: string, invitation: string) =>
      `平均等候 ${wait} 分钟，满意度 ${satisfaction} 分，发起评价率 ${invitation}。`,
    document: '各项排名全表见市中心“通报”里的 Word、Excel 文件。',
    rest: (n: number) => `另有 ${n} 行和各项排名全表见市中心“通报”里的 Word、Excel 文件。`,
    follow: '请负责人查明原因，制定整改措施，整改情况滚动跟踪到指标回到警戒线以下。',
  },
  en: {
    notice: '[Circular] ',
    task: '[Notice] ',
    warning: '[Warning] ',
    issued: (number: string, month: string) =>
      `${number} (${month}) is issued: read it on the panel of your branch.`,
    best: (names: string) => `First: ${names}.`,
    lowest: (names: string) => `Last: ${names}.`,
    ask: 'Read it together and compare; those among the last send in what they will do, soon.',
    warn: (name: string, place: number, of: number) =>
      `${name}: place ${place} of ${of} in the combined ranking.`,
    warnTimes: (times: number) => `For the ${times}th time among the last this year.`,
    figures: (wait: string, satisfaction: string, invitation: string) =>
      `Average wait ${wait} min, satisfaction ${satisfaction}, invitation rate ${invitation}.`,
    document: 'All rankings in full: the Word and Excel files under Circulars at the center.',
    rest: (n: number) =>
      `${n} more rows and all rankings in full: the Word and Excel files under Circulars at the center.`,
    follow: 'Find the cause and plan what is to be done; it is followed until the figure is back.',
  },
});
