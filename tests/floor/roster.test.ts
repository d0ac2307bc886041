import { expect, test } from 'vitest';
import type { DayPlan, Shift } from '../../shared/floor/roster/commands.ts';
import { deviations } from '../../shared/floor/roster/presence.ts';
import { rosterOn, tellersNow } from '../../shared/floor/roster/state.ts';
import type { BusinessDate, StaffId } from '../../shared/ids.ts';
import { atNine, branch, planned, plans, shift, usualDay } from '../kit/records.ts';
import type { Story } from '../kit/story.ts';

const on = ({ lobby }: Story, date: string) =>
  rosterOn(lobby.floor.roster, lobby.visit.settings.hours, date as BusinessDate);
const who = (day: Story, date: string) => on(day, date).shifts.map((s) => s.person);
const pattern = (day: Story, plan: DayPlan = usualDay) =>
  day.does({ type: 'shift.pattern', week: [plan, plan, plan, plan, plan, null, plan] });
const of = (...shifts: Shift[]): DayPlan => ({ head: null, shifts });
const day =
  (...shifts: Shift[]) =>
  (d: Story) =>
    plans(d, '2026-11-24', of(...shifts) as never);

test('a date has the roster that was planned for it, else that of the usual week', () => {
  const one = pattern(branch());
  expect(who(one, '2026-11-25')).toEqual(['b1', 'l1', 't1', 't2', 't3']);
  plans(one, '2026-11-25', { ...usualDay, shifts: usualDay.shifts.slice(0, 2) });
  expect(who(one, '2026-11-25')).toEqual(['b1', 'l1']);
  expect(on(one, '2026-11-26').head).toBe('b1');
});

test('on a day off nobody is on the roster, whatever the usual week says', () => {
  expect(who(pattern(branch()), '2026-11-29')).toEqual([]);
});

test('a day that has begun keeps its roster when the usual week changes', () => {
  const one = pattern(branch()).at('2026-11-25 08:00').ticks();
  pattern(one, of(shift('t3', 'teller')));
  expect(who(one, '2026-11-25')).toHaveLength(5);
  expect(who(one, '2026-11-26')).toEqual(['t3']);
});

test('last week is copied: days off and what is past stay as they are', () => {
  const one = planned();
  const plan = { ...usualDay, shifts: usualDay.shifts.slice(0, 3) };
  for (const date of ['2026-11-27', '2026-11-28']) plans(one, date, plan);
  one.does({ type: 'shift.copyWeek', from: '2026-11-23', to: '2026-11-30' });
  expect(who(one, '2026-12-01')).toHaveLength(5);
  expect(who(one, '2026-12-04')).toHaveLength(3);
  expect(who(one, '2026-12-06')).toEqual([]);
  one.at('2026-12-05 08:00').ticks();
  one.does({ type: 'shift.copyWeek', from: '2026-11-23', to: '2026-11-30' });
  expect(one.facts.filter((f) => f.type === 'shift.planned' && f.at === one.now)).toHaveLength(1);
});

test('a copy that names somebody who left is refused whole', () => {
  const one = planned().does({ type: 'staff.leave', person: 't2' });
  one.refuses('member.unknown', (d) =>
    d.does({ type: 'shift.copyWeek', from: '2026-11-23', to: '2026-11-30' }),
  );
});

test('a roster reaches two weeks ahead, and a date has to be one', () => {
  const one = branch();
  plans(one, '2026-12-08').refuses('date.far', (d) => plans(d, '2026-12-09'));
  one.refuses('date.past', (d) => plans(d, '2026-11-23'));
  one.refuses('date.unknown', (d) => plans(d, '2026-11-31'));
  one.refuses('roster.dayOff', (d) => plans(d, '2026-11-29'));
});

test('nobody is at two places, and a counter has one teller, but for breaks', () => {
  const morning = { from: '08:00', to: '12:00' };
  const one = branch();
  one.refuses('roster.twice', day(shift('t1', 'teller', '1'), shift('t1', 'teller', '2')));
  one.refuses('roster.counterTwice', day(shift('t1', 'teller', '1'), shift('t2', 'teller', '1')));
  day(
    shift('t1', 'teller', '1', { breaks: [{ from: '12:00', to: '13:00' }] }),
    shift('t2', 'teller', '1', { from: '12:00', to: '13:00' }),
    shift('t2', 'teller', '2', morning),
  )(one);
  expect(who(one, '2026-11-24')).toEqual(['t1', 't2', 't2']);
});

test('a shift runs forwards, with its breaks inside it and apart', () => {
  const one = branch();
  const at = (breaks: Shift['breaks']) => day(shift('t1', 'teller', '1', { breaks }));
  one.refuses('time.backwards', day(shift('t1', 'teller', '1', { from: '12:00', to: '12:00' })));
  one.refuses('time.backwards', at([{ from: '13:00', to: '12:00' }]));
  one.refuses('roster.breakOutside', at([{ from: '07:00', to: '08:30' }]));
  one.refuses(
    'roster.breakOutside',
    at([
      { from: '12:00', to: '13:00' },
      { from: '12:30', to: '13:30' },
    ]),
  );
});

test('it names who works here, counters there are, and a head who is there', () => {
  const one = branch();
  one.refuses('member.unknown', day(shift('x9', 'teller')));
  one.refuses('counter.unknown', day(shift('t1', 'teller', '77')));
  one.refuses('roster.notAtCounter', day(shift('t3', 'guard', '1')));
  one.refuses('roster.headNotOn', (d) =>
    plans(d, '2026-11-24', { ...usualDay, head: 's1' as StaffId }),
  );
});

const opens = (one: Story, counter: string, teller: string) =>
  one.does({ type: 'counter.open', counter, teller });

test('openings and moves are kept against the roster, and begin anew with the day', () => {
  const one = planned().at('09:00').ticks();
  opens(opens(one, '1', 't1'), '3', 't2')
    .opens('2')
    .closes('3');
  const moves = () => one.lobby.floor.roster.moves.map((m) => [m.what, m.counter, m.planned]);
  expect(moves()).toEqual([
    ['opened', '1', true],
    ['opened', '3', false],
    ['opened', '2', null],
    ['closed', '3', null],
  ]);
  opens(one.closes('1').at('12:30'), '1', 't1');
  expect(moves().at(-1)).toEqual(['opened', '1', false]);
  one.at('2026-11-25 08:00').ticks();
  expect(moves()).toEqual([]);
});

test('who was planned and is not there, and who is there unplanned', () => {
  const one = planned().at('09:00').ticks();
  opens(opens(one, '1', 't1'), '3', 't2');
  const differ = (time: string, signedIn: string[] = ['l1']) =>
    deviations(on(one, '2026-11-24'), {
      tellers: tellersNow(one.lobby.visit),
      signedIn: signedIn as StaffId[],
      time,
    }).map((d) => [d.is, d.person, d.counter]);
  expect(differ('09:05')).toEqual([
    ['notThere', 't2', '2'],
    ['unplanned', 't2', '3'],
  ]);
  // In a break nobody is missing, and whoever stands there anyway is there unplanned.
  expect(differ('12:30')).toEqual([
    ['notThere', 't2', '2'],
    ['unplanned', 't1', '1'],
    ['unplanned', 't2', '3'],
  ]);
  expect(differ('09:05', [])[0]).toEqual(['notThere', 'l1', null]);
  expect(
    deviations(of(), { tellers: tellersNow(one.lobby.visit), signedIn: [], time: '09:05' }),
  ).toEqual([]);
});

test('a teller without a counter is there wherever they work', () => {
  const plan = of(shift('t1', 'teller'));
  const at = (tellers: { counter: never; teller: StaffId }[], signedIn: string[] = []) =>
    deviations(plan, { tellers, signedIn: signedIn as StaffId[], time: '10:00' });
  expect(at([{ counter: '5' as never, teller: 't1' as StaffId }])).toEqual([]);
  expect(at([], ['t1'])).toEqual([]);
  expect(at([])).toMatchObject([{ is: 'notThere', person: 't1', since: '08:00' }]);
});

test('rosters stay at hand for two months', () => {
  const one = planned(atNine).at('2027-01-26 12:00').ticks();
  const dates = Object.keys(one.lobby.floor.roster.dates);
  expect(dates).toEqual(['2027-01-26']);
});
