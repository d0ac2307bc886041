import { expect, test } from 'vitest';
import { meetingDay } from '../../shared/floor/meetings/day.ts';
import type { BusinessDate, DeviceId, StaffId } from '../../shared/ids.ts';
import { rowOf } from '../../shared/month/dayRow.ts';
import { nothingOutside } from '../../shared/views/devices.ts';
import { meetingsView, meetingsWaiting } from '../../shared/views/meetings.ts';
import { unreadAt } from '../../shared/views/notices.ts';
import { rosterView } from '../../shared/views/roster.ts';
import { begins, branch, ends, marks, meets, planned, signs, usualDay } from '../kit/records.ts';
import type { Story } from '../kit/story.ts';

const named = { ...nothingOutside, people: new Map([['t1' as StaffId, '王小明']]) };
const seen = (day: Story) => meetingsView(day.lobby, day.now, named);

test('the next meeting is filled in: the on-duty head leads, the specialist records, the roster is expected', () => {
  const { next, opens, held, people } = seen(planned());
  expect(next.morning).toMatchObject({ host: 'b1', recorder: 's1', planned: false, topics: [] });
  expect(next.morning.expected.map((e) => e.person)).toEqual(['b1', 'l1', 't1', 't2', 't3']);
  expect([opens, held.length]).toEqual(['09:00', 0]);
  expect(people.find((p) => p.id === 't1')?.name).toBe('王小明');
});

test('a plan goes before what would be filled in, and holds for its own date alone', () => {
  const plan = { type: 'meeting.plan', kind: 'morning', host: 'l1', recorder: 't1' } as const;
  const topics = [{ topic: 'plans', note: '' }];
  const day = planned()
    .does({ ...plan, date: '2026-11-24', topics })
    .does({ ...plan, date: '2026-11-25', topics: [] });
  expect(seen(day).next.morning).toMatchObject({ host: 'l1', planned: true, topics });
  expect(seen(day).plans.map((p) => p.date)).toEqual(['2026-11-25']);
});

test('without anybody to lead, the branch manager stands there; nobody is made up', () => {
  expect(seen(branch()).next.morning).toMatchObject({ host: 'b1', recorder: 's1', expected: [] });
  const empty = branch();
  for (const person of ['s1', 'l1', 't1', 't2', 't3']) empty.does({ type: 'staff.leave', person });
  expect(seen(empty).next.morning).toMatchObject({ host: 'b1', recorder: null });
});

test('the tab says what still waits: to be begun, to be ended, to be signed', () => {
  const day = planned();
  expect(meetingsWaiting(day.lobby)).toBe(1);
  expect(meetingsWaiting(begins(day.at('08:30').ticks()).lobby)).toBe(1);
  expect(meetingsWaiting(signs(ends(marks(day).at('08:41'))).lobby)).toBe(0);
  expect(meetingsWaiting(branch().at('2026-11-29 12:00').ticks().lobby)).toBe(0);
});

test('the last fortnight stands with its days', () => {
  const day = meets(planned(), '08:30', '08:41').at('2026-11-26 09:00').ticks();
  const states = seen(day)
    .days.slice(-4)
    .map((d) => [d.date.slice(8), d.opens, d.state]);
  expect(states).toEqual([
    ['23', null, null],
    ['24', '09:00', 'held'],
    // The hub was off on Wednesday, so nothing is known of it.
    ['25', '09:00', null],
    ['26', '09:00', 'missing'],
  ]);
});

test('the roster shows last week to the one that plans reach into, and what differs now', () => {
  const day = planned().at('09:05').ticks();
  day.does({ type: 'counter.open', counter: '3', teller: 't1' });
  const view = rosterView(day.lobby, day.now, named);
  expect([view.days[0]?.date, view.days.at(-1)?.date]).toEqual(['2026-11-16', '2026-12-13']);
  expect(view.days.find((d) => d.date === '2026-11-24')).toMatchObject({
    ...usualDay,
    ...{ planned: true, dayOff: false, hours: { open: '09:00', close: '17:00' } },
  });
  expect(view.deviations.map((d) => [d.is, d.person])).toEqual([
    ['notThere', 'l1'],
    ['notThere', 't1'],
    ['notThere', 't2'],
    ['unplanned', 't1'],
  ]);
});

test('the day’s row keeps how the meeting was, how long, and who was there', () => {
  const day = planned().at('08:30').ticks();
  ends(marks(begins(day), { t2: { is: 'absent', reason: 'leave' } }).at('08:42'));
  ends(marks(begins(day.at('17:05').ticks(), { kind: 'evening' })).at('17:10'));
  const kept = { morning: 'held', minutes: 12, eveningMinutes: 5, present: 4, absent: 1 };
  expect(meetingDay(day.lobby.floor.meetings, '2026-11-24' as BusinessDate)).toEqual(kept);
  expect(rowOf(day.closesDay().lobby, day.now)?.records).toMatchObject({ meetings: kept });
  const off = branch().at('2026-11-29 12:00').ticks();
  expect(rowOf(off.lobby, off.now)?.records).not.toHaveProperty('meetings');
});

test('a screen is told what those signed in there have still to read', () => {
  const at = { type: 'device.approve', device: 'c2', role: 'counter', counter: '2' } as const;
  const day = branch().does(at).does({ type: 'device.approve', device: 'f1', role: 'floor' });
  day.does({ type: 'notice.post', kind: 'notice', title: '一', lines: [] });
  day.does({ type: 'notice.post', kind: 'warning', title: '二', lines: ['午间'] });
  const told = (where: '2' | 'floor') => unreadAt(day.lobby, where as never);
  expect([told('2'), told('floor')]).toEqual([[], []]);
  day.does({ type: 'person.signIn', person: 't1', device: 'c2' as DeviceId });
  expect(told('floor')).toEqual([]);
  expect(told('2')).toMatchObject([{ person: 't1', count: 2, newest: { title: '二' } }]);
  day.person = 't1';
  day.does({ type: 'notice.read', notice: '2026-11-24.n2' });
  expect(told('2')).toMatchObject([{ count: 1, newest: { title: '一' } }]);
});
