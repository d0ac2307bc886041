import { expect, test } from 'vitest';
import { newsOf } from '../../server/notices/telling.ts';
import { figuresView } from '../../shared/views/figures.ts';
import { branchPart } from '../../shared/views/parts.ts';
import { dayText } from '../../shared/words/group.ts';
import { circular, enters, Road } from '../kit/down.ts';
import { type Story, story } from '../kit/story.ts';
import { robotOf } from './rig.ts';

const robot = (more: object = {}) => robotOf('wecom', 'https://group.example', more);
const said = (day: Story, more: object = {}) => newsOf(day.facts, day.lobby, robot(more));

test('nothing is said below the level a group wants to hear of', () => {
  const day = story().takes().at('09:10:01').ticks();
  expect(said(day)).toBeNull();
  expect(said(day, { level: 'yellow' })).toBe(
    [
      '【黄色预警】示范网点',
      '09:10 普通客户最长已等 10 分钟（警戒线 10 分钟）',
      '请大堂经理关注。',
    ].join('\n'),
  );
});

test('a group can be told in English', () => {
  const day = story().takes().at('09:20:01').ticks();
  expect(said(day, { language: 'en' })).toContain('longest wait 20 min (line: 20 min)');
});

test('an alert that rose, and one that is repeated and nobody saw to, is said again', () => {
  const day = story().takes().at('09:20:01').ticks();
  day.facts.length = 0;
  expect(said(day.after(599).ticks())).toBeNull();
  expect(said(day.after(1).ticks())).toContain('红色预警');
  day.facts.length = 0;
  expect(said(day.after(600).ticks())).toContain('未解除');
  day.facts.length = 0;
  expect(said(day.acknowledges(1).after(600).ticks())).toBeNull();
});

/** A branch where everything goes wrong, with all that could tell who a customer was. */
function badDay(): Story {
  const day = story().plugsIn('2').opens('2').opens('3');
  for (let i = 0; i < 40; i++) day.takes('cash', i % 5 === 0 ? 'premium' : 'ordinary');
  day.isGiven('cash', 'disabled').at('09:31').ticks();
  for (let i = 0; i < 6; i++) {
    const number = day.next('2')?.split(' ')[0] ?? '';
    day.serves('2', 60).after(3).rates(number, 'dissatisfied').after(15);
  }
  for (let i = 0; i < 6; i++) day.losesNext('3').after(15);
  day.ticks();
  day.does({
    ...{ type: 'alert.handle', alert: day.alert(1).id, cause: 'other', action: 'other' },
    note: '客户张某某电话 13800000000',
  });
  return day.closesDay();
}

test('A20: no ticket, no customer and no free text ever reaches a group', () => {
  const day = badDay();
  const numbers = day.facts.flatMap((f) =>
    f.type === 'ticket.issued' ? [f.number, f.ticket] : [],
  );
  expect(numbers.length).toBe(82);
  for (const language of ['zh', 'en']) {
    const text = said(day, { level: 'yellow', language }) ?? '';
    expect(text.length).toBeGreaterThan(200);
    expect(numbers.filter((n) => text.includes(n))).toEqual([]);
    expect(text).not.toMatch(/张某某|1380|disabled|offer-|\d{4}-\d{2}-\d{2}\./);
  }
});

test('what is said of a dissatisfied customer names neither the ticket nor the counter', () => {
  const day = badDay();
  const only = day.facts.filter((f) => f.type === 'alert.raised' && f.kind === 'dissatisfied');
  const text = newsOf(only.slice(0, 1), day.lobby, robot()) ?? '';
  expect(text).toContain('有客户不满意');
  expect(text).not.toMatch(/窗口|[AVS]\d{3}/);
});

test('the day’s sums, in three wordings, with the figures of the panel', () => {
  const day = badDay();
  const figures = figuresView(day.lobby, day.now);
  const alerts = { all: 9, red: 2, open: 8 };
  const sums = { branch: branchPart(day.lobby.visit), figures, alerts };
  const circular = dayText('zh', 'circular', sums);
  expect(circular).toContain(`办结 ${figures.all.served} 笔`);
  expect(circular).toContain('预警 9 条，其中红色 2 条，未处理 8 条。');
  expect(dayText('zh', 'notice', sums)).toContain('请各岗位');
  const warning = dayText('zh', 'warning', sums);
  expect(warning).toContain('超橙线');
  expect(warning).not.toContain('办结');
  expect(said(day, { level: 'red', daily: false }) ?? '').not.toContain('通报');
});

test('ratings so few that they would be somebody’s own are left out', () => {
  const day = story().plugsIn('2').opens('2').takes().serves('2').after(3);
  day.rates('A001', 'fair').closesDay();
  expect(said(day)).not.toContain('满意度');
});

test('what the city sends down is told by kind, number and counts: what somebody typed stays on the board', () => {
  const road = new Road();
  const day = enters(story(), road.next(circular));
  expect(said(day)).toBe('【通报】上级下发了通报 〔2026〕10号。\n请在负责人屏上查收。');
  expect(said(day)).not.toContain(circular.title);
  expect(said(day, { daily: false })).toBeNull();

  day.facts.length = 0;
  const hours = [
    { at: '10:00', n: 40, late: 22 },
    { at: '14:30', n: 30, late: 9 },
  ];
  const figures = { month: '2026-10', n: 400, late: 96, line: 0.1, hours };
  const prompt = { kind: 'notice', is: 'warning', title: '高峰超线', lines: ['请增开'], figures };
  enters(day, road.next(prompt));
  const text = said(day, { daily: false, language: 'en' });
  expect(text).toContain('2026-10: 24% of 400 waits were over orange.\nMostly at 10:00, 14:30.');
  expect(text).not.toMatch(/高峰|增开/);
  expect(said(day, { daily: false, level: 'red' })).toBeNull();
});
