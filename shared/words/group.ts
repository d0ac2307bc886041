import { localTime } from '../calendar.ts';
import type { AlertCard } from '../views/alerts.ts';
import type { FiguresView } from '../views/figures.ts';
import type { Branch } from '../views/parts.ts';
import { alerts } from './alerts.ts';
import { catalogue } from './catalogue.ts';
import { line } from './line.ts';

/**
 * What may be told to a group of colleagues, by hand or by a robot. Nothing in it is about a customer
 * or a ticket, and nothing that somebody typed freely: classes, services, counters, counts, minutes.
 */

export type GroupLanguage = 'zh' | 'en';

/** 通报, 通知, 警示: what happened, what is asked, what must not go on. */
export type GroupKind = 'circular' | 'notice' | 'warning';

export const group = catalogue({
  zh: {
    levels: { yellow: '黄色', orange: '橙色', red: '红色' },
    alert: (level: string, branch: string) => `【${level}预警】${branch}`,
    again: (level: string, branch: string) => `【${level}预警·未解除】${branch}`,
    line: (minutes: number) => `（警戒线 ${minutes} 分钟）`,
    dissatisfied: '有客户不满意，请到现场了解情况',
    complaint: '有投诉工单快到期限，请尽快办理',
    please: (posts: string) => `请${posts}关注。`,
    join: '、',
    kinds: {
      circular: (branch: string, date: string) => `【通报】${branch} ${date} 服务情况`,
      notice: (branch: string, date: string) => `【通知】${branch} ${date} 服务提示`,
      warning: (branch: string, date: string) => `【警示】${branch} ${date} 服务警示`,
    },
    served: (n: number, walkIns: number, abandoned: number) =>
      `办结 ${n} 笔，无号办理 ${walkIns} 笔，弃号 ${abandoned} 张。`,
    waits: (cls: string, mean: string, longest: string) =>
      `${cls}客户平均等候 ${mean} 分钟，最长 ${longest} 分钟`,
    over: (share: string) => `，超橙线 ${share}`,
    satisfaction: (points: string, n: number) => `满意度 ${points} 分（${n} 份评价）`,
    invitation: (share: string) => `，柜员发起评价率 ${share}`,
    alerts: (all: number, red: number, open: number) =>
      `预警 ${all} 条，其中红色 ${red} 条，未处理 ${open} 条。`,
    stop: '。',
    nothing: '今日无超线情况。',
    asks: {
      circular: null,
      notice: '请各岗位关注等候高峰，及时引导分流、增开窗口。',
      warning: '请立即核实原因，落实责任人和措施，完成整改后报告。',
    },
  },
  en: {
    levels: { yellow: 'Yellow', orange: 'Orange', red: 'Red' },
    alert: (level: string, branch: string) => `[${level} alert] ${branch}`,
    again: (level: string, branch: string) => `[${level} alert, still open] ${branch}`,
    line: (minutes: number) => ` (line: ${minutes} min)`,
    dissatisfied: 'a customer is dissatisfied; please see to it in person',
    complaint: 'a complaint is close to its limit; please see to it',
    please: (posts: string) => `For ${posts}.`,
    join: ', ',
    kinds: {
      circular: (branch: string, date: string) => `[Circular] ${branch}, ${date}: service`,
      notice: (branch: string, date: string) => `[Notice] ${branch}, ${date}: service`,
      warning: (branch: string, date: string) => `[Warning] ${branch}, ${date}: service`,
    },
    served: (n: number, walkIns: number, abandoned: number) =>
      `${n} served, ${walkIns} without a number, ${abandoned} gave up.`,
    waits: (cls: string, mean: string, longest: string) =>
      `${cls}: average wait ${mean} min, longest ${longest} min`,
    over: (share: string) => `, over orange ${share}`,
    satisfaction: (points: string, n: number) => `Satisfaction ${points} of ${n} ratings`,
    invitation: (share: string) => `, invitation rate ${share}`,
    alerts: (all: number, red: number, open: number) =>
      `${all} alerts, ${red} of them red, ${open} not handled.`,
    stop: '.',
    nothing: 'Nothing was over its line today.',
    asks: {
      circular: null,
      notice: 'Please watch the rush hours, guide customers and open counters in time.',
      warning: 'Please find the cause at once, name who does what, and report when it is done.',
    },
  },
});

/** What a card says, for staff of the branch; a ticket's number stands in it. */
export function alertSentence(
  language: GroupLanguage,
  card: Pick<AlertCard, 'kind' | 'subject' | 'name' | 'figure' | 'thing'>,
): string {
  const { kind, subject, name, figure, thing } = card;
  const classes: Record<string, string> = line[language].classes;
  const things = alerts[language].things;
  const who = name?.[language] ?? (thing ? things[thing] : (classes[subject] ?? subject));
  return alerts[language].of[kind](who, figure);
}

/** The same for a group: never a ticket, and never whose customer it was. */
function neutral(language: GroupLanguage, card: AlertCard): string {
  const w = group[language];
  if (card.kind === 'dissatisfied') return w.dissatisfied;
  if (card.kind === 'complaintDue') return w.complaint;
  if (card.kind === 'deviceOffline') return alertSentence(language, { ...card, name: null });
  const said = alertSentence(language, card);
  return card.line === null ? said : said + w.line(Math.round(card.line / 60));
}

type Place = Pick<Branch, 'name' | 'timeZone' | 'offset'>;

export interface AlertNews {
  readonly branch: Place;
  readonly card: AlertCard;
  /** Hub time it is said at. */
  readonly at: number;
  /** Said before, and not over. */
  readonly again?: boolean;
}

export function alertText(language: GroupLanguage, news: AlertNews): string {
  const { branch, card, at, again = false } = news;
  const w = group[language];
  const time = localTime(branch.timeZone, at + branch.offset).time;
  const head = (again ? w.again : w.alert)(w.levels[card.level], branch.name[language]);
  return [
    head,
    `${time} ${neutral(language, card)}`,
    card.recipients.length > 0 ? w.please(card.recipients.join(w.join)) : null,
  ]
    .filter((part) => part !== null)
    .join('\n');
}

export interface DaySums {
  readonly branch: Place;
  readonly figures: FiguresView;
  readonly alerts: { readonly all: number; readonly red: number; readonly open: number };
}

/** The day so far, or as it was. A warning says only what is over its line. */
export function dayText(language: GroupLanguage, kind: GroupKind, sums: DaySums): string {
  const { branch, figures, alerts: counts } = sums;
  const w = group[language];
  const over = waitLines(language, figures, true);
  const body =
    kind === 'warning'
      ? over.length > 0
        ? over
        : [w.nothing]
      : [
          w.served(figures.all.served, figures.all.walkIns, figures.all.abandoned),
          ...waitLines(language, figures, false),
          ...ratingLine(language, figures),
        ];
  const asks = kind === 'warning' && over.length === 0 ? null : w.asks[kind];
  return [
    w.kinds[kind](branch.name[language], figures.day ?? ''),
    ...body,
    w.alerts(counts.all, counts.red, counts.open),
    asks,
  ]
    .filter((part) => part !== null)
    .join('\n');
}

function waitLines(language: GroupLanguage, figures: FiguresView, onlyOver: boolean): string[] {
  const w = group[language];
  return (['ordinary', 'premium', 'care'] as const).flatMap((cls) => {
    const wait = figures.classes[cls]?.wait;
    if (!wait || wait.mean === null || wait.max === null) return [];
    const { orange } = cls === 'ordinary' ? figures.lines.ordinary : figures.lines.premium;
    if (onlyOver && wait.max <= orange) return [];
    const share = wait.over[String(orange)];
    const said = w.waits(line[language].classes[cls], minutes(wait.mean), minutes(wait.max));
    return [`${said}${share ? w.over(percent(share)) : ''}${w.stop}`];
  });
}

/** Fewer than five would be somebody's own. */
const FEWEST = 5;

function ratingLine(language: GroupLanguage, { all }: FiguresView): string[] {
  const { satisfaction, given, invitationRate } = all.rating;
  const w = group[language];
  if (satisfaction === null || given < FEWEST) return [];
  const invited = invitationRate === null ? '' : w.invitation(percent(invitationRate));
  return [w.satisfaction(satisfaction.toFixed(1), given) + invited + w.stop];
}

const minutes = (seconds: number) => (seconds / 60).toFixed(1);
const percent = (share: number) => `${Math.round(share * 100)}%`;
