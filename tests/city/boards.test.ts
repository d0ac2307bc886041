import { expect, test } from 'vitest';
import { inspectionBoard } from '../../shared/city/board/inspections.ts';
import {
  type Known,
  practicesOf,
  rectificationBoard,
  rollOf,
} from '../../shared/city/board/rectifications.ts';
import { signsBoard } from '../../shared/city/board/signs.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import { rowOf } from '../../shared/month/dayRow.ts';
import { type Asked, branch, twoSides } from '../kit/city.ts';
import { employed } from '../kit/complaints.ts';
import { fromCity } from '../kit/down.ts';
import type { Story } from '../kit/story.ts';

const known = (id: string, { lobby }: Story): Known => ({ branch: branch(id), lobby });
const today = (day: Story) => day.today as BusinessDate;
const { kind: _, inspector: __, ...inspection } = fromCity;

const onWaits = {
  type: 'rectification.open',
  source: { from: 'hand', what: '午间排队' },
  track: { measure: 'averageWait', class: 'ordinary' },
} as const;
const plan = {
  type: 'rectification.plan',
  rectification: '2026-11-23.r1',
  owner: 'l1',
  due: '2026-11-25',
  cause: 'peak',
  action: 'openedCounter',
} as const;

test('a rectification is followed from month to month, until its figure is back under the line', () => {
  const day = employed().does(onWaits).does(plan).opens('2').takes();
  day.after(1500).serves('2').closesDay().at('2026-11-24 09:00').ticks();
  const row = (at: BusinessDate) => rectificationBoard([known('e1', day)], at)[0];
  expect(row(today(day))).toMatchObject({ figure: 1500, stands: 'over', age: 1, overdue: 0 });
  expect(row(today(day))?.one.plan).toMatchObject({ action: 'openedCounter' });
  day.closesDay().at('2026-12-01 09:00').ticks();
  expect(row(today(day))).toMatchObject({ overdue: 6, age: 8, one: { rolled: 1 } });
  const [month] = rollOf(rectificationBoard([known('e1', day)], today(day)), '2026-12');
  expect(month).toMatchObject({ carried: 1, opened: 0, closed: 0, goesOn: 1 });
  for (const date of ['2026-12-01', '2026-12-02', '2026-12-03']) {
    day.at(`${date} 10:00`).ticks().opens('2').takes().after(60).serves('2').closesDay();
  }
  day.at('2026-12-04 09:00').ticks();
  expect(row(today(day))).toMatchObject({ stands: 'back', figure: 60 });
  day.does({ type: 'rectification.close', rectification: plan.rectification, evidence: '已增窗' });
  expect(row(today(day))).toMatchObject({ stands: 'closed', closed: '2026-12-04', overdue: 0 });
  const [after] = rollOf(rectificationBoard([known('e1', day)], today(day)), '2026-12');
  expect(after).toMatchObject({ carried: 1, closed: 1, goesOn: 0 });
});

test('the worst of all branches comes first: overdue, over its line, come again, old; what ended last', () => {
  const late = employed().does(onWaits).does(plan);
  late.closesDay().at('2026-12-01 09:00').ticks();
  const fresh = employed().at('2026-12-01 09:00').ticks().does(onWaits);
  const board = rectificationBoard(
    [known('w1', fresh), known('e1', late)],
    '2026-12-01' as BusinessDate,
  );
  expect(board.map(({ branch: id, overdue }) => `${id} ${overdue}`)).toEqual(['e1 6', 'w1 0']);
});

test('the same thing opened again counts as come again', () => {
  const day = employed();
  const hand = (what: string) =>
    day.does({ ...onWaits, source: { from: 'hand', what }, track: { measure: 'confirmed' } });
  hand('雨天地滑');
  day.after(60);
  hand('雨天地滑');
  const rows = rectificationBoard([known('e1', day)], today(day));
  expect(rows.map(({ times }) => times)).toEqual([2, 1]);
});

test('good practice of all branches, the newest first', () => {
  const post = (title: string) => ({ type: 'practice.post', title, text: '做法' }) as const;
  const [a, b] = [employed().does(post('甲')), employed().after(60).does(post('乙'))];
  const titles = practicesOf([known('e1', a), known('w1', b)]).map(
    ({ practice }) => practice.title,
  );
  expect(titles).toEqual(['乙', '甲']);
});

test('the quarter’s inspections: planned, overdue, made; one taken back is due again', () => {
  const plans = (more: object) =>
    ({
      type: 'plan.inspect',
      quarter: '2026-Q4',
      branches: ['e1', 'w1'],
      inspector: 'c7',
      ...more,
    }) as Asked;
  const city = twoSides().on('2026-11-24').as('ops');
  city.refuses('plan.past', plans({ quarter: '2026-Q3' }));
  city.refuses('plan.dateWrong', plans({ by: '2027-01-01' }));
  city.refuses('plan.branchUnknown', plans({ branches: ['x9'] }));
  city.refuses('plan.unknown', { type: 'plan.drop', quarter: '2026-Q4', branch: 'e1' } as Asked);
  const planned = city.does(plans({ by: '2026-11-30' }));
  const all = ['e1', 'w1', 'z9'].map(branch);
  const stands = (of: typeof planned, at: string) =>
    inspectionBoard(of.city, all, { quarter: '2026-Q4', today: at as BusinessDate }).map(
      (row) => `${row.branch} ${row.stands}`,
    );
  expect(stands(planned, '2026-11-24')).toEqual(['z9 unplanned', 'e1 planned', 'w1 planned']);
  const made = planned.does({ type: 'sent.inspection', branch: 'e1', inspection } as Asked);
  expect(stands(made, '2026-12-01')).toEqual(['w1 overdue', 'z9 unplanned', 'e1 done']);
  const back = made.does({ type: 'sent.withdraw', sending: '2026-11-24.s1', why: '有误' } as Asked);
  expect(stands(back, '2026-12-01')).toEqual(['e1 overdue', 'w1 overdue', 'z9 unplanned']);
  const dropped = planned.does({ type: 'plan.drop', quarter: '2026-Q4', branch: 'w1' } as Asked);
  expect(stands(dropped, '2026-11-24')).toEqual(['w1 unplanned', 'z9 unplanned', 'e1 planned']);
});

test('signs of gaming by branch: those above their lines first, with the version that drew them', () => {
  const quiet = employed().opens('2').takes().serves('2');
  const odd = employed().opens('2');
  for (let n = 0; n < 40; n++) odd.walksIn('2').after(30).ends('2').after(20);
  const row = (day: Story) => {
    const made = rowOf(day.lobby, day.now);
    return made ? [made] : [];
  };
  const board = signsBoard(
    new Map([
      [branch('e1'), row(quiet)],
      [branch('w1'), row(odd)],
    ]),
  );
  expect(board.map(({ branch: id }) => id)).toEqual(['w1', 'e1']);
  expect(board[0]?.signs.find(({ sign }) => sign === 'walkIn')).toMatchObject({ marked: true });
  expect(board[0]?.version).toMatch(/^standard\./);
});
