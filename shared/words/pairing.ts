import { catalogue } from './catalogue.ts';

/** What a screen says that nobody let in yet. */
export const pairing = catalogue({
  zh: {
    title: '登记这台设备',
    what: '请负责人在负责人屏的“设备”页输入登记码，并选定这台设备的用途。',
    code: '登记码',
    left: (minutes: number) => `${minutes} 分钟内有效，过期自动更换。`,
    asking: '正在向主机取登记码。',
    busy: '等待登记的设备太多，稍后自动再取。',
    first: '第一块负责人屏？',
    setUp: '请输入主机启动时显示的设置码：',
    open: '打开负责人屏',
    wrong: '设置码不对。请看主机窗口里最新的一个。',
    trust: '安装主机证书后，浏览器不再提示不安全：',
    certificate: '下载主机证书',
  },
  en: {
    title: 'Pair this device',
    what: 'A branch manager types this code on the manager panel, page Devices, and says what this screen is.',
    code: 'Code',
    left: (minutes: number) => `Good for ${minutes} min; a new one follows by itself.`,
    asking: 'Asking the hub for a code.',
    busy: 'Too many screens are waiting; another try follows by itself.',
    first: 'The first manager panel?',
    setUp: 'Type the set-up code that the hub printed when it started:',
    open: 'Open the panel',
    wrong: 'Wrong set-up code. Use the latest one in the window of the hub.',
    trust: 'With its certificate installed, the browser warns no more:',
    certificate: 'Download the certificate',
  },
});
