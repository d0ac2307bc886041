import { expect, test } from 'vitest';
import { careRules } from '../../shared/careRules.ts';
import { employed, FIRST, opens, order, warning } from '../kit/complaints.ts';
import type { Story } from '../kit/story.ts';

const W1 = { warning: '2026-11-23.w1' };
const served = () => employed().plugsIn('2').opens('2').takes().serves('2').after(2);
const dissatisfied = () => served().rates('A001', 'dissatisfied');
const ends = (day: Story) =>
  day.does({ type: 'warning.close', ...W1, action: 'spokeToCustomer', note: '已当面致歉' });

test('苗头: a dissatisfied rating opens an early warning with half an hour on its clock', () => {
  const day = dissatisfied();
  expect(warning(day)).toMatchObject({ from: 'rating', ticket: day.id('A001'), end: null });
  expect(warning(day).until).toBe(day.now + 30 * 60_000);
});

test('a slip of the finger takes it back', () => {
  const day = dissatisfied().changesTo('A001', 'satisfied');
  expect(warning(day).end).toEqual({ is: 'dropped', at: day.now });
});

test('handled as an alert it is dealt with, and the other way round', () => {
  expect(warning(dissatisfied().handles(1)).end).toMatchObject({ is: 'closed' });
  const day = ends(dissatisfied());
  expect(warning(day).end).toMatchObject({ is: 'closed', by: 's1', note: '已当面致歉' });
  expect(day.alert(1)).toMatchObject({ handled: { action: 'spokeToCustomer' } });
  expect(day.alerts).toEqual([]);
});

test('a wait past red opens one, once', () => {
  const day = employed().takes().at('09:10:01').ticks().at('09:20:01').ticks();
  expect(day.lobby.care.warnings.all).toEqual([]);
  day.at('09:30:01').ticks().at('09:50').ticks();
  expect(day.lobby.care.warnings.all).toHaveLength(1);
  expect(warning(day)).toMatchObject({ from: 'wait', class: 'ordinary' });
});

test('one seen by hand is taken up, and is late after its time', () => {
  const day = employed().does({ type: 'warning.raise', note: '客户在大厅争执', service: 'cash' });
  day.does({ type: 'warning.take', ...W1 });
  expect(warning(day)).toMatchObject({ from: 'hand', taken: { by: 's1' } });
  expect(day.after(1801).ticks().alerts).toEqual(['complaintDue 2026-11-23.w1 orange']);
  expect(ends(day).ticks().alerts).toEqual([]);
});

test('it may become a complaint, which ends it', () => {
  const day = opens(dissatisfied(), W1);
  expect(warning(day).end).toEqual({ is: 'turned', at: day.now, complaint: FIRST });
  expect(order(day).id).toBe(FIRST);
  day.refuses('warning.over', (d) => opens(d, W1));
});

test('a branch may switch either off', () => {
  const care = careRules.parse({ warnOfRatings: false, warnOfWaits: false });
  const day = employed({ care }).plugsIn('2').opens('2').takes().serves('2').after(2);
  day.rates('A001', 'dissatisfied').takes().after(1801).ticks();
  expect(day.lobby.care.warnings.all).toEqual([]);
});
