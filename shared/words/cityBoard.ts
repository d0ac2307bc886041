import { catalogue } from './catalogue.ts';

/** 督办: what the city follows over its branches. */
export const cityBoard = catalogue({
  zh: {
    parts: { rectifications: '整改', complaints: '投诉工单', inspections: '季度检查' },
    none: {
      rectifications: '没有整改事项。',
      complaints: '没有投诉工单。',
      inspections: '没有网点。',
    },
    stands: { over: '未回线', back: '已回线', unmeasured: '待测', closed: '已办结' },
    age: (days: number) => `已 ${days} 天`,
    overdue: (days: number) => `逾期 ${days} 天`,
    due: (date: string) => `期限 ${date}`,
    times: (n: number) => `第 ${n} 次`,
    rolled: (n: number) => `跨 ${n} 个月底`,
    left: (days: number) => (days < 0 ? `超期 ${-days} 天` : `还有 ${days} 天`),
    late: '超期办结',
    over: '已办结',
    fromAbove: '上级转办',
    inspected: {
      overdue: '逾期未查',
      unplanned: '未安排',
      planned: '已安排',
      done: '已检查',
    },
    off: (points: number) => `扣 ${points} 分`,
    on: (date: string) => date,
  },
  en: {
    parts: {
      rectifications: 'Rectifications',
      complaints: 'Complaints',
      inspections: 'Inspections',
    },
    none: {
      rectifications: 'No rectification is under way.',
      complaints: 'No complaint work orders.',
      inspections: 'No branches.',
    },
    stands: {
      over: 'over its line',
      back: 'back',
      unmeasured: 'not measured yet',
      closed: 'closed',
    },
    age: (days: number) => (days === 1 ? '1 day old' : `${days} days old`),
    overdue: (days: number) => (days === 1 ? '1 day overdue' : `${days} days overdue`),
    due: (date: string) => `due ${date}`,
    times: (n: number) => `time ${n}`,
    rolled: (n: number) => (n === 1 ? 'over 1 month’s end' : `over ${n} months’ ends`),
    left: (days: number) => (days < 0 ? `${-days} days past its limit` : `${days} days left`),
    late: 'closed late',
    over: 'closed',
    fromAbove: 'assigned from above',
    inspected: { overdue: 'overdue', unplanned: 'not planned', planned: 'planned', done: 'done' },
    off: (points: number) => `${points} points off`,
    on: (date: string) => date,
  },
});
