import type { SettingsNow } from '../../../shared/questions/settingsNow.ts';
import { pick, words } from '../../../shared/screen/language.ts';
import { common } from '../../../shared/words/common.ts';
import { line as lineWords } from '../../../shared/words/line.ts';
import { settingsNow } from '../../../shared/words/settingsNow.ts';

type Row = readonly [name: string, value: string];

/** One part of the settings as it is read. */
export interface Group {
  readonly name: keyof typeof settingsNow.zh.groups;
  readonly rows: readonly Row[];
}

const minutes = (seconds: number) => String(Math.round(seconds / 6) / 10);

export function groupsOf(settings: SettingsNow): Group[] {
  return [
    { name: 'branch', rows: branchRows(settings) },
    { name: 'hours', rows: hourRows(settings) },
    { name: 'services', rows: serviceRows(settings) },
    { name: 'counters', rows: counterRows(settings) },
    { name: 'lines', rows: lineRows(settings) },
    { name: 'targets', rows: targetRows(settings) },
    { name: 'texts', rows: textRows(settings) },
    { name: 'rules', rows: ruleRows(settings) },
    { name: 'rating', rows: ratingRows(settings) },
    { name: 'alerts', rows: alertRows(settings) },
    { name: 'voice', rows: voiceRows(settings) },
    { name: 'printers', rows: printerRows(settings) },
    { name: 'lent', rows: otherRows(settings).lent },
    { name: 'cards', rows: otherRows(settings).cards },
    { name: 'minimumSample', rows: otherRows(settings).sample },
  ];
}

function branchRows({ branch }: SettingsNow): Row[] {
  const w = words(settingsNow);
  return [
    [w.name, `${pick(branch.name)} (${branch.id})`],
    [w.zone, branch.timeZone],
  ];
}

function hourRows({ hours }: SettingsNow): Row[] {
  const w = words(settingsNow);
  if (!hours) return [['', w.always]];
  const { week, exceptions, ticketsBeforeMinutes } = hours;
  const days = week.map(
    (span, i): Row => [w.days[i] ?? '', span ? `${span.open}–${span.close}` : w.dayOff],
  );
  const others = Object.keys(exceptions).length;
  return [
    ...days,
    ...(others > 0 ? [['', w.exceptions(others)] as const] : []),
    ...(ticketsBeforeMinutes > 0 ? [['', w.early(ticketsBeforeMinutes)] as const] : []),
  ];
}

function serviceRows({ services, prefixes }: SettingsNow): Row[] {
  const w = words(settingsNow);
  const { classes } = words(lineWords);
  return [
    ...services.map(
      ({ prefix, name, usualSeconds }): Row => [
        `${prefix} ${pick(name)}`,
        w.usual(minutes(usualSeconds)),
      ],
    ),
    [prefixes.premium, classes.premium],
    [prefixes.care, classes.care],
  ];
}

function counterRows({ counters, services }: SettingsNow): Row[] {
  const { classes } = words(lineWords);
  const named = (id: string) => pick(services.find((s) => s.id === id)?.name ?? { zh: id, en: id });
  return counters.map(
    (counter): Row => [
      pick(counter.name),
      `${counter.services.map(named).join(' · ')} | ${counter.classes.map((c) => classes[c]).join(' · ')}`,
    ],
  );
}

function lineRows({ lines }: SettingsNow): Row[] {
  const { classes } = words(lineWords);
  const { level } = words(common);
  return (['ordinary', 'premium'] as const).map((cls): Row => {
    const { yellow, orange, red } = lines[cls];
    const of = (name: keyof typeof level, s: number) => `${level[name]} ${minutes(s)}`;
    return [classes[cls], [of('yellow', yellow), of('orange', orange), of('red', red)].join(' · ')];
  });
}

function targetRows({ targets }: SettingsNow): Row[] {
  const { classes } = words(lineWords);
  return (['ordinary', 'premium'] as const).map(
    (cls): Row => [classes[cls], minutes(targets[cls])],
  );
}

const textRows = ({ texts: { pledge, notices } }: SettingsNow): Row[] =>
  [pledge, ...notices].map((text) => ['', pick(text)]);

/** Those given in seconds; the others are counts, or a time of day. */
const IN_SECONDS = ['callGap', 'recallGap', 'undoWithin'];

function ruleRows({ rules }: SettingsNow): Row[] {
  const w = words(settingsNow);
  return (Object.keys(w.rules) as (keyof typeof w.rules)[]).map((key): Row => {
    const value = rules[key];
    return [w.rules[key], IN_SECONDS.includes(key) ? w.seconds(Number(value)) : String(value)];
  });
}

function ratingRows({ rating }: SettingsNow): Row[] {
  const w = words(settingsNow);
  const { verySatisfied, satisfied, fair, dissatisfied } = rating.points;
  return [
    [w.rating.window, w.seconds(rating.window)],
    [w.rating.moreTime, w.seconds(rating.moreTime)],
    [w.rating.changeWithin, w.seconds(rating.changeWithin)],
    [w.rating.points, [verySatisfied, satisfied, fair, dissatisfied].join(' / ')],
  ];
}

function alertRows({ alerts }: SettingsNow): Row[] {
  const w = words(settingsNow);
  const { missedBurst: burst, recipients } = alerts;
  const { level } = words(common);
  return [
    [w.alerts.repeatEvery, w.minutes(minutes(alerts.repeatEvery))],
    [w.alerts.crowdPerCounter, String(alerts.crowdPerCounter)],
    [w.alerts.idleAfter, w.minutes(minutes(alerts.idleAfter))],
    [w.alerts.missedBurst, w.burst(burst.calls, minutes(burst.within))],
    [w.alerts.adviseAfter, w.minutes(minutes(alerts.adviseAfter))],
    ...(['yellow', 'orange', 'red'] as const).map(
      (name): Row => [`${w.alerts.recipients} · ${level[name]}`, recipients[name].join(' · ')],
    ),
  ];
}

function voiceRows({ voice }: SettingsNow): Row[] {
  const w = words(settingsNow);
  const said = (is: boolean) => (is ? w.yes : w.no);
  const { times = 2, english = false, chime = true } = voice ?? {};
  return [
    [w.voice.times, `${times} ×`],
    [w.voice.english, said(english)],
    [w.voice.chime, said(chime)],
  ];
}

function printerRows({ printers }: SettingsNow): Row[] {
  const w = words(settingsNow);
  if (printers.length === 0) return [['', w.none]];
  return printers.map(({ name, kiosks }): Row => [name, w.printer(kiosks)]);
}

function otherRows({ lent, cards, minimumSample }: SettingsNow) {
  const w = words(settingsNow);
  const row = (text: string): Row[] => [['', text]];
  return {
    lent: row(lent?.each === 0 ? w.none : w.lent(lent?.from ?? 700, lent?.each ?? 50)),
    cards: row(cards ? w.cards(cards.prefixes, cards.single) : w.none),
    sample: row(w.sample(minimumSample.tickets, minimumSample.ratings)),
  };
}
