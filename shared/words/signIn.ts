import { catalogue } from './catalogue.ts';

/** Who is signed in at a screen of the staff's. */
export const signIn = catalogue({
  zh: {
    nobody: '请先登录',
    person: '工号',
    pin: '密码',
    pinIs: '6 至 12 位数字',
    in: '登录',
    out: '退出登录',
    founding: '这里还没有设置。',
    setUp: '开始设置',
    found: '登记设备与人员',
  },
  en: {
    nobody: 'Please sign in',
    person: 'Staff number',
    pin: 'PIN',
    pinIs: '6 to 12 digits',
    in: 'Sign in',
    out: 'Sign out',
    founding: 'Not set up yet.',
    setUp: 'Set it up',
    found: 'Add devices and staff',
  },
});
