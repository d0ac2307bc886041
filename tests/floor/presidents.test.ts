import { expect, test } from 'vitest';
import type { Cadence } from '../../shared/duties.ts';
import { dues } from '../../shared/floor/presidents/due.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import { branch } from '../kit/records.ts';
import type { Story } from '../kit/story.ts';

const as = '分管行长';
const log = ({ lobby }: Story) =>
  lobby.floor.presidents.visits.map(({ id, situation: s }) => [id.slice(8), s.is]);
const plans = (day: Story, date: string, from = '10:00', to = '11:00') =>
  day.does({ type: 'president.plan', as, date, from, to });
const arrives = (day: Story, visit?: string) =>
  day.does({ type: 'president.arrive', as, ...(visit && { visit }) });
const leaves = (day: Story, n = 1) =>
  day.does({ type: 'president.leave', visit: `2026-11-24.p${n}`, solved: ['增开 3 号窗口'] });
const enters = (day: Story, date: string, from: string, to: string) =>
  day.does({ type: 'president.enter', as, date, from, to, solved: [] });

test('one who was planned comes, stays and goes; the hub measures how long', () => {
  const day = arrives(plans(branch(), '2026-11-24').at('10:02').ticks(), '2026-11-24.p1');
  leaves(day.at('10:50'));
  expect(day.lobby.floor.presidents.visits).toMatchObject([
    {
      ...{ as, date: '2026-11-24', from: '10:02' },
      situation: {
        is: 'over',
        to: '10:50',
        seconds: 2880,
        measured: true,
        solved: ['增开 3 号窗口'],
      },
    },
  ]);
});

test('one who comes unplanned is logged as well; the same one twice at once is not', () => {
  const day = arrives(branch()).refuses('president.here', arrives);
  leaves(day.after(60)).refuses('president.notHere', leaves);
  day.refuses('president.unknown', (d) => leaves(d, 9));
  expect(log(arrives(day))).toEqual([
    ['24.p1', 'over'],
    ['24.p2', 'here'],
  ]);
});

test('a plan is dropped before it begins, not after, and its number is not given again', () => {
  const drops = (d: Story) => d.does({ type: 'president.drop', visit: '2026-11-24.p1' });
  const day = plans(branch(), '2026-11-24');
  plans(drops(day), '2026-11-24');
  expect(log(day)).toEqual([['24.p2', 'planned']]);
  day.refuses('president.unknown', drops);
  const begun = arrives(plans(branch(), '2026-11-24'), '2026-11-24.p1');
  begun.refuses('president.begun', drops);
  begun.refuses('president.begun', (d) => arrives(d, '2026-11-24.p1'));
});

test('whoever nobody saw leaving is forgotten at the close: no length, and not kept', () => {
  const day = arrives(branch()).at('17:30').ticks().closesDay();
  expect(log(day)).toEqual([['24.p1', 'forgotten']]);
});

test('paper runs forwards, lies in the past, and not over another entry', () => {
  const day = enters(branch().at('12:00').ticks(), '2026-11-24', '10:00', '11:00');
  expect(day.lobby.floor.presidents.visits[0]?.situation).toMatchObject({ measured: false });
  day.refuses('president.overlaps', (d) => enters(d, '2026-11-24', '10:30', '11:30'));
  day.refuses('time.backwards', (d) => enters(d, '2026-11-24', '11:30', '11:00'));
  day.refuses('date.ahead', (d) => enters(d, '2026-11-24', '11:30', '12:30'));
  day.refuses('date.unknown', (d) => plans(d, '2027-02-29'));
  day.refuses('date.far', (d) => plans(d, '2027-01-09'));
});

test('without a cadence nobody is due; with one, what was kept is counted by its period', () => {
  const day = branch();
  const at = (cadence: readonly Cadence[], date = '2026-11-24') =>
    dues(day.lobby.floor.presidents, cadence, date as BusinessDate);
  expect(at([])).toEqual([]);
  const weekly = { as, times: 2, per: 'week', minutes: 30 } as const;
  expect(at([weekly])).toMatchObject([{ since: '2026-11-23', kept: 0, planned: 0, times: 2 }]);
  plans(day, '2026-11-26');
  leaves(arrives(day).after(29 * 60));
  expect(at([weekly])).toMatchObject([{ kept: 0, planned: 1 }]);
  leaves(arrives(day).after(31 * 60), 2);
  expect(at([weekly])).toMatchObject([{ kept: 1 }]);
  expect(at([{ ...weekly, per: 'day' }], '2026-11-25')).toMatchObject([{ kept: 0 }]);
  expect(at([{ ...weekly, per: 'month' }])).toMatchObject([{ since: '2026-11-01', kept: 1 }]);
  expect(at([weekly], '2026-12-01')).toMatchObject([{ since: '2026-11-30', kept: 0 }]);
  expect(at([{ ...weekly, as: '行长' }])).toMatchObject([{ kept: 0 }]);
});
