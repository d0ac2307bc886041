import { catalogue } from './catalogue.ts';

/** What is wrong with a printer, for customers at the kiosk and for staff. */
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
    take: '请取走号票',
    noPaper: {
      paperOut: '打印机缺纸，请记住号码或拍照',
      coverOpen: '打印机上盖打开，请记住号码或拍照',
      error: '打印机故障，请记住号码或拍照',
      unreachable: '打印机没有回应，请记住号码或拍照',
    },
    note: '触摸即可取号。暂不出纸，号码显示在屏幕上',
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
    take: 'Please take your ticket',
    noPaper: {
      paperOut: 'Out of paper: please remember or photograph your number',
      coverOpen: 'Printer is open: please remember or photograph your number',
      error: 'Printer fault: please remember or photograph your number',
      unreachable: 'Printer not answering: please remember or photograph your number',
    },
    note: 'One touch gives you a number, on the screen only: no paper just now',
    again: 'Print',
    printed: (number: string) => `${number} is printed`,
    number: 'Number',
    notWaiting: 'Nobody waits with this number; please check it and try again.',
  },
});
