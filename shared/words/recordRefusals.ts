import type { AdviceRefusal } from '../care/advice/decide.ts';
import type { FloorRefusal } from '../floor/decide.ts';
import { catalogue } from './catalogue.ts';

/** Said where calls for help and inspections are. */
type Elsewhere =
  | `${'help' | 'checklist' | 'inspection' | 'patrol' | 'photo' | 'text' | 'day'}.${string}`
  | 'member.left';
type Details = Readonly<Record<string, string | number>>;
type Codes = Exclude<FloorRefusal, Elsewhere> | AdviceRefusal;
type Sentences = Record<Codes, (d: Details) => string>;

/** Why a record of the branch, or advice, was turned down, and what to do. */
export const recordRefusals = catalogue<Sentences>({
  zh: {
    'advice.alreadyAccepted': () => '这条建议已经采纳，正等窗口照办。',
    'advice.gone': () => '情况已经变化，这条建议不再成立，请看最新的建议。',
    'date.ahead': () => '这个时间还没到，请填写已经过去的时间。',
    'date.far': (d) => `最多提前 ${d.days} 天安排，请选近一些的日期。`,
    'date.past': () => '这个日期已经过去太久，不能再安排或补录。',
    'date.unknown': (d) => `日历上没有 ${d.date} 这一天，请改正日期。`,
    'meeting.attendanceOpen': (d) => `还有 ${d.n} 人没有记出勤（${d.who}），请先记好。`,
    'meeting.dressExempt': (d) => `${d.who} 未到会或是安保，不记着装，请删去这一条。`,
    'meeting.dueBefore': (d) => `落实期限不能早于会议当天（${d.date}），请改晚一些。`,
    'meeting.namedTwice': (d) => `${d.who} 重复了，请删去一条。`,
    'meeting.notOver': () => '会议还没有结束，请先结束会议再签字。',
    'meeting.over': () => '会议已经结束。',
    'meeting.overlaps': (d) => `${d.from} 开始的会议与这段时间重叠，请核对时间。`,
    'meeting.reasonMissing': (d) => `请为缺勤的 ${d.who} 选择原因。`,
    'meeting.running': (d) => `${d.from} 开始的会议还没有结束，请先结束那一场。`,
    'meeting.sayWho': (d) => `${d.who} 不在当天排班里，请注明是什么人。`,
    'meeting.signed': () => '会议记录已经签字，不能再改。',
    'meeting.topicUnknown': (d) => `没有“${d.topic}”这个议题，请刷新页面后再选。`,
    'meeting.unknown': () => '没有这场会议，请刷新后再试。',
    'member.unknown': (d) => `${d.who} 不是本网点在岗人员，请换人或先登记。`,
    'notice.alreadyRead': () => '这条通知已经记为已阅。',
    'notice.fromAbove': () => '这条由市分行下发，只能由市分行撤回。',
    'notice.nobody': () => '请先登录，再记已阅。',
    'notice.unknown': () => '这条通知已经撤回或过期。',
    'president.begun': () => '这次坐堂已经开始，不能再取消或重新开始。',
    'president.here': () => '这位正在坐堂，请先记离开。',
    'president.notHere': () => '这次坐堂没有在进行，请刷新后再试。',
    'president.overlaps': () => '这段时间已有同一人的坐堂记录，请核对时间。',
    'president.unknown': () => '没有这次坐堂，请刷新后再试。',
    'roster.breakOutside': (d) => `${d.who} 的休息时间须在班次之内、互不重叠，请改正。`,
    'roster.counterTwice': (d) => `${d.counter} 号窗口同一时间排了两个人，请改正。`,
    'roster.dayOff': (d) => `${d.date} 不营业，无须排班；如需营业请先改营业日历。`,
    'roster.headNotOn': (d) => `当班负责人 ${d.who} 当天没有班次，请先排班或换人。`,
    'roster.notAtCounter': (d) => `只有柜员排窗口，请为 ${d.who} 去掉窗口。`,
    'roster.notMonday': (d) => `${d.date} 不是星期一，请按整周复制。`,
    'roster.nothingToCopy': () => '那一周没有可复制的排班，或这一周已经过去。',
    'roster.twice': (d) => `${d.who} 同一时间排了两处，请改正。`,
    'time.backwards': (d) => `结束时间（${d.to}）须晚于开始时间（${d.from}），请改正。`,
    'training.begun': () => '已有人签到，不能再取消。',
    'training.notInvited': (d) => `${d.who} 不在这次活动的名单里。`,
    'training.notNow': (d) => `签到只在 ${d.from} 至 ${d.to} 期间进行。`,
    'training.signed': (d) => `${d.who} 已经签到。`,
    'training.unknown': () => '没有这项培训或活动，请刷新后再试。',
  },
  en: {
    'advice.alreadyAccepted': () => 'This advice is accepted; the counter has been asked.',
    'advice.gone': () => 'Things have changed: see what is advised now.',
    'date.ahead': () => 'That time is still to come; enter one that has passed.',
    'date.far': (d) => `Plans reach ${d.days} days ahead at most; choose a nearer date.`,
    'date.past': () => 'That date is too long ago to plan for or to enter.',
    'date.unknown': (d) => `The calendar has no ${d.date}; correct the date.`,
    'meeting.attendanceOpen': (d) =>
      `Attendance of ${d.n} is still open (${d.who}); mark them first.`,
    'meeting.dressExempt': (d) =>
      `Dress is not noted for "${d.who}", who is absent or a guard; remove that line.`,
    'meeting.dueBefore': (d) => `No action is due before the meeting itself (${d.date}).`,
    'meeting.namedTwice': (d) => `"${d.who}" stands twice; remove one line.`,
    'meeting.notOver': () => 'The meeting still runs; end it, then sign.',
    'meeting.over': () => 'The meeting has ended.',
    'meeting.overlaps': (d) =>
      `Another meeting, begun at ${d.from}, falls into that time; check the times.`,
    'meeting.reasonMissing': (d) => `Choose why "${d.who}" is absent.`,
    'meeting.running': (d) => `The meeting begun at ${d.from} still runs; end that one first.`,
    'meeting.sayWho': (d) => `"${d.who}" is not on the day's roster; say who that is.`,
    'meeting.signed': () => 'The record is signed and changes no more.',
    'meeting.topicUnknown': (d) => `There is no heading "${d.topic}"; refresh the page.`,
    'meeting.unknown': () => 'There is no such meeting; refresh and try again.',
    'member.unknown': (d) => `"${d.who}" does not work here now; choose another or register them.`,
    'notice.alreadyRead': () => 'This notice is marked as read already.',
    'notice.fromAbove': () => 'The city sent this one: only the city can withdraw it.',
    'notice.nobody': () => 'Sign in first, then mark it as read.',
    'notice.unknown': () => 'This notice was withdrawn or is too old.',
    'president.begun': () => 'This stay has begun; it can no longer be dropped or begun again.',
    'president.here': () => 'They are in the lobby already; note their leaving first.',
    'president.notHere': () => 'This stay is not under way; refresh and try again.',
    'president.overlaps': () => 'The log has the same post at that time already; check the times.',
    'president.unknown': () => 'There is no such stay; refresh and try again.',
    'roster.breakOutside': (d) =>
      `Breaks of "${d.who}" must lie within the shift and apart from each other.`,
    'roster.counterTwice': (d) => `Counter ${d.counter} has two people at one time; correct that.`,
    'roster.dayOff': (d) =>
      `On ${d.date} the branch is closed; to open it, change the calendar first.`,
    'roster.headNotOn': (d) =>
      `The on-duty head "${d.who}" has no shift that day; give one or choose another.`,
    'roster.notAtCounter': (d) => `Only tellers have a counter; take it from "${d.who}".`,
    'roster.notMonday': (d) => `On ${d.date} no week begins; copy from Monday to Monday.`,
    'roster.nothingToCopy': () => 'That week has nothing to copy, or the new one is over.',
    'roster.twice': (d) => `"${d.who}" is at two places at one time; correct that.`,
    'time.backwards': (d) => `It must end (${d.to}) after it begins (${d.from}).`,
    'training.begun': () => 'Somebody has signed in; it can no longer be dropped.',
    'training.notInvited': (d) => `"${d.who}" is not on the list for this one.`,
    'training.notNow': (d) => `Sign-in is open from ${d.from} to ${d.to} only.`,
    'training.signed': (d) => `"${d.who}" has signed in already.`,
    'training.unknown': () => 'There is no such training; refresh and try again.',
  },
});
