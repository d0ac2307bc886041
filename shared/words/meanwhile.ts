import { catalogue } from './catalogue.ts';

/** After an outage 断网: what was served by voice, and what a lost kiosk gave out. */
export const meanwhile = catalogue({
  zh: {
    title: '断网期间的号票',
    some: (n: number) => `断网期间的号票，还有 ${n} 张在等候`,
    cutOff: '有取号机与主机断开，它发出的号会自动补报',
    look: '处理',
    means:
      '断网时已由工作人员叫号办完的，请选出来，记为“已办理”：不计入等候平均，单独计数。其余的照常叫号。',
    all: '全选',
    none: '全不选',
    served: (n: number) => `已办理 ${n} 张`,
    sure: (n: number) => `确认 ${n} 张已办理`,
    stillHere: '其余仍在等候',
    close: '收起',
    takenAt: (time: string) => `${time} 取号`,
    byHand: '取号机不能再用？请按客户说的，逐张补录它断网时发出的号',
    number: '号码',
    time: '取号时间',
    enter: '补录',
    entered: (number: string) => `${number} 已补录`,
  },
  en: {
    title: 'Tickets from the outage',
    some: (n: number) => `Tickets from the outage: ${n} still waiting`,
    cutOff: 'A kiosk cannot reach the hub; its numbers come in by themselves',
    look: 'Clear up',
    means:
      'Choose those the staff called and served meanwhile: they count as served, outside the mean waits. All others are called as usual.',
    all: 'Select all',
    none: 'Select none',
    served: (n: number) => `${n} were served`,
    sure: (n: number) => `Sure: ${n} served`,
    stillHere: 'The others still wait',
    close: 'Close',
    takenAt: (time: string) => `taken ${time}`,
    byHand: 'Is the kiosk gone for good? Enter the numbers it gave out, as customers tell them',
    number: 'Number',
    time: 'Taken at',
    enter: 'Enter',
    entered: (number: string) => `${number} is entered`,
  },
});
