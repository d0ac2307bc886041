import { catalogue } from './catalogue.ts';

const NUMERALS = [...'一二三四五六七八九十'].concat([...'一二三四五六七八九'].map((d) => `十${d}`));

/** Reports 报表: what is said around the tables, on the screen and in files. */
export const reports = catalogue({
  zh: {
    kinds: { day: '日报', week: '周报', month: '月报', year: '年报' },
    titles: {
      day: '服务质效日报',
      week: '服务质效周报',
      month: '服务考核月报',
      year: '服务质效年报',
    },
    /** 发文字号 */
    numbered: (kind: string, year: string, n: number) => `厅堂${kind}〔${year}〕${n}号`,
    dayName: (y: number, m: number, d: number) => `${y}年${m}月${d}日`,
    weekName: (y: number, n: number) => `${y}年第${n}周`,
    monthName: (y: number, m: number) => `${y}年${m}月`,
    yearName: (y: number) => `${y}年`,
    span: (from: string, to: string) => `${from}至${to}`,
    open: '统计未结束，数字仍会变动',
    asOf: '截至目前',
    closed: '已结账',
    days: (n: number) => `营业 ${n} 天`,
    none: '这一期没有营业记录。',
    noneMeans: '换一个日期看看，或者等到营业以后。',
    lost: (dates: string) => `以下营业日由旧版程序结账、明细已到期清理，没有可用的数字：${dates}`,
    imported: (days: number, atCall: number) =>
      `其中 ${days} 天为从其他系统导入的历史数据，不是本系统实测${atCall > 0 ? `；有 ${atCall} 天的等候只计到叫号，不含叫号到受理的时间` : ''}。`,
    summary: (n: { days: number; tickets: number; served: number; abandoned: number }) =>
      `本期营业 ${n.days} 天，取号 ${n.tickets} 张，办理 ${n.served} 人，弃号 ${n.abandoned} 人。`,
    sentence: (parts: readonly string[]) => `${parts.join('；')}。`,
    openSentence: '统计还没有结束，以上数字仍会变动。',
    average: (minutes: string, n: number) => `平均等候 ${minutes} 分钟（${n} 人）`,
    said: (points: string, n: number) => `客户满意度 ${points} 分（${n} 人评价）`,
    total: (score: string, weight: number, of: number) =>
      weight < of
        ? `考核得分 ${score} 分；有数据的指标只占权重 ${weight}，没有数据的 ${of - weight} 不计分，也不分摊。`
        : `考核得分 ${score} 分（满分 ${of}）。`,
    units: { minutes: '分钟', points: '分', count: '' },
    ruleLine: (v: {
      version: string;
      ordinary: string;
      premium: string;
      tickets: number;
      ratings: number;
    }) =>
      `版本 ${v.version}：等候目标 普通 ${v.ordinary} 分钟、中高端 ${v.premium} 分钟；样本下限 ${v.tickets} 张号票、${v.ratings} 次评价。权重由本系统预置，可按版本调整。`,
    otherVersions: (names: string) => `本月曾用其他版本：${names}`,
    signsNote:
      '以下是需要核实的迹象，不是结论。只按五笔以上的合计计算，次日可见，不对应到任何一次评价；超过参考线时标注。',
    lateNote: (score: string) =>
      `结账之后有更正，考核表保持结账时的数字；计入更正后的得分为 ${score}。`,
    missingModules: (names: string) => `尚未检查：${names}`,
    files: { xlsx: 'Excel', docx: 'Word', csv: 'CSV' },
    pick: '选择报表',
    earlier: '上一期',
    later: '下一期',
    saving: '正在生成',
    opens: '看怎么算的',
    closes: '收起',
    waitsOver: (share: string, minutes: number) => `超过 ${minutes} 分钟的占 ${share}`,
    gaveUpBeside: (n: number) => `另有 ${n} 人弃号`,
    daysOf: '逐日',
    inspectedOn: '检查得分',
    to: '本网点：',
    /** The heading's number; a report has some ten parts. */
    nth: (n: number) => `${NUMERALS[n - 1] ?? n}、`,
    issued: (branch: string, date: string) => `${branch}　${date}印发`,
    copies: '抄送：存档。',
    definitionsTitle: '指标怎么算',
  },
  en: {
    kinds: { day: 'Day', week: 'Week', month: 'Month', year: 'Year' },
    titles: {
      day: 'Service report of the day',
      week: 'Service report of the week',
      month: 'Service assessment of the month',
      year: 'Service report of the year',
    },
    numbered: (kind: string, year: string, n: number) => `Lobby ${kind} 〔${year}〕 No. ${n}`,
    dayName: (y: number, m: number, d: number) =>
      `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`,
    weekName: (y: number, n: number) => `Week ${n}, ${y}`,
    monthName: (y: number, m: number) => `${y}-${String(m).padStart(2, '0')}`,
    yearName: (y: number) => `${y}`,
    span: (from: string, to: string) => `${from} to ${to}`,
    open: 'Not over yet: the figures still move',
    asOf: 'so far',
    closed: 'closed',
    days: (n: number) => (n === 1 ? '1 business day' : `${n} business days`),
    none: 'Nothing is recorded for this time.',
    noneMeans: 'Choose another date, or wait until the branch has opened.',
    lost: (dates: string) =>
      `These days were closed by an older program and their details are past their term, so there are no figures of them: ${dates}`,
    imported: (days: number, atCall: number) =>
      `${days} of these days were imported from another system, not measured by this one${atCall > 0 ? `; on ${atCall} of them a wait ends at the call, before service began` : ''}.`,
    summary: (n: { days: number; tickets: number; served: number; abandoned: number }) =>
      `${n.days} business days, ${n.tickets} tickets, ${n.served} served, ${n.abandoned} gave up.`,
    sentence: (parts: readonly string[]) => `${parts.join('; ')}.`,
    openSentence: 'This is not over yet: the figures still move.',
    average: (minutes: string, n: number) => `average wait ${minutes} min (n ${n})`,
    said: (points: string, n: number) => `satisfaction ${points} (${n} ratings)`,
    total: (score: string, weight: number, of: number) =>
      weight < of
        ? `Score ${score}; the items with data weigh ${weight}, those without (${of - weight}) score nothing and are not spread.`
        : `Score ${score} of ${of}.`,
    units: { minutes: 'min', points: 'points', count: '' },
    ruleLine: (v: {
      version: string;
      ordinary: string;
      premium: string;
      tickets: number;
      ratings: number;
    }) =>
      `Version ${v.version}: wait targets ordinary ${v.ordinary} min, premium ${v.premium} min; least sample ${v.tickets} tickets, ${v.ratings} ratings. The weights come with this system and can be changed by version.`,
    otherVersions: (names: string) => `Other versions in force this month: ${names}`,
    signsNote:
      'Signs to be looked into, not conclusions. Sums of five or more only, from the next day on, and never a single rating; marked where they pass their line.',
    lateNote: (score: string) =>
      `Corrected after the close: the sheet keeps its figures of then; with the corrections the score would be ${score}.`,
    missingModules: (names: string) => `Not inspected yet: ${names}`,
    files: { xlsx: 'Excel', docx: 'Word', csv: 'CSV' },
    pick: 'Which report',
    earlier: 'Earlier',
    later: 'Later',
    saving: 'Being made',
    opens: 'How it was computed',
    closes: 'Close',
    waitsOver: (share: string, minutes: number) => `${share} waited more than ${minutes} min`,
    gaveUpBeside: (n: number) => `${n} more gave up`,
    daysOf: 'By day',
    inspectedOn: 'Inspection scores',
    to: 'To this branch:',
    nth: (n: number) => `${n}. `,
    issued: (branch: string, date: string) => `${branch}, issued ${date}`,
    copies: 'Copies: file.',
    definitionsTitle: 'How each figure is computed',
  },
});
