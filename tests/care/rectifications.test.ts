import { expect, test } from 'vitest';
import { openFor } from '../../shared/care/rectifications/open.ts';
import type { Rectification } from '../../shared/care/rectifications/state.ts';
import { type Story, story } from '../kit/story.ts';

const first = { rectification: '2026-11-23.r1' } as const;
const plan = (owner = 'l1', due = '2026-12-07') => ({
  ...({ type: 'rectification.plan', ...first, owner, due } as const),
  ...({ cause: 'shortStaffed', action: 'openedCounter' } as const),
});
const closing = { type: 'rectification.close', ...first, evidence: '增开三号窗口' } as const;

/** Somebody waits past 20 minutes, and the manager has it put right. */
const opened = () =>
  story()
    .plugsIn('2')
    .opens('2')
    .takes()
    .at('09:20:01')
    .ticks()
    .does({ type: 'rectification.open', source: { from: 'alert', alert: '2026-11-23.a1' } });

const one = (day: Story, n = 1): Rectification => {
  const found = day.lobby.care.rectifications.all[n - 1];
  if (!found) throw new Error(`there is no rectification ${n}`);
  return found;
};

/** The next day, on which one customer waits `minutes`; 0: nobody comes at all. */
function nextDay(day: Story, date: string, minutes: number): Story {
  day.at(`${date} 09:00`).ticks();
  if (minutes === 0) return day.closesDay();
  return day
    .opens('2')
    .takes()
    .after(minutes * 60)
    .serves('2')
    .after(60)
    .closesDay();
}

test('one touch opens it from an alert, tracked on what the alert was about', () => {
  const day = opened();
  expect(one(day)).toMatchObject({
    id: '2026-11-23.r1',
    source: { from: 'alert', ref: '2026-11-23.a1', about: 'wait', subject: 'ordinary' },
    track: { measure: 'longestWait', class: 'ordinary' },
    // The line it had crossed, in seconds: orange.
    ...{ line: 1200, due: '2026-12-07', owner: null },
  });
});

test('each close of a day tracks its figure; a day with nobody says nothing', () => {
  const day = opened().serves('2').after(60).closesDay();
  nextDay(day, '2026-11-24', 12);
  nextDay(day, '2026-11-25', 0);
  nextDay(day, '2026-11-26', 25);
  expect(one(day).tracked.map((t) => [t.date, t.figure, t.n])).toEqual([
    ['2026-11-23', 1201, 1],
    ['2026-11-24', 720, 1],
    ['2026-11-25', null, 0],
    ['2026-11-26', 1500, 1],
  ]);
  expect(one(day).back).toBe(0);
});

test('whoever gave up had waited too: losing long waiters brings no figure back', () => {
  const day = opened().givesUp('A001').closesDay();
  expect(one(day).tracked.at(-1)).toMatchObject({ figure: 1201, n: 1 });
});

test('it is closed only when planned and three days in a row back at its line', () => {
  const day = opened().does(plan()).serves('2').after(60).closesDay();
  nextDay(day, '2026-11-24', 12);
  nextDay(day, '2026-11-25', 19);
  day.refuses('rectification.notBack', (d) => d.does(closing));
  nextDay(day, '2026-11-26', 20);
  day.as('b1').does(closing);
  expect(one(day).closed).toMatchObject({ evidence: '增开三号窗口', by: 'b1' });
  nextDay(day, '2026-11-27', 40);
  expect(one(day).tracked).toHaveLength(4);
});

test('one bad day, and counting begins anew', () => {
  const day = opened().does(plan()).serves('2').after(60).closesDay();
  [12, 12, 21, 12].forEach((minutes, i) => {
    nextDay(day, `2026-11-${24 + i}`, minutes);
  });
  expect(one(day).back).toBe(1);
});

test('month by month it rolls on until then', () => {
  const day = opened().closesDay().at('2026-12-01 09:00').ticks();
  expect(day.facts.filter((f) => f.type === 'rectification.rolled')).toEqual([
    {
      ...{ type: 'rectification.rolled', at: day.now },
      ...{ ...first, from: '2026-11', into: '2026-12' },
    },
  ]);
  day.closesDay().at('2027-01-04 09:00').ticks();
  expect(one(day).rolled).toBe(2);
});

test('the same figure over its line again within 30 days goes on where it was closed', () => {
  const day = opened().does(plan()).serves('2').after(60).closesDay();
  for (const date of ['2026-11-24', '2026-11-25', '2026-11-26']) nextDay(day, date, 5);
  day.does(closing).at('2026-11-27 09:00').ticks().takes().at('2026-11-27 09:11').ticks();
  day.does({ type: 'rectification.open', source: { from: 'alert', alert: '2026-11-27.a1' } });
  expect(day.lobby.care.rectifications.all).toHaveLength(1);
  expect(one(day)).toMatchObject({ closed: null, back: 0, reopened: 1, due: '2026-12-11' });
});

test('a date that is put off stays visible as put off', () => {
  const day = opened().does(plan()).does(plan('l1', '2026-12-20'));
  expect(one(day)).toMatchObject({ firstDue: '2026-12-07', due: '2026-12-20', putOff: 1 });
  // What is overdue may keep its date while the plan changes.
  day.closesDay().at('2026-12-21 09:00').ticks().does(plan('l2', '2026-12-20'));
  expect(one(day)).toMatchObject({ owner: 'l2', putOff: 1 });
});

test('whoever left can neither own it nor have it closed on their name', () => {
  const day = story();
  for (const person of ['b1', 'b2']) day.does({ type: 'staff.add', person, post: 'branchManager' });
  const what = { from: 'hand', what: '雨天门口地滑' } as const;
  day.does({ type: 'rectification.open', source: what, owner: 'b2' }).does(plan('b2'));
  day.does({ type: 'staff.leave', person: 'b2' });
  day.as('b1').refuses('rectification.ownerLeft', (d) => d.does(closing));
  day.does(plan('b1')).refuses('rectification.ownWork', (d) => d.does(closing));
  day.as('s1').does(closing);
  expect(one(day).closed?.by).toBe('s1');
});

test('a dissatisfied rating opens one on satisfaction, without naming the counter or the ticket', () => {
  const day = story().plugsIn('2').opens('2').takes().serves('2').after(3);
  day.rates('A001', 'dissatisfied').after(6);
  day.does({ type: 'rectification.open', source: { from: 'rating', ticket: day.id('A001') } });
  expect(one(day)).toMatchObject({ track: { measure: 'satisfaction' }, line: 85 });
  expect(one(day).source.subject).toBeUndefined();
});

test('findings of other rooms open theirs in the same line, each once', () => {
  const day = story();
  const finding = (ref: string) => ({
    source: { from: 'meeting', ref, about: 'meeting.late', what: '晨会 9:05 结束' } as const,
    owner: null,
  });
  const { care, visit } = day.lobby;
  const facts = openFor(
    care.rectifications,
    visit,
    [finding('m1'), finding('m1'), finding('m2')],
    0,
  );
  expect(facts.map((f) => 'rectification' in f && f.rectification)).toEqual([
    ...['2026-11-23.r1', '2026-11-23.r2'],
  ]);
});

test('60 days after its close it is the ledger’s alone', () => {
  const what = { from: 'hand', what: '雨天门口地滑' } as const;
  const day = story().does({ type: 'rectification.open', source: what }).does(plan());
  day.does(closing).closesDay().at('2027-01-21 09:00').ticks();
  expect(day.lobby.care.rectifications.all).toHaveLength(1);
  day.closesDay().at('2027-01-22 09:00').ticks();
  expect(day.lobby.care.rectifications.all).toEqual([]);
});

test('good practice is posted beside them, and can be taken down', () => {
  const day = story().as('b1').does({ type: 'practice.post', title: '错峰', text: '先引导再取号' });
  expect(day.lobby.care.rectifications.practices).toMatchObject([{ title: '错峰', by: 'b1' }]);
  day.does({ type: 'practice.withdraw', practice: '2026-11-23.g1' });
  expect(day.lobby.care.rectifications.practices).toEqual([]);
  day.does({ type: 'practice.post', title: '错峰', text: '先引导再取号' });
  expect(day.lobby.care.rectifications.practices[0]?.id).toBe('2026-11-23.g2');
});

test('who acknowledged and who handled an alert stands with it', () => {
  const day = story().takes().at('09:11').ticks().as('l1').acknowledges(1).as('b1').handles(1);
  expect(day.alert(1)).toMatchObject({ acknowledgedBy: 'l1', handled: { by: 'b1' } });
});
