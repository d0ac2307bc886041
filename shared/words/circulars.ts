import { catalogue } from './catalogue.ts';

/** 通报: what is said in a circular around its tables, and in the texts for the group. */
export const circulars = catalogue({
  zh: {
    series: { quality: '服务质效通报', assessment: '服务考核通报' },
    corrected: { quality: '服务质效更正通报', assessment: '服务考核更正通报' },
    numbered: (series: string, year: number, n: number) => `${series}〔${year}〕${n}号`,
    to: '各一级支行、二级支行，各网点：',
    copies: '抄送：运营管理部、存档。',
    opening: {
      quality: (month: string, n: number, version: string) =>
        `按照考核规则（版本 ${version}），对辖内 ${n} 个网点${month}的服务质效进行了统计和排名，现将有关情况通报如下。`,
      assessment: (month: string, n: number, version: string) =>
        `按照考核规则（版本 ${version}），对辖内 ${n} 个网点${month}六项指标进行了考核，现将有关情况通报如下。`,
    },
    correcting: (number: string, reason: string, n: number) =>
      `${number}印发后，${reason}，有 ${n} 项数字更正。原通报不作废，原数字与更正后的数字并列如下，以更正后的为准。`,
    top: (n: number, names: string) => `综合排名前 ${n} 名：${names}。`,
    bottom: (n: number, names: string) => `综合排名后 ${n} 名：${names}。`,
    totalTop: (names: string) => `考核得分前三名：${names}。`,
    unranked: (n: number, names: string) => `样本不足、未参加综合排名的网点 ${n} 个：${names}。`,
    decided: (rewards: number, fines: number) =>
      `经逐条确认，奖励 ${rewards} 项，处罚 ${fines} 项。对处罚有异议的，可以提出申诉，由未参与确认的人员裁定。`,
    nobody: '本月没有经确认的奖励和处罚。',
    heads: {
      combined: '综合排名',
      averageWait: '平均等候时间排名',
      satisfaction: '满意度排名',
      premiumSatisfaction: '中高端客户满意度排名',
      invitationRate: '柜员发起评价率排名',
      totals: '六项指标考核得分排名',
      items: '六项指标',
      rewards: '奖励',
      fines: '处罚',
      differences: '更正内容',
      remarks: '有关说明',
      asks: '工作要求',
      definitions: '指标和排名的定义',
    },
    columns: {
      place: '名次',
      branch: '网点',
      value: '本月',
      n: '样本',
      lastMonth: '上月',
      lastYear: '去年同月',
      mean: '均值',
      lastPlace: '上月名次',
      unit: '机构',
      seat: '岗位',
      tier: '档次',
      days: '任职天数',
      amount: '金额（元）',
      why: '依据',
      what: '指标',
      before: '原数',
      after: '更正后',
      total: '得分',
    },
    short: {
      averageWait: '等候',
      satisfaction: '满意度',
      premiumSatisfaction: '中高端满意度',
      invitationRate: '发起评价',
      premiumWait: '中高端等候',
      ordinaryWait: '普通等候',
      environment: '厅堂环境',
      standards: '柜面标准',
      duty: '大堂安保',
    },
    tier: (n: number) => `${n} 档`,
    seats: {
      'first.president': '行长',
      'first.vice': '分管副行长',
      'first.business': '业务部门经理',
      'second.president': '行长',
      'second.vice': '分管副行长',
    },
    why: {
      edge: (place: number, of: number) => `第 ${place} 名（共 ${of} 名）`,
      repeat: (times: number) => `本年第 ${times} 次列后列`,
    },
    noAmount: '规则未定',
    sampleShort: '样本不足',
    weightNote: '得分后的括号为有数据的指标所占权重；缺项的只列得分，不排名。',
    sampleNote: '等候为分钟，其余为分；括号内为样本数，* 为样本不足。',
    inMinutes: (what: string) => `${what}（分）`,
    places: (what: string) => `${what}名次`,
    sampleOf: (what: string) => `${what}样本`,
    placeOf: { place: '综合名次', totalPlace: '考核名次', total: '考核得分' },
    openedIn: (name: string, date: string) =>
      `${name}自 ${date} 起有数据，月中开业，达到样本下限的指标参加排名。`,
    otherRules: (name: string, own: string) =>
      `${name}本机执行规则版本 ${own}，本通报按全辖规则重新计算。`,
    ledger: (name: string, through: string) =>
      `${name}的账本收到 ${through}，之后的数据以更正通报补充。`,
    despite: (reason: string) => `关账说明：${reason}`,
    asks: [
      '后列网点须对照本通报查找原因，提出整改措施并逐项落实；未回到警戒线以下的，滚动转入下月继续跟踪。',
      '各一级支行要督促所辖网点学习先进做法，通报传达情况在网点负责人屏上签收。',
    ],
    meanPlace:
      '综合排名：四项名次的平均数，平均数相同的，满意度高者在前。某一项样本不足的，按其余各项的平均相对名次计；两项以上不足的，不参加排名。',
    edge: (n: number) =>
      `前列、后列各为前 ${n} 名、后 ${n} 名，网点不足时各为参加排名网点数的一半。`,
    totalRank:
      '考核得分：各项得分 × 权重之和；各网点指标齐全、样本足够的参加排名，缺项的只列得分。',
    repeat: (n: number) => `同一自然年内列后列超过 ${n} 次的，一级支行行长一并列入处罚建议。`,
    weights: (parts: string) => `权重：${parts}。`,
    people: '奖惩建议由规则给出，逐条由人确认，按当月任职天数计，可以申诉。',
  },
  en: {
    series: { quality: 'Circular on service quality', assessment: 'Circular on assessment' },
    corrected: {
      quality: 'Correction to the circular on service quality',
      assessment: 'Correction to the circular on assessment',
    },
    numbered: (series: string, year: number, n: number) => `${series} 〔${year}〕 No. ${n}`,
    to: 'To all first-level and second-level sub-branches and outlets:',
    copies: 'Copies: operations department, file.',
    opening: {
      quality: (month: string, n: number, version: string) =>
        `By the rules of assessment (version ${version}), the service quality of ${n} branches in ${month} was measured and ranked, as follows.`,
      assessment: (month: string, n: number, version: string) =>
        `By the rules of assessment (version ${version}), ${n} branches were assessed in ${month} by six items, as follows.`,
    },
    correcting: (number: string, reason: string, n: number) =>
      `After ${number} was issued: ${reason}. ${n} figures are corrected. That circular stays; both figures stand below, and the corrected ones count.`,
    top: (n: number, names: string) => `The first ${n} of the combined ranking: ${names}.`,
    bottom: (n: number, names: string) => `The last ${n} of the combined ranking: ${names}.`,
    totalTop: (names: string) => `The first three by assessment score: ${names}.`,
    unranked: (n: number, names: string) =>
      `${n} with too small a sample are not in the combined ranking: ${names}.`,
    decided: (rewards: number, fines: number) =>
      `Confirmed one by one: ${rewards} rewards, ${fines} fines. A fine can be appealed; somebody who had no part in it decides.`,
    nobody: 'No reward and no fine was confirmed for this month.',
    heads: {
      combined: 'Combined ranking',
      averageWait: 'Ranking by average wait',
      satisfaction: 'Ranking by satisfaction',
      premiumSatisfaction: 'Ranking by premium satisfaction',
      invitationRate: 'Ranking by invitation rate',
      totals: 'Ranking by assessment score',
      items: 'The six items',
      rewards: 'Rewards',
      fines: 'Fines',
      differences: 'What is corrected',
      remarks: 'Remarks',
      asks: 'What is asked for',
      definitions: 'Definitions of figures and rankings',
    },
    columns: {
      place: 'Place',
      branch: 'Branch',
      value: 'This month',
      n: 'n',
      lastMonth: 'Last month',
      lastYear: 'Last year',
      mean: 'Mean',
      lastPlace: 'Last month',
      unit: 'Unit',
      seat: 'Post',
      tier: 'Tier',
      days: 'Days',
      amount: 'Yuan',
      why: 'Because',
      what: 'Figure',
      before: 'Before',
      after: 'Corrected',
      total: 'Score',
    },
    short: {
      averageWait: 'Wait',
      satisfaction: 'Satisfaction',
      premiumSatisfaction: 'Premium satisf.',
      invitationRate: 'Invitation',
      premiumWait: 'Premium wait',
      ordinaryWait: 'Ordinary wait',
      environment: 'Environment',
      standards: 'Standards',
      duty: 'Duty',
    },
    tier: (n: number) => `Tier ${n}`,
    seats: {
      'first.president': 'President',
      'first.vice': 'Vice-president',
      'first.business': 'Business manager',
      'second.president': 'President',
      'second.vice': 'Vice-president',
    },
    why: {
      edge: (place: number, of: number) => `Place ${place} of ${of}`,
      repeat: (times: number) => `Among the last for the ${times}th time this year`,
    },
    noAmount: 'not set',
    sampleShort: 'too few',
    weightNote:
      'In brackets behind a score: the weight of the items with data; where some are missing, it is not ranked.',
    sampleNote:
      'Waits in minutes, the others in points; the sample in brackets, * where it is too small.',
    inMinutes: (what: string) => `${what} (min)`,
    places: (what: string) => `Place by ${what.toLowerCase()}`,
    sampleOf: (what: string) => `n of ${what.toLowerCase()}`,
    placeOf: { place: 'Combined place', totalPlace: 'Assessment place', total: 'Score' },
    openedIn: (name: string, date: string) =>
      `${name} has figures from ${date} on: it opened in mid-month, and is ranked where its sample is large enough.`,
    otherRules: (name: string, own: string) =>
      `${name} measured itself by version ${own}; here it is measured by the rules of the city.`,
    ledger: (name: string, through: string) =>
      `The ledger of ${name} was received up to ${through}; what comes later is stated in a correction.`,
    despite: (reason: string) => `On the closing: ${reason}`,
    asks: [
      'Branches among the last look for causes, plan what is to be done and do it; whatever is not back under its line rolls on into the next month.',
      'First-level sub-branches see to it that good practice is learnt; that the circular was read is signed on the panel of the branch.',
    ],
    meanPlace:
      'Combined ranking: the mean of the four places; between equals the higher satisfaction. Short of the sample in one: the mean relative place of the others; in two or more: not ranked.',
    edge: (n: number) =>
      `The first ${n} and the last ${n}; in a small city, half of those ranked at most.`,
    totalRank:
      'Assessment score: each item’s score × its weight, summed. Ranked are those with every item that others have, and enough behind each.',
    repeat: (n: number) =>
      `More than ${n} times among the last in a calendar year: the first-level president as well.`,
    weights: (parts: string) => `Weights: ${parts}.`,
    people:
      'Rewards and fines are proposed by the rules and confirmed one by one by people, by days held in the month, and can be appealed.',
  },
});
