import { catalogue } from './catalogue.ts';

/** The same of what stands around the machine: network, screens, printers. */
export const saysAround = catalogue({
  zh: {
    portUnset: '没有固定端口。',
    portFree: (n: number) => `端口 ${n} 可用。`,
    portOurs: (n: number) => `端口 ${n} 上运行的就是本主机。`,
    portTaken: (n: number) => `端口 ${n} 被别的程序占用；请停掉它，或用 --port 换一个。`,
    portForbidden: (n: number) => `当前用户不能使用端口 ${n}；请用 1024 以上的端口。`,
    addressesFine: (list: string) => `局域网地址：${list}。`,
    addressesNone: '没有局域网地址：只有本机能用；要连其他屏幕请先接好网络。',
    certificateNone: '没有证书：只在本机使用时不需要；要连其他屏幕请用 --tls 启动。',
    certificateGone: (at: string) => `${at} 读不到；请检查 --cert 的路径和权限。`,
    certificateBad: (at: string) => `${at} 不是能读懂的证书。`,
    certificateOver: (at: string, date: string) => `${at} 已于 ${date} 到期；请更换。`,
    certificateSoon: (at: string, days: number) => `${at} 还有 ${days} 天到期；请尽快更换。`,
    authoritySoon: (date: string) =>
      `本主机的根证书到 ${date} 为止，下次启动会换新的；届时请给各屏幕重新安装。`,
    certificateFine: (date: string, days: number) => `证书有效至 ${date}（还有 ${days} 天）。`,
    notBuilt: '画面还没有生成；请运行 npm run build 或 npm start 一次再检查。',
    fontsNone: '生成的画面里缺少中文字体，会显示成方框；请重新运行 npm ci 和 npm run build。',
    fontsOwn: (n: number) => `画面自带中文字体（${n} 个分片）；系统字体在本机查不到。`,
    fontsSystemNone: (n: number) =>
      `画面自带中文字体（${n} 个分片），但系统没有中文字体；报表打印等请安装 fonts-noto-cjk。`,
    fontsFine: (n: number, system: number) =>
      `画面自带中文字体（${n} 个分片），系统另有 ${system} 种中文字体。`,
    browserFine: (name: string) => `可作屏幕的浏览器：${name}。`,
    browserNone: '没有找到浏览器；本机若也要当屏幕，请安装 Chromium（见《一机一屏》）。',
    clipsWrong: (n: number, names: string) =>
      `${n} 个语音片段缺失或已变：${names}。请重新运行 npm run build。`,
    clipsFine: (n: number, own: number) => `${n} 个自带语音片段完好，网点自录 ${own} 个。`,
    voicesUnknown: '浏览器自带语音要在屏幕上看；自带片段已够用。',
    voicesFine: '本机有中文语音可供浏览器朗读；默认仍用自带片段。',
    voicesNone: '本机没有中文语音，不影响使用：叫号用自带片段。',
    printerNone: '没有设置打印机：号码只显示在屏幕上。',
    printerGone: (name: string, at: string) =>
      `打印机 ${name}（${at}）连不上；请检查电源、网线和地址。`,
    printerFails: (name: string, what: string) => `打印机 ${name}：${what}。`,
    printerIs: {
      ...{ unreachable: '连不上', coverOpen: '上盖没有合好，请合上', paperOut: '缺纸，请换纸' },
      ...{ error: '报告故障，请查看打印机', paperLow: '纸快用完，请备好纸', ok: '正常' },
    },
    printerFine: (n: number) => `${n} 台打印机应答正常。`,
  },
  en: {
    portUnset: 'No fixed port.',
    portFree: (n: number) => `Port ${n} is free.`,
    portOurs: (n: number) => `On port ${n} this hub itself is running.`,
    portTaken: (n: number) =>
      `Another program has port ${n}: stop it, or choose another with --port.`,
    portForbidden: (n: number) => `This user may not have port ${n}: use one above 1024.`,
    addressesFine: (list: string) => `On the branch network as ${list}.`,
    addressesNone:
      'No address on a network: only this machine can be a screen until it is plugged in.',
    certificateNone:
      'No certificate: this machine alone needs none; start with --tls for other screens.',
    certificateGone: (at: string) =>
      `${at} cannot be read: check the path after --cert, and its rights.`,
    certificateBad: (at: string) => `${at} is no certificate that can be read.`,
    certificateOver: (at: string, date: string) => `${at} ended on ${date}: replace it.`,
    certificateSoon: (at: string, days: number) => `${at} ends in ${days} days: replace it soon.`,
    authoritySoon: (date: string) =>
      `The hub's own root certificate ends on ${date}; the next start makes a new one, to be installed on each screen.`,
    certificateFine: (date: string, days: number) =>
      `The certificate is good until ${date} (${days} days).`,
    notBuilt:
      'The screens are not built yet: run npm run build, or npm start once, then look again.',
    fontsNone:
      'The built screens lack Chinese letters and would show boxes: npm ci, then npm run build.',
    fontsOwn: (n: number) =>
      `The screens bring Chinese letters (${n} slices); the system's cannot be asked for.`,
    fontsSystemNone: (n: number) =>
      `The screens bring Chinese letters (${n} slices), the system has none: for printed reports install fonts-noto-cjk.`,
    fontsFine: (n: number, system: number) =>
      `The screens bring Chinese letters (${n} slices); the system has ${system} Chinese fonts.`,
    browserFine: (name: string) => `A browser for a screen: ${name}.`,
    browserNone:
      'No browser: if this machine is a screen too, install Chromium (docs/kiosk-mode.md).',
    clipsWrong: (n: number, names: string) =>
      `${n} voice clips are missing or changed: ${names}. Run npm run build.`,
    clipsFine: (n: number, own: number) =>
      `${n} voice clips are as they were made; ${own} of the branch's own.`,
    voicesUnknown: "A browser's own voices show on the screen itself; the clips do without.",
    voicesFine: 'A Chinese voice is there for the browser; the clips remain the default.',
    voicesNone: 'No Chinese voice of its own, and none is needed: the clips announce calls.',
    printerNone: 'No printer is set: numbers are shown on the screen.',
    printerGone: (name: string, at: string) =>
      `Printer ${name} (${at}) does not answer: see to its power, cable, address.`,
    printerFails: (name: string, what: string) => `Printer ${name} ${what}.`,
    printerIs: {
      ...{ unreachable: 'does not answer', coverOpen: 'has its cover open: close it' },
      ...{ paperOut: 'is out of paper: load some', error: 'reports an error: look at it' },
      ...{ paperLow: 'is nearly out of paper: have some ready', ok: 'is fine' },
    },
    printerFine: (n: number) => `${n} printers answer.`,
  },
});
