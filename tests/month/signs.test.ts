import { expect, test } from 'vitest';
import { SIGNS, type SignName, signsOf } from '../../shared/month/signs.ts';
import type { Habits } from '../kit/habits.ts';
import { livelyDays } from '../kit/livelyDays.ts';

function signs(habits: Habits, days = 1) {
  const { rows } = livelyDays({ habits, days, tickets: 400 });
  const rules = rows.at(-1)?.rules;
  if (!rules) throw new Error('no day was closed');
  return signsOf(rows, rules);
}

const marked = (habits: Habits) =>
  signs(habits).flatMap(({ sign, marked }) => (marked ? [sign] : []));

const honest = signs({}, 4);

test('an honest branch shows no sign, on days full of life', () => {
  expect(honest.filter(({ marked }) => marked)).toEqual([]);
  const values = Object.fromEntries(honest.map(({ sign, value }) => [sign, value]));
  expect(Object.keys(values)).toEqual([...SIGNS]);
  expect(Object.values(values)).not.toContain(null);
});

const cheats: readonly (readonly [SignName, Habits])[] = [
  ['quick', { pressesTheKey: 'quickly' }],
  ['burst', { shams: true }],
  ['streak', { pressesTheKey: 'slowly' }],
  ['perfect', { pressesTheKey: 'slowly' }],
  ['mood', { invitesTheHappy: true }],
  ['longGap', { callsEarly: true }],
  ['missed', { marksMissed: true }],
  ['walkIn', { skipsTickets: true }],
  ['offline', { unplugs: true }],
  ['early', { takesEarly: true }],
  ['replaced', { resets: true }],
];

test('there is a cheater for each sign', () => {
  expect(new Set(cheats.map(([sign]) => sign))).toEqual(new Set(SIGNS));
});

test.each(cheats)('%s is marked where somebody does it', (sign, habits) => {
  expect(marked(habits)).toContain(sign);
});
