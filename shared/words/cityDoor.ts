import type { CityDoorRefusal } from '../city/wire.ts';
import { catalogue } from './catalogue.ts';

type Details = Readonly<Record<string, string | number>>;
type Sentences = Record<CityDoorRefusal, (d: Details) => string>;

const zh: Sentences = {
  'door.branchEnrolled': (d) => `网点 ${d.branch} 已经接入：要换新账本请开新一期。`,
  'door.branchUnknown': (d) => `没有接入过网点 ${d.branch}。`,
  'door.codeUnknown': () => '这个一次性码不对、已用过或已过期：请向管理员重新领取。',
  'door.fault': () => '市中心程序出错，没有取到，请稍后再试。',
  'door.forbidden': () => '您的角色不能进行这项操作。',
  'door.malformed': (d) => `无法识别所送内容（${d.at}），请刷新页面后再试。`,
  'door.notKnown': () => '工号或密码不对。',
  'door.outside': () => '这个机构不在您的管辖之内。',
  'door.protocol': () => '页面版本与市中心不一致，正在重新载入。',
  'door.signedOut': () => '请先登录。',
  'door.tooFast': () => '操作过于频繁，请稍候再试。',
  'door.unknown': () => '没有找到，请刷新后再试。',
  'door.wait': (d) => `密码错误次数过多，请 ${d.minutes} 分钟后再试。`,
  'door.weakPassword': () => '密码过于简单：请至少用 10 位，不要重复或连续。',
};

const en: Sentences = {
  'door.branchEnrolled': (d) =>
    `Branch ${d.branch} is enrolled already: a new ledger for it is a new epoch.`,
  'door.branchUnknown': (d) => `Branch ${d.branch} is not enrolled.`,
  'door.codeUnknown': () =>
    'This code is wrong, used or run out: ask an administrator for another.',
  'door.fault': () => 'The center’s program failed and nothing was read: try again in a while.',
  'door.forbidden': () => 'Your role may not do this.',
  'door.malformed': (d) => `What was sent is not understood (${d.at}): load the page again.`,
  'door.notKnown': () => 'The staff number or the password is wrong.',
  'door.outside': () => 'This unit is not yours to see.',
  'door.protocol': () =>
    'This page and the center are of different versions; it loads itself anew.',
  'door.signedOut': () => 'Please sign in.',
  'door.tooFast': () => 'Too much at once: wait a little and try again.',
  'door.unknown': () => 'Not found: load the page again.',
  'door.wait': (d) => `Too many wrong passwords: try again in ${d.minutes} minutes.`,
  'door.weakPassword': () =>
    'This password is too simple: at least 10 characters, neither repeated nor in a row.',
};

export const doorSentence = (code: CityDoorRefusal, details: Details = {}) => ({
  zh: zh[code](details),
  en: en[code](details),
});
export const isDoorRefusal = (code: string): code is CityDoorRefusal => code in zh;

/** At the center's door. */
export const cityDoor = catalogue({
  zh: {
    title: '市中心',
    signIn: '登录',
    person: '工号',
    password: '密码',
    name: '姓名',
    code: '一次性码',
    newPassword: '新密码',
    passwordIs: '至少 10 位',
    again: '再输入一次',
    differ: '两次输入的密码不同。',
    enter: '进入',
    haveCode: '我有一次性码',
    havePassword: '我有密码',
    choose: '设定密码',
    chooseMeans: '管理员给您的一次性码，三天内有效，只能用一次。',
    found: '设立首位管理员',
    foundMeans: '市中心启动时在它自己的控制台上打印了一个一次性码，请输入它。',
    out: '退出登录',
    session: '登录已经结束，请重新登录。',
    purpose: '全辖网点 · 一个真实的排名',
  },
  en: {
    title: 'City center',
    signIn: 'Sign in',
    person: 'Staff number',
    password: 'Password',
    name: 'Name',
    code: 'One-time code',
    newPassword: 'New password',
    passwordIs: 'At least 10 characters',
    again: 'Once more',
    differ: 'The two passwords are not the same.',
    enter: 'Enter',
    haveCode: 'I have a one-time code',
    havePassword: 'I have a password',
    choose: 'Choose a password',
    chooseMeans: 'The code an administrator gave you; good for three days, and once.',
    found: 'The first administrator',
    foundMeans:
      'When the center started, it printed a one-time code on its own console: type it here.',
    out: 'Sign out',
    session: 'The session has ended: please sign in again.',
    purpose: 'All branches · one true ranking',
  },
});
