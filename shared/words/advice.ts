import { catalogue } from './catalogue.ts';

interface Promised {
  /** The counter's name. */
  readonly name: string;
  readonly time: string;
  /** The class of customers. */
  readonly who: string;
  /** Whole minutes. */
  readonly from: number;
  readonly to: number;
  readonly more: string;
}

/** Advice 调度建议 as staff read it, what a counter is asked for, and what came of it. */
export const advice = catalogue({
  zh: {
    title: '调度建议',
    of: {
      open: (p: Promised) =>
        `现在开${p.name}：到 ${p.time}，${p.who}客户最长等候由 ${p.from} 分钟降到 ${p.to} 分钟`,
      assign: (p: Promised) =>
        `现在由${p.name}兼办${p.more}：到 ${p.time}，${p.who}客户最长等候由 ${p.from} 分钟降到 ${p.to} 分钟`,
      pause: (p: Promised) =>
        p.to < 1
          ? `${p.name}现在可以暂停：到 ${p.time}，${p.who}客户几乎不用等候`
          : `${p.name}现在可以暂停：到 ${p.time}，${p.who}客户最长等候约 ${p.to} 分钟（不暂停约 ${p.from} 分钟）`,
    },
    basis: '按现有队伍、本网点的办理时长和近况推演',
    accept: '采纳',
    taken: '今日采纳',
    did: {
      open: (name: string) => `请${name}开窗`,
      assign: (name: string) => `请${name}兼办`,
      pause: (name: string) => `请${name}暂停`,
    },
    promised: (time: string, minutes: number) => `预计到 ${time} 最长等候 ${minutes} 分钟`,
    followed: (time: string) => `${time} 已照办`,
    waits: '等窗口照办',
    notFollowed: '没有照办',
    came: (minutes: number) => `实际 ${minutes} 分钟`,
    wanted: {
      open: (time: string) => `大堂请本窗口现在开窗，一直开到 ${time}`,
      assign: (time: string, more: string) => `到 ${time}，本窗口兼办${more}`,
      pause: () => '现在客户不多，本窗口可以暂停休息',
    },
    and: '、',
  },
  en: {
    title: 'Advice',
    of: {
      open: (p: Promised) =>
        `Open ${lower(p.name)} now: the longest ${lower(p.who)} wait falls from ${p.from} to ${p.to} minutes by ${p.time}`,
      assign: (p: Promised) =>
        `Let ${lower(p.name)} also take ${lower(p.more)}: the longest ${lower(p.who)} wait falls from ${p.from} to ${p.to} minutes by ${p.time}`,
      pause: (p: Promised) =>
        p.to < 1
          ? `${p.name} may pause now: until ${p.time} ${lower(p.who)} customers hardly wait`
          : `${p.name} may pause now: the longest ${lower(p.who)} wait is about ${p.to} minutes at ${p.time} (${p.from} without the pause)`,
    },
    basis: "Played ahead from the present line, this branch's own service times and the last hour",
    accept: 'Accept',
    taken: 'Accepted today',
    did: {
      open: (name: string) => `Asked ${lower(name)} to open`,
      assign: (name: string) => `Gave ${lower(name)} more to take`,
      pause: (name: string) => `Let ${lower(name)} pause`,
    },
    promised: (time: string, minutes: number) => `longest wait ${minutes} min by ${time} promised`,
    followed: (time: string) => `done at ${time}`,
    waits: 'not done yet',
    notFollowed: 'was not done',
    came: (minutes: number) => `it was ${minutes} min`,
    wanted: {
      open: (time: string) => `Please open this counter now, until ${time}`,
      assign: (time: string, more: string) =>
        `Until ${time} this counter also takes ${lower(more)}`,
      pause: () => 'It is quiet now: this counter may take a break',
    },
    and: ', ',
  },
});

function lower(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
