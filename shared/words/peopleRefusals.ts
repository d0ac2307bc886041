import type { PeopleRefusal } from '../city/people/decide.ts';

type Sentences = Record<PeopleRefusal, () => string>;

const zh: Sentences = {
  'account.exists': () => '这个工号已经有账号：改其角色即可。',
  'account.founded': () => '已经有管理员：请由管理员添加账号。',
  'account.lastAdministrator': () => '这是最后一位全辖管理员：请先添加另一位。',
  'account.nodeUnknown': () => '没有这个机构，请先在机构里建立。',
  'account.notYours': () => '这个机构不在您的管辖之内。',
  'account.unknown': () => '没有这个账号，或已停用。',
};

const en: Sentences = {
  'account.exists': () => 'This number has an account already: change its role instead.',
  'account.founded': () => 'There is an administrator already: have the account added by one.',
  'account.lastAdministrator': () =>
    'This is the last administrator of the whole tree: add another one first.',
  'account.nodeUnknown': () => 'There is no such unit: add it to the tree first.',
  'account.notYours': () => 'This unit is not yours to manage.',
  'account.unknown': () => 'There is no such account, or it was closed.',
};

/** Refusals about accounts as sentences that say what to do. */
export const peopleRefusals = { zh, en };
