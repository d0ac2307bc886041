import { expect, test } from 'vitest';
import { cityNewsOf } from '../../server/center/down/telling.ts';
import type { Asked } from '../kit/city.ts';
import { type CityStory, twoSides } from '../kit/city.ts';
import { circular, workOrder } from '../kit/down.ts';

const { kind: _, ...notice } = circular;
const { kind: __, ...complaint } = workOrder;
const given = () => twoSides().on('2026-11-24').as('ops');
const told = (before: CityStory, after: CityStory, language: 'zh' | 'en' = 'zh') =>
  cityNewsOf(after.facts.slice(before.facts.length), after.city, { language });

test('a group is told of a circular with its number, and that it was taken back', () => {
  const before = given();
  const sent = before.does({ type: 'sent.notice', to: { nodes: ['city'] }, notice } as Asked);
  expect(told(before, sent)).toBe(
    '【通报】10月服务质效通报\n〔2026〕10号\n全市平均等候8.4分钟。\n下发 2 个网点',
  );
  expect(told(before, sent, 'en')).toMatch(/^\[Bulletin\].*To 2 branches$/s);
  const back = sent.does({ type: 'sent.withdraw', sending: '2026-11-24.s1', why: '有误' } as Asked);
  expect(told(sent, back)).toBe('【撤回】10月服务质效通报\n有误');
});

test('what is one branch’s own is told to no group', () => {
  const before = given();
  const order = { type: 'sent.complaint', branch: 'e1', complaint } as Asked;
  expect(told(before, before.does(order))).toBeNull();
  expect(told(before, before.opens('n', 'outlet', 'east'))).toBeNull();
});
