import type { BranchRefusal } from '../branch/decide.ts';
import { catalogue } from './catalogue.ts';

type Details = Readonly<Record<string, string | number>>;
type Codes =
  | BranchRefusal
  | `settings.${'inUse' | 'letterUsed' | 'nobodyServes'}`
  | 'staff.alreadyThere';
type Sentences = Record<Codes, (d: Details) => string>;

/** Why a set-up or a change of the settings was turned down, and what to do. */
export const branchRefusals = catalogue<Sentences>({
  zh: {
    'branch.dayAhead': (d) =>
      `按原来的时区，${d.date} 的营业日已经开始；请等到新时区的 ${d.date}，或换一个空的数据文件夹。`,
    'branch.isSetUp': () => '这个网点已经设置好，请登录后在“设置”里修改，或先恢复到设置之前。',
    'branch.needsManager': () => '请至少登记一位有密码的网点负责人，否则没有人能登录。',
    'branch.nothingToSetBack': () => '已经发出号票，不能再整体恢复；请在“设置”里逐项修改。',
    'settings.inUse': (d) => `“${d.what}”还在使用中，请等客户办完、窗口关闭后再修改。`,
    'settings.letterUsed': (d) => `今天已经发出 ${d.letter} 字头的号，请在日终后再改这个字母。`,
    'settings.moved': () => '这一项刚被别人改过，请按现在的设置重新修改。',
    'settings.nobodyServes': (d) =>
      `${d.number} 还没办完，改后没有窗口能办，请先办结或留一个窗口。`,
    'settings.wrong': (d) => `“${d.what}”用了两次，或有窗口在办理没有的业务，请改正后再试。`,
    'staff.alreadyThere': (d) =>
      d.who ? `工号 ${d.who} 重复了，请改一个。` : '这个工号已在使用。',
  },
  en: {
    'branch.dayAhead': (d) =>
      `In the former time zone the business day of ${d.date} has begun: wait for that date in the new one, or start with an empty data folder.`,
    'branch.isSetUp': () =>
      'This branch is set up: sign in and change its settings, or set it back first.',
    'branch.needsManager': () => 'Add a branch manager with a PIN: nobody could sign in otherwise.',
    'branch.nothingToSetBack': () =>
      'Tickets have been issued, so the set-up stays; change its parts in the settings.',
    'settings.inUse': (d) => `"${d.what}" is in use; wait until it is free, then change it.`,
    'settings.letterUsed': (d) =>
      `Numbers with ${d.letter} were given out today; change this letter after the day is closed.`,
    'settings.moved': () => 'Somebody has just changed this; start again from what it is now.',
    'settings.nobodyServes': (d) =>
      `Ticket ${d.number} is not done and no counter could serve it then; end it first, or leave it a counter.`,
    'settings.wrong': (d) => `"${d.what}" stands twice or is unknown to the services; correct it.`,
    'staff.alreadyThere': (d) =>
      d.who
        ? `Staff number ${d.who} stands twice; choose another.`
        : 'This staff number is in use.',
  },
});
