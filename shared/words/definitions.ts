import type { SignLines } from '../assessment.ts';
import type { RatingLevel } from '../visit/ticket.ts';
import { catalogue } from './catalogue.ts';

type Points = Readonly<Record<RatingLevel, number>>;

/** What each figure of a report is: printed on every one. docs/measures.md says the same at length. */
export const definitions = catalogue({
  zh: {
    measures: {
      wait: '等候时间：从第一次取号到开始办理（转移的各段相加），只算已经开始办理的号票；不以叫号为止，提前叫号不会让它变短。',
      average:
        '平均等候时间：等候时间的平均数，与人数、中位数、P90、过橙线比例和弃号人数一起列出。百分位按最近名次线性插值。',
      abandoned: '弃号率：弃号 ÷ 取号。弃号客户等了多久单独列出，不进平均。',
      serviceTime: '办理时间：开始办理到办结。忘记办结的不计。',
      invitation: '柜员发起评价率：柜员按了邀请的业务 ÷ 办结的业务。评价器自动弹出的不算邀请。',
      response:
        '参评率：评价 ÷ 弹出的评价。办结 = 弹出 + 无法弹出；弹出 = 评价 + 暂不评价 + 未理会。',
      satisfaction: (p: Points) =>
        `满意度：评价的平均分，非常满意 ${p.verySatisfied}、满意 ${p.satisfied}、一般 ${p.fair}、不满意 ${p.dissatisfied}。没有评价就是没有评价，不算满意。手机评价单独列出，不参加排名。`,
      waitScore: '等候得分：100 −（平均 − 目标）÷ 目标 × 100，限于 0 到 100。',
      inspection: '检查得分：100 − 扣分，一次检查的得分有效到下一次检查；一项有几个模块时取平均。',
      noData:
        '没有数据的指标照实显示，权重不分摊给其他指标。低于样本下限的标“样本不足”，不参加排名。',
    },
    signs: {
      quick: (s: SignLines) => `秒评：评价器弹出后不到 ${s.quickUnder} 秒就按下的评价 ÷ 评价。`,
      burst: (s: SignLines) =>
        `扎堆评价：同一窗口 ${s.burst.within} 秒内有 ${s.burst.ratings} 次以上的评价 ÷ 评价。`,
      streak: '连续相同：同一窗口一天内连续给出同一答案的最长次数。',
      perfect: '近乎满分：非常满意 ÷ 评价。',
      mood: '挑人邀请：等候没过黄线的客户被邀请的比例 − 过了黄线的客户被邀请的比例。',
      longGap: (s: SignLines) => `叫号空等：叫号后超过 ${s.longGap} 秒才开始办理的 ÷ 叫号办理。`,
      missed: '扎堆过号：短时间内成批的过号 ÷ 叫号。',
      walkIn: '无号办理：没有号票的业务 ÷ 办结。',
      offline: '评价器离线：窗口未关时没有评价器的时间 ÷ 窗口未关的时间（分钟）。',
      early: '提前取号：开始发号之前取的号 ÷ 取号。',
      replaced: '重新取号：换号的号票 ÷ 取号。首次取号时间保留，换号不会让等候变短。',
    },
    names: {
      quick: '秒评',
      burst: '扎堆评价',
      streak: '连续相同',
      perfect: '近乎满分',
      mood: '挑人邀请',
      longGap: '叫号空等',
      missed: '扎堆过号',
      walkIn: '无号办理',
      offline: '评价器离线',
      early: '提前取号',
      replaced: '重新取号',
    },
  },
  en: {
    measures: {
      wait: 'Wait: first ticket to service start (legs of a transfer summed), of tickets that reached a service. It does not end at the call, so early calling cannot shorten it.',
      average:
        'Average wait: the mean wait, printed with n, median, P90, the share over the orange line and how many gave up. Percentiles by linear interpolation between closest ranks.',
      abandoned:
        'Gave up: abandoned ÷ issued. What they had waited stands apart, outside the mean.',
      serviceTime: 'Service time: service start to service end. Forgotten ones are left out.',
      invitation:
        'Invitation rate: services at which the teller pressed invite ÷ services done. The terminal opening by itself is no invitation.',
      response:
        'Response rate: ratings ÷ prompts shown. Done = offered + not offerable; offered = given + declined + expired.',
      satisfaction: (p: Points) =>
        `Satisfaction: mean points of ratings, very satisfied ${p.verySatisfied}, satisfied ${p.satisfied}, fair ${p.fair}, dissatisfied ${p.dissatisfied}. No rating is no rating. Ratings from phones stand apart and are in no ranking.`,
      waitScore: 'Wait score: 100 − (mean − target) ÷ target × 100, kept within 0 and 100.',
      inspection:
        'Inspection score: 100 − points off; it stands until the next inspection. Where an item has several modules, their mean.',
      noData:
        'An item without data is shown as such and its weight is not spread. Below the least sample a figure is marked “too few” and not ranked on.',
    },
    signs: {
      quick: (s: SignLines) =>
        `Quick ratings: given less than ${s.quickUnder} seconds after the question ÷ ratings.`,
      burst: (s: SignLines) =>
        `Bursts: ratings among ${s.burst.ratings} or more at one counter within ${s.burst.within} seconds ÷ ratings.`,
      streak: 'Streaks: the longest run of the same answer at one counter in a day.',
      perfect: 'Too perfect: very satisfied ÷ ratings.',
      mood: 'Inviting by mood: share invited of those who waited within the yellow line − share invited of those who waited past it.',
      longGap: (s: SignLines) =>
        `Long call gaps: services that began more than ${s.longGap} seconds after the call ÷ services called.`,
      missed: 'Missed bursts: calls said to be missed in quick succession ÷ calls.',
      walkIn: 'Without a ticket: services without one ÷ services done.',
      offline:
        'Terminals away: minutes that open counters had no rating terminal ÷ minutes they were open.',
      early: 'Early tickets: numbers taken before any are given out ÷ tickets.',
      replaced:
        'Replaced tickets: tickets given anew ÷ tickets. The first time is kept, so this shortens no wait.',
    },
    names: {
      quick: 'Quick ratings',
      burst: 'Bursts of ratings',
      streak: 'Streaks',
      perfect: 'Too perfect',
      mood: 'Inviting by mood',
      longGap: 'Long call gaps',
      missed: 'Bursts of missed calls',
      walkIn: 'Without a ticket',
      offline: 'Terminals away',
      early: 'Early tickets',
      replaced: 'Replaced tickets',
    },
  },
});
