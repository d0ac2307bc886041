import type { Fact } from '../lobby.ts';
import { alerts } from './alerts.ts';
import { catalogue } from './catalogue.ts';
import { common } from './common.ts';
import { counter } from './counter.ts';
import { line } from './line.ts';
import { manager } from './manager.ts';
import { rating } from './rating.ts';

/** Names of ids, as the day knew them; an id without a name is said itself. */
export interface Say {
  readonly counter: (id: string | null | undefined) => string;
  readonly service: (id: string) => string;
}

type Told =
  | 'ticket.issued'
  | 'ticket.replaced'
  | 'ticket.classed'
  | 'ticket.called'
  | 'ticket.recalled'
  | 'ticket.missed'
  | 'ticket.returned'
  | 'ticket.abandoned'
  | 'ticket.servedMeanwhile'
  | 'ticket.held'
  | 'ticket.released'
  | 'service.started'
  | 'service.ended'
  | 'service.transferred'
  | 'service.forgotten'
  | 'press.undone'
  | 'rating.invited'
  | 'rating.offered'
  | 'rating.notOfferable'
  | 'rating.given'
  | 'rating.byPhone'
  | 'rating.changed'
  | 'rating.explained'
  | 'rating.extended'
  | 'rating.declined'
  | 'rating.expired'
  | 'help.called'
  | 'alert.raised'
  | 'alert.rose'
  | 'alert.repeated'
  | 'alert.acknowledged'
  | 'alert.handled'
  | 'alert.cleared'
  | 'warning.raised';

type Sentences = {
  readonly [T in Told]: (fact: Extract<Fact, { type: T }>, say: Say) => string;
};

const [zhCounter, enCounter] = [counter.zh, counter.en];
const reason = (words: Readonly<Record<string, string>>, key: string | undefined) =>
  key ? ` · ${words[key] ?? key}` : '';

const zh: Sentences = {
  'ticket.issued': (f, say) =>
    `${{ kiosk: '取号', hand: '人工发号', walkIn: '无号办理', lent: '断网时取号' }[f.by as 'kiosk'] ?? '取号'}：${say.service(f.service)}，${line.zh.classes[f.class]}${f.replaces ? '，换号，首次取号时间保留' : ''}${f.test ? '，测试' : ''}${reason({ ...zhCounter.careReasons, ...zhCounter.walkInReasons }, f.reason)}`,
  'ticket.replaced': () => '已换新号',
  'ticket.classed': (f) => `改为优先办理${reason(zhCounter.careReasons, f.reason)}`,
  'ticket.called': (f, say) => `${say.counter(f.counter)}叫号`,
  'ticket.recalled': (f, say) => `${say.counter(f.counter)}重呼`,
  'ticket.missed': (f, say) => `${say.counter(f.counter)}记为过号`,
  'ticket.returned': (f) => (f.place === 'next' ? '回来了，下一个叫' : '回来了，往后排'),
  'ticket.abandoned': (f) => (f.why === 'dayClosed' ? '营业结束，没有办理' : '弃号'),
  'ticket.servedMeanwhile': () => '断网时已口头叫号办理',
  'ticket.held': () => '挂起',
  'ticket.released': () => '取消挂起，继续等候',
  'service.started': (f, say) => `${say.counter(f.counter)}开始办理`,
  'service.ended': (f, say) => `${say.counter(f.counter)}办结`,
  'service.transferred': (f, say) => `${say.counter(f.counter)}转到${say.service(f.to)}`,
  'service.forgotten': () => '营业结束时还没有按办结，不计入办理时间',
  'press.undone': (f, say) =>
    `${say.counter(f.counter)}撤回${{ call: '叫号', start: '开始办理', end: '办结', missed: '过号' }[f.what]}`,
  'rating.invited': (f, say) => `${say.counter(f.counter)}主动邀请评价`,
  'rating.offered': () => '评价器弹出评价',
  'rating.notOfferable': (f) => `没有弹出评价：${manager.zh.flow[f.why]}`,
  'rating.given': (f) =>
    `客户评价：${manager.zh.levels[f.level]}，用时 ${(f.took / 1000).toFixed(1)} 秒${f.late ? '，断网后补交' : ''}`,
  'rating.byPhone': (f) => `客户用手机评价：${manager.zh.levels[f.level]}（另计）`,
  'rating.changed': (f) => `客户改为：${manager.zh.levels[f.level]}`,
  'rating.explained': (f) =>
    `客户说明原因：${f.reasons.map((tag) => rating.zh.reason[tag]).join('、')}`,
  'rating.extended': () => '客户要多一点时间',
  'rating.declined': () => '客户选择暂不评价',
  'rating.expired': (f) =>
    `没有评价：${{ window: '时间到', nextCall: '已叫下一位', dayClosed: '营业结束' }[f.why]}`,
  'help.called': (f, say) => `${say.counter(f.counter)}请大堂经理来`,
  'alert.raised': (f) => `${common.zh.level[f.level]}预警，通知${f.recipients.join('、')}`,
  'alert.rose': (f) => `预警升为${common.zh.level[f.level]}`,
  'alert.repeated': () => '再次提醒',
  'alert.acknowledged': () => '预警已确认',
  'alert.handled': (f) =>
    `已处理：${alerts.zh.causes[f.cause]} → ${alerts.zh.actions[f.action]}${f.note ? `（${f.note}）` : ''}`,
  'alert.cleared': () => '预警解除',
  'warning.raised': () => '列为苗头，请尽早介入',
};

const en: Sentences = {
  'ticket.issued': (f, say) =>
    `${{ kiosk: 'Number taken', hand: 'Number given by hand', walkIn: 'Served without a number', lent: 'Number taken while the hub was down' }[f.by as 'kiosk'] ?? 'Number taken'}: ${say.service(f.service)}, ${line.en.classes[f.class]}${f.replaces ? ', replaces a lost turn, first time kept' : ''}${f.test ? ', a test' : ''}${reason({ ...enCounter.careReasons, ...enCounter.walkInReasons }, f.reason)}`,
  'ticket.replaced': () => 'Replaced by a new number',
  'ticket.classed': (f) => `Goes first from now on${reason(enCounter.careReasons, f.reason)}`,
  'ticket.called': (f, say) => `Called to ${say.counter(f.counter)}`,
  'ticket.recalled': (f, say) => `Called again to ${say.counter(f.counter)}`,
  'ticket.missed': (f, say) => `Marked as missed at ${say.counter(f.counter)}`,
  'ticket.returned': (f) =>
    f.place === 'next' ? 'Came back, to be called next' : 'Came back, put back some places',
  'ticket.abandoned': (f) => (f.why === 'dayClosed' ? 'Unserved at the close' : 'Gave up'),
  'ticket.servedMeanwhile': () => 'Served by voice while the hub was down',
  'ticket.held': () => 'Held',
  'ticket.released': () => 'No longer held, waits on',
  'service.started': (f, say) => `Service began at ${say.counter(f.counter)}`,
  'service.ended': (f, say) => `Service done at ${say.counter(f.counter)}`,
  'service.transferred': (f, say) =>
    `Transferred by ${say.counter(f.counter)} to ${say.service(f.to)}`,
  'service.forgotten': () => 'Never ended by hand: outside the service times',
  'press.undone': (f, say) =>
    `${say.counter(f.counter)} took back the ${{ call: 'call', start: 'start', end: 'end', missed: 'missed mark' }[f.what]}`,
  'rating.invited': (f, say) => `${say.counter(f.counter)} invited a rating`,
  'rating.offered': () => 'The terminal asked for a rating',
  'rating.notOfferable': (f) => `No rating asked: ${manager.en.flow[f.why]}`,
  'rating.given': (f) =>
    `Rated: ${manager.en.levels[f.level]}, after ${(f.took / 1000).toFixed(1)} s${f.late ? ', handed in later' : ''}`,
  'rating.byPhone': (f) => `Rated by phone: ${manager.en.levels[f.level]} (kept apart)`,
  'rating.changed': (f) => `Changed to: ${manager.en.levels[f.level]}`,
  'rating.explained': (f) =>
    `Reasons given: ${f.reasons.map((tag) => rating.en.reason[tag]).join(', ')}`,
  'rating.extended': () => 'Asked for more time',
  'rating.declined': () => 'Chose not to rate',
  'rating.expired': (f) =>
    `Not rated: ${{ window: 'time was up', nextCall: 'the next one was called', dayClosed: 'the day closed' }[f.why]}`,
  'help.called': (f, say) => `${say.counter(f.counter)} asked for the lobby manager`,
  'alert.raised': (f) => `${common.en.level[f.level]} alert, told to ${f.recipients.join(', ')}`,
  'alert.rose': (f) => `Alert rose to ${common.en.level[f.level].toLowerCase()}`,
  'alert.repeated': () => 'Reminded again',
  'alert.acknowledged': () => 'Alert acknowledged',
  'alert.handled': (f) =>
    `Handled: ${alerts.en.causes[f.cause]} → ${alerts.en.actions[f.action]}${f.note ? ` (${f.note})` : ''}`,
  'alert.cleared': () => 'Alert cleared',
  'warning.raised': () => 'Noted as an early warning',
};

/** Every fact about a ticket as a sentence. */
export const story = catalogue({
  zh: {
    title: '号票经历',
    ask: '查号票',
    number: '号码',
    date: '日期',
    look: '查看',
    how: '输入号码，看它的全部经历。',
    by: (who: string) => `${who} 操作`,
    after: (time: string) => `+${time}`,
    other: (type: string) => `其他记录（${type}）`,
    somewhere: '某窗口',
    is: {
      waiting: '等候中',
      called: '已叫号',
      serving: '办理中',
      held: '挂起',
      missed: '过号',
      done: '已办结',
      abandoned: '已弃号',
      replaced: '已换号',
    },
    sentences: zh,
  },
  en: {
    title: "A ticket's story",
    ask: 'Find a ticket',
    number: 'Number',
    date: 'Date',
    look: 'Show',
    how: 'Type a number to see everything that happened to it.',
    by: (who: string) => `by ${who}`,
    after: (time: string) => `+${time}`,
    other: (type: string) => `Another record (${type})`,
    somewhere: 'a counter',
    is: {
      waiting: 'Waiting',
      called: 'Called',
      serving: 'Being served',
      held: 'Held',
      missed: 'Missed',
      done: 'Done',
      abandoned: 'Gave up',
      replaced: 'Replaced',
    },
    sentences: en,
  },
});

/** A fact in words; one that has no sentence here is named by its type, for the story is whole. */
export function tell(language: 'zh' | 'en', fact: Fact, say: Say): string {
  const { sentences, other } = story[language];
  const known = (sentences as Partial<Record<string, (fact: Fact, say: Say) => string>>)[fact.type];
  return known ? known(fact, say) : other(fact.type);
}
