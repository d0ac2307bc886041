import { expect, test } from 'vitest';
import { branch } from '../kit/records.ts';
import type { Story } from '../kit/story.ts';

const plans = (day: Story, from: string, to: string, people: string[] = []) =>
  day.does({ type: 'training.plan', title: '服务学习规范周', tag: '规范', from, to, people });
const signs = (day: Story, person: string) =>
  day.does({ type: 'training.sign', training: '2026-11-24.t1', person });
const drops = (day: Story) => day.does({ type: 'training.drop', training: '2026-11-24.t1' });
const list = ({ lobby }: Story) => lobby.floor.trainings.list;

test('everybody signs in once, while it lasts', () => {
  const day = plans(branch(), '2026-11-25', '2026-11-27');
  day.refuses('training.notNow', (d) => signs(d, 't1'));
  signs(day.at('2026-11-25 08:00').ticks(), 't1');
  day.refuses('training.signed', (d) => signs(d, 't1'));
  day.refuses('member.unknown', (d) => signs(d, 'x9'));
  expect(list(signs(day, 't2'))[0]?.signed.map((s) => s.person)).toEqual(['t1', 't2']);
  day
    .at('2026-11-28 08:00')
    .ticks()
    .refuses('training.notNow', (d) => signs(d, 't3'));
});

test('where people are named, nobody else signs in', () => {
  const day = plans(branch(), '2026-11-24', '2026-11-24', ['t1']);
  day.refuses('training.notInvited', (d) => signs(d, 't2'));
  day.refuses('member.unknown', (d) => plans(d, '2026-11-24', '2026-11-24', ['x9']));
});

test('it can be dropped until somebody has signed in', () => {
  expect(list(drops(plans(branch(), '2026-11-24', '2026-11-24')))).toEqual([]);
  const day = signs(plans(branch(), '2026-11-24', '2026-11-24'), 't1');
  day.refuses('training.begun', drops);
  day.refuses('training.unknown', (d) =>
    d.does({ type: 'training.drop', training: '2026-11-24.t9' }),
  );
});

test('its dates are real, to come, in order, and within a quarter', () => {
  const day = branch();
  day.refuses('date.unknown', (d) => plans(d, '2026-11-24', '2026-11-31'));
  day.refuses('date.past', (d) => plans(d, '2026-11-20', '2026-11-27'));
  day.refuses('date.far', (d) => plans(d, '2026-11-24', '2027-03-01'));
  day.refuses('time.backwards', (d) => plans(d, '2026-11-27', '2026-11-25'));
});

test('what is over stays at hand for two months', () => {
  const day = plans(branch(), '2026-11-24', '2026-11-24').at('2027-01-26 12:00').ticks();
  expect(list(day)).toEqual([]);
});
