import { catalogue } from './catalogue.ts';

/** Alerts 预警 as staff read them, what is done about them, and the counters beside them. */
export const alerts = catalogue({
  zh: {
    title: '预警',
    none: '没有预警',
    noneMeans: '等候、窗口、评价都在线内。',
    of: {
      wait: (who: string, s: number) => `${who}客户最长已等 ${minutes(s)} 分钟`,
      expected: (what: string, s: number) => `${what}预计要等 ${minutes(s)} 分钟`,
      crowd: (_: string, n: number) => `大厅里有 ${n} 人等候，开放的窗口不够`,
      idle: (where: string) => `${where}没有叫号，而有客户等过了黄线`,
      missedBurst: (_: string, n: number) => `短时间内有 ${n} 个过号`,
      terminalOffline: (where: string) => `${where}的评价器没有连接`,
      deviceOffline: (what: string, s: number) => `${what}已离线 ${minutes(s)} 分钟`,
      meetingMissing: () => '开门前没有晨会记录',
      dissatisfied: (number: string) => `${number} 的客户不满意`,
      complaintDue: (order: string, n: number) => dueZh(order, n),
    },
    things: { kiosk: '取号机', display: '显示屏', printer: '打印机' },
    advice: (name: string, from: number, to: number) =>
      `建议开放${name}：预计等候由 ${minutes(from)} 分钟降到 ${minutes(to)} 分钟`,
    since: (time: string) => `${time} 起`,
    more: (n: number) => `还有 ${n} 条`,
    acknowledged: '已有人确认',
    acknowledgedBy: (who: string) => `${who} 已确认`,
    tells: (posts: string) => `通知 ${posts}`,
    join: '、',
    further: '更多',
    copy: '复制',
    copied: '已复制，可以粘贴到群里',
    notCopied: '没能复制，请长按选中下面的文字',
    putRight: '立整改',
    isPutRight: '整改中',
    sound: { on: '提示音已开', off: '提示音已关' },
    fresh: (n: number) => `新预警 ${n} 条`,
    history: {
      title: '今日预警',
      none: '今天还没有预警。',
      raised: '提出',
      seen: '确认',
      handled: '处理',
      cleared: '解除',
      day: '复制今日小结',
      kinds: { circular: '通报', notice: '通知', warning: '警示' },
    },
    cleared: '已恢复，请补记处理情况',
    acknowledge: '确认',
    handle: '处理',
    cause: '原因',
    action: '措施',
    note: '备注（可不填，不写客户信息）',
    done: '完成处理',
    cancel: '返回',
    causes: {
      peak: '客流高峰',
      shortStaffed: '人手不足',
      counterPaused: '窗口暂停',
      longServices: '业务耗时长',
      equipment: '设备故障',
      conduct: '服务态度',
      other: '其他',
    },
    actions: {
      openedCounter: '增开窗口',
      movedStaff: '调配人员',
      guidedCustomers: '分流引导',
      spokeToCustomer: '与客户沟通',
      repaired: '已修复',
      trained: '提醒培训',
      other: '其他',
    },
    counters: '窗口',
    doing: { called: '已叫号', serving: '办理', free: '空闲' },
    situation: { closed: '未开窗', paused: '暂停' },
    usual: (time: string) => `通常 ${time}`,
  },
  en: {
    title: 'Alerts',
    none: 'No alerts',
    noneMeans: 'Waits, counters and ratings are all within their lines.',
    of: {
      wait: (who: string, s: number) => `${who}: longest wait ${minutes(s)} min`,
      expected: (what: string, s: number) => `${what}: expected wait ${minutes(s)} min`,
      crowd: (_: string, n: number) => `${n} people wait for too few open counters`,
      idle: (where: string) => `${where} is not calling while somebody is past yellow`,
      missedBurst: (_: string, n: number) => `${n} missed calls within a short time`,
      terminalOffline: (where: string) => `${where}: rating terminal not connected`,
      deviceOffline: (what: string, s: number) => `${what} has been off for ${minutes(s)} min`,
      meetingMissing: () => 'No morning meeting on record by opening time',
      dissatisfied: (number: string) => `Customer ${number} is dissatisfied`,
      complaintDue: (order: string, n: number) => dueEn(order, n),
    },
    things: { kiosk: 'A ticket kiosk', display: 'A display', printer: 'A printer' },
    advice: (name: string, from: number, to: number) =>
      `Open ${name}: the expected wait falls from ${minutes(from)} to ${minutes(to)} min`,
    since: (time: string) => `since ${time}`,
    more: (n: number) => `${n} more`,
    acknowledged: 'seen by somebody',
    acknowledgedBy: (who: string) => `seen by ${who}`,
    tells: (posts: string) => `for ${posts}`,
    join: ', ',
    further: 'More',
    copy: 'Copy',
    copied: 'Copied; paste it into the group',
    notCopied: 'Could not copy; select the text below',
    putRight: 'Put right',
    isPutRight: 'being put right',
    sound: { on: 'Sound is on', off: 'Sound is off' },
    fresh: (n: number) => (n === 1 ? 'A new alert' : `${n} new alerts`),
    history: {
      title: 'Alerts today',
      none: 'No alerts so far today.',
      raised: 'Raised',
      seen: 'Seen',
      handled: 'Handled',
      cleared: 'Over',
      day: 'Copy the day so far',
      kinds: { circular: 'Circular', notice: 'Notice', warning: 'Warning' },
    },
    cleared: 'over by itself; note what was done',
    acknowledge: 'Seen',
    handle: 'Handle',
    cause: 'Cause',
    action: 'What was done',
    note: 'Note (optional, nothing about the customer)',
    done: 'Handled',
    cancel: 'Back',
    causes: {
      peak: 'Rush hour',
      shortStaffed: 'Short of staff',
      counterPaused: 'Counter paused',
      longServices: 'Long services',
      equipment: 'Equipment',
      conduct: 'Conduct',
      other: 'Other',
    },
    actions: {
      openedCounter: 'Opened a counter',
      movedStaff: 'Moved staff',
      guidedCustomers: 'Guided customers',
      spokeToCustomer: 'Spoke to customer',
      repaired: 'Repaired',
      trained: 'Trained',
      other: 'Other',
    },
    counters: 'Counters',
    doing: { called: 'Called', serving: 'Serving', free: 'Free' },
    situation: { closed: 'Closed', paused: 'Paused' },
    usual: (time: string) => `usually ${time}`,
  },
});

/** An early warning is past its time; a complaint has so many days left. The year goes without saying. */
const isWarning = (id: string) => id.includes('.w');

function dueZh(id: string, n: number): string {
  if (isWarning(id)) return `苗头 ${id.slice(5)} 超时未处理`;
  return n < 0 ? `投诉 ${id.slice(5)} 已超期 ${-n} 天` : `投诉 ${id.slice(5)} 还剩 ${n} 天`;
}

function dueEn(id: string, n: number): string {
  if (isWarning(id)) return `Early warning ${id.slice(5)} is past its time`;
  return n < 0
    ? `Complaint ${id.slice(5)} is ${-n} days late`
    : `Complaint ${id.slice(5)}: ${n} days left`;
}

function minutes(seconds: number): number {
  return Math.max(1, Math.floor(seconds / 60));
}
