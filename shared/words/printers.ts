import { catalogue } from './catalogue.ts';

/** What is wrong with a printer, for staff. */
export const printers = catalogue({
  zh: {
    title: '打印机',
    is: {
      ok: '正常',
      paperLow: '纸将用完',
      paperOut: '缺纸',
      coverOpen: '上盖打开',
      error: '故障',
      unreachable: '联系不上',
    },
    todo: {
      paperLow: '请准备新纸卷',
      paperOut: '请换纸',
      coverOpen: '请合上盖子',
      error: '请检查切刀和卡纸，再重新开机',
      unreachable: '请检查电源和网线',
    },
    since: (time: string) => `${time} 起`,
    silent: '不报告状态',
    again: '补打',
    printed: (number: string) => `${number} 已打印`,
    number: '号码',
    notWaiting: '没有这个号码在等候，请核对后再试。',
  },
  en: {
    title: 'Printers',
    is: {
      ok: 'Working',
      paperLow: 'Paper running low',
      paperOut: 'Out of paper',
      coverOpen: 'Cover open',
      error: 'Fault',
      unreachable: 'Not answering',
    },
    todo: {
      paperLow: 'Have a new roll ready',
      paperOut: 'Put in a new roll',
      coverOpen: 'Close the cover',
      error: 'Check cutter and paper, then turn it off and on',
      unreachable: 'Check its power and network cable',
    },
    since: (time: string) => `since ${time}`,
    silent: 'tells no status',
    again: 'Print',
    printed: (number: string) => `${number} is printed`,
    number: 'Number',
    notWaiting: 'Nobody waits with this number; please check it and try again.',
  },
});
