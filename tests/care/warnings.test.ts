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

test('what nobody deals with is repeated on its own day, then once a day, and lapses after a week', () => {
  const day = employed().plugsIn('2');
  const ofDay: Record<string, number> = {};
  for (let date = 23; date <= 30; date++) {
    const before = day.count('alert.repeated');
    day.at(`2026-11-${date} 09:00`).ticks();
    day.opens('2').takes().serves('2').after(2).rates('A001', 'dissatisfied');
    for (let hour = 10; hour < 17; hour++) day.at(`2026-11-${date} ${hour}:00`).ticks();
    day.closesDay().at(`2026-11-${date} 23:00`).ticks();
    ofDay[date] = day.count('alert.repeated') - before;
  }
  // Seven times its own, and once each that was left from the days before.
  expect(ofDay).toMatchObject({ 23: 7, 24: 8, 25: 9, 30: 14 });
  const { warnings, alerts } = day.at('2026-12-01 09:30').ticks().lobby.care;
  expect(warnings.all.filter(({ end }) => end?.is === 'lapsed')).toHaveLength(2);
  expect(warnings.all.filter(({ end }) => !end)).toHaveLength(6);
  expect(alerts.map(({ id }) => id.slice(0, 10))).toEqual(
    [25, 26, 27, 28, 29, 30].map((date) => `2026-11-${date}`),
  );
});
