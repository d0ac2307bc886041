import type { SentRefusal } from '../city/sent/refusals.ts';
import { catalogue } from './catalogue.ts';

type Sentences = Record<SentRefusal, (d: Readonly<Record<string, string | number>>) => string>;

const zh: Sentences = {
  'sent.badReference': () => '工单编号须为两到六个字母加数字，不能是证件号、卡号或手机号。',
  'sent.branchUnknown': (d) => `机构树里没有 ${d.branch}：请先登记机构，再下发。`,
  'sent.dateWrong': () => '日期不对：请核对检查日、受理日和办结期限。',
  'sent.identity': () => '内容里疑似有客户的证件号、卡号、电话或邮箱，请删去后再下发。',
  'sent.markWrong': (d) => `扣分项 ${d.item} 不在标准检查表内、重复，或超过该项分值。`,
  'sent.nobody': () => '没有接收网点：请选择机构或网点。',
  'sent.notOver': (d) => `${d.branch} 在 ${d.month} 没有超过警戒线，不必提示。`,
  'sent.outOfScope': (d) => `${d.branch} 不在您管理的机构之下。`,
  'sent.ownerInterested': () => '被投诉人不能经办自己的投诉，请换一位经办人。',
  'sent.stands': () => '考核规则请另设新版本替换；撤回本身不能再撤回。',
  'sent.unknown': () => '没有这条下发记录，请刷新后再试。',
  'sent.withdrawn': () => '这条已经撤回。',
};

const en: Sentences = {
  'sent.badReference': () =>
    'A work order’s number is two to six letters, then figures; never an identity, card or phone number.',
  'sent.branchUnknown': (d) => `${d.branch} is not in the tree of units: enter it there first.`,
  'sent.dateWrong': () => 'A date is not possible: check the day inspected, received, or due.',
  'sent.identity': () =>
    'The text seems to hold a customer’s identity, card or phone number or address: take it out first.',
  'sent.markWrong': (d) =>
    `Item ${d.item} is not on the standard checklist, stands twice, or has fewer points than that.`,
  'sent.nobody': () => 'Nobody would receive this: choose units or branches.',
  'sent.notOver': (d) => `${d.branch} was not over its line in ${d.month}: it needs no prompt.`,
  'sent.outOfScope': (d) => `${d.branch} is not below the unit you answer for.`,
  'sent.ownerInterested': () =>
    'Nobody handles a complaint about themselves: name somebody else as owner.',
  'sent.stands': () =>
    'Rules are replaced by a new version, and a withdrawal cannot be withdrawn itself.',
  'sent.unknown': () => 'Nothing was sent under this number: load the page anew.',
  'sent.withdrawn': () => 'This was withdrawn already.',
};

export const sentRefusals = catalogue({ zh, en });
