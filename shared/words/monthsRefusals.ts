import type { CircularsRefusal } from '../city/circulars/decide.ts';
import type { MonthsRefusal } from '../city/months/decide.ts';
import { catalogue } from './catalogue.ts';

type Details = Readonly<Record<string, string | number>>;
type Code = Exclude<MonthsRefusal, 'node.unknown'> | CircularsRefusal;
type Sentences = Record<Code, (d: Details) => string>;

/** Closing a month, and what is proposed of it. */
export const monthsRefusals = catalogue<Sentences>({
  zh: {
    'appeal.anotherPerson': () => '申诉须由没有参与过这条建议的另一人裁定。',
    'appeal.none': () => '这条建议没有待裁定的申诉。',
    'appeal.once': () => '这条建议已经申诉过一次，裁定即为最终结果。',
    'circular.issuedAlready': () => '这份通报已经印发。',
    'circular.noCorrection': () => '没有这次更正，请先登记更正再出更正通报。',
    'circular.proposalsOpen': (d) => `还有 ${d.n} 条奖惩建议没有结论，请先逐条确认或否决。`,
    'month.changed': () => '数据在预览之后有了变化，请重新预览再关账。',
    'month.closedAlready': (d) => `${d.month} 已经关账，不能再关一次；之后到的数据请出更正通报。`,
    'month.incomplete': (d) => `还有 ${d.n} 项没有齐备；确需关账，请写明理由。`,
    'month.noDifference': () => '现在的数据与关账时相同，没有可更正的。',
    'month.notClosed': () => '这个月还没有关账，请先关账。',
    'month.notOver': (d) => `${d.month} 还没有结束，月末之后才能关账。`,
    'month.nothing': (d) => `${d.month} 这个机构下没有任何网点的数据，无从关账。`,
    'month.order': (d) => `${d.month} 已经关账，更早的月份不能再关。`,
    'proposal.concerned': () => '不能由建议所涉及的本人确认或否决，请由他人办理。',
    'proposal.notConfirmed': () => '只有已确认的建议可以申诉。',
    'proposal.notOpen': () => '这条建议已经有了结论。',
    'proposal.unknown': () => '没有这条建议，请刷新后再试。',
    'text.identity': () => '文字里像有证件号、卡号或电话，请去掉后再提交。',
  },
  en: {
    'appeal.anotherPerson': () =>
      'An appeal is decided by another person, who had no part in this proposal.',
    'appeal.none': () => 'No appeal against this proposal waits for a decision.',
    'appeal.once': () => 'This was appealed once already: that decision is final.',
    'circular.issuedAlready': () => 'This circular was issued already.',
    'circular.noCorrection': () => 'There is no such correction: enter it before its circular.',
    'circular.proposalsOpen': (d) =>
      `${d.n} proposals wait for a person: confirm or reject each of them first.`,
    'month.changed': () =>
      'Figures have changed since they were shown: look once more, then close.',
    'month.closedAlready': (d) =>
      `${d.month} was closed and is not closed again: issue a correction for what came later.`,
    'month.incomplete': (d) => `${d.n} things are not complete: to close all the same, say why.`,
    'month.noDifference': () =>
      'The figures are those that the month was closed with: there is nothing to correct.',
    'month.notClosed': () => 'This month was not closed yet: close it first.',
    'month.notOver': (d) => `${d.month} is not over: it is closed once its last day has ended.`,
    'month.nothing': (d) => `No branch of this unit has figures in ${d.month}: nothing to close.`,
    'month.order': (d) => `${d.month} was closed: earlier months are not closed any more.`,
    'proposal.concerned': () =>
      'Nobody confirms or rejects what concerns them: somebody else has to.',
    'proposal.notConfirmed': () => 'Only what was confirmed can be appealed.',
    'proposal.notOpen': () => 'This proposal was decided already.',
    'proposal.unknown': () => 'There is no such proposal: load the page anew and try again.',
    'text.identity': () =>
      'The text seems to hold a number of a card, a document or a telephone: take it out.',
  },
});
