import { expect, test } from 'vitest';
import { decideCity, evolveCity } from '../../shared/city/city.ts';
import { roadOf, sendingOf } from '../../shared/city/sent/state.ts';
import type { BranchId, SendingId } from '../../shared/ids.ts';
import { type Asked, branch, type CityStory, node, twoSides } from '../kit/city.ts';
import { circular, fromCity, workOrder } from '../kit/down.ts';

const { kind: _, ...notice } = circular;
const { kind: __, inspector: ___, ...inspection } = fromCity;
const { kind: ____, ...complaint } = workOrder;
const TODAY = '2026-11-24';
const given = () => twoSides().on(TODAY).as('ops');
const sends = (to: object, more: object = {}) =>
  ({ type: 'sent.notice', to, notice: { ...notice, ...more } }) as Asked;
const last = (city: CityStory) => city.facts.at(-1);
const gone = ({ city }: CityStory, id: string) =>
  roadOf(city.sent, branch(id)).ids.map((one) => sendingOf(city.sent, one)?.body);

const weights = {
  ...{ premiumWait: 20, ordinaryWait: 20, satisfaction: 20 },
  ...{ environment: 20, standards: 10, duty: 10 },
};
const rules = (version: string, from: string, unit = 'city') =>
  ({ type: 'rules.set', node: unit, rules: { version, from, weights } }) as Asked;

test('what is sent to a unit goes to the branches that are below it that day, and to no others', () => {
  const city = given().does(sends({ nodes: ['east'] }));
  expect(last(city)).toMatchObject({ type: 'sent.out', to: ['e1'], by: 'ops' });
  const moved = city.binds('w1', 'e1-lobby', '2026-11-25');
  expect(gone(moved, 'w1')).toEqual([]);
  expect(moved.city.sent.sendings.size).toBe(1);
});

test('numbers go on from one to the next, whatever the day', () => {
  const city = given()
    .does(sends({ nodes: ['city'] }))
    .on('2026-11-25')
    .does(sends({ branches: ['e1'] }));
  expect(roadOf(city.city.sent, branch('e1')).ids).toEqual(['2026-11-24.s1', '2026-11-25.s2']);
  expect(roadOf(city.city.sent, branch('w1')).ids).toEqual(['2026-11-24.s1']);
});

test('a leader reaches the branches under their own unit, and no others', () => {
  const leader = given().with({ scope: node('east') });
  leader.does(sends({ branches: ['e1'] }));
  leader.refuses('sent.outOfScope', sends({ nodes: ['city'] }));
  leader.refuses('sent.branchUnknown', sends({ branches: ['x9'] }));
  leader.opens('empty', 'outlet', 'east').refuses('sent.nobody', sends({ nodes: ['empty'] }));
});

test('a problem told of twice within a month is a warning the third time, where it was told', () => {
  const tag = { tag: '午间排队' };
  const city = given()
    .does(sends({ branches: ['e1'] }, tag))
    .does(sends({ branches: ['e1'] }, tag))
    .does(sends({ branches: ['e1', 'w1'] }, tag));
  const east = gone(city, 'e1').at(-1);
  expect(east).toMatchObject({ is: 'warning', escalated: { from: 'bulletin', times: 3 } });
  expect(gone(city, 'w1')).toMatchObject([{ is: 'bulletin' }]);
});

test('a withdrawal goes to all whom it had reached, once; rules are replaced instead', () => {
  const back = { type: 'sent.withdraw', sending: '2026-11-24.s1', why: '文号有误' } as Asked;
  const city = given()
    .does(sends({ nodes: ['city'] }))
    .does(back);
  expect(last(city)).toMatchObject({ to: ['e1', 'w1'], body: { kind: 'withdrawal' } });
  city.refuses('sent.withdrawn', back);
  city.refuses('sent.unknown', { ...back, sending: '2026-11-24.s9' } as Asked);
  city.refuses('sent.stands', { ...back, sending: '2026-11-24.s2' } as Asked);
  expect(sendingOf(city.city.sent, '2026-11-24.s1' as SendingId)?.withdrawn?.why).toBe('文号有误');
});

test('an inspection keeps to the standard checklist, a complaint to the law’s days', () => {
  const city = given();
  const inspects = (more: object) =>
    ({ type: 'sent.inspection', branch: 'e1', inspection: { ...inspection, ...more } }) as Asked;
  expect(last(city.does(inspects({})))).toMatchObject({ body: { inspector: 'ops' }, to: ['e1'] });
  const [mark] = inspection.marks;
  city.refuses('sent.markWrong', inspects({ marks: [{ ...mark, points: 21 }] }));
  city.refuses('sent.markWrong', inspects({ marks: [mark, mark] }));
  city.refuses('sent.markWrong', inspects({ modules: ['meeting'] }));
  city.refuses('sent.dateWrong', inspects({ on: '2026-11-25' }));
  city.refuses('sent.identity', inspects({ marks: [{ ...mark, remark: '13812345678' }] }));
  const orders = (more: object) =>
    ({ type: 'sent.complaint', branch: 'e1', complaint: { ...complaint, ...more } }) as Asked;
  city.does(orders({ due: '2026-12-07' }));
  city.refuses('sent.dateWrong', orders({ due: '2026-12-08' }));
  city.refuses('sent.ownerInterested', orders({ owner: 't1' }));
  city.refuses('sent.badReference', orders({ reference: '110101199001011234' }));
});

test('a prompt has each branch’s own hours, and goes only to one over its line', () => {
  const hours = [{ at: '10:30', n: 40, late: 12 }];
  const late = (n: number) => ({ month: '2026-10' as never, n: 100, late: n, line: 0.1, hours });
  const city = given().with({
    late: new Map([
      [branch('e1'), late(15)],
      [branch('w1'), late(10)],
    ]),
  });
  const prompt = { is: 'warning', title: '风险提示', lines: ['请在高峰时段增开弹性窗口。'] };
  const asked = { type: 'sent.prompt', month: '2026-10', branches: ['e1'], prompt } as Asked;
  expect(gone(city.does(asked), 'e1')).toMatchObject([{ figures: late(15), is: 'warning' }]);
  city.refuses('sent.notOver', { ...asked, branches: ['e1', 'w1'] } as Asked);
});

test('rules that are set go down by themselves; a branch that comes later gets those in force', () => {
  const city = given().does(rules('a', '2026-10')).does(rules('b', '2027-01'));
  expect(gone(city, 'e1')).toMatchObject([
    { kind: 'rules', rules: { version: 'a', from: '2026-10' } },
    { kind: 'rules', rules: { version: 'b', from: '2027-01' } },
  ]);
  expect(gone(city, 'e1')[0]).not.toHaveProperty('rules.edge');
  const later = city.opens('w2-lobby', 'outlet', 'west').binds('w2', 'w2-lobby');
  expect(gone(later, 'w2')).toEqual(gone(city, 'e1'));
  expect(gone(later, 'e1')).toHaveLength(2);
});

test('a unit’s own rules come before the city’s, and only where they are in force', () => {
  const city = given()
    .does(rules('city', '2026-10'))
    .does(rules('own', '2026-12', 'east'));
  expect(gone(city, 'e1').at(-1)).toMatchObject({ rules: { version: 'own', from: '2026-12' } });
  expect(gone(city, 'w1')).toHaveLength(1);
  const more = city.does(rules('city-2', '2027-01'));
  expect(gone(more, 'e1')).toHaveLength(2);
  expect(gone(more, 'w1')).toHaveLength(2);
});

test('a new epoch gets the rules and open work orders again, and what was not entered; nothing else', () => {
  const orders = { type: 'sent.complaint', branch: 'e1', complaint } as Asked;
  const city = given()
    .does(rules('a', '2026-10'))
    .does(sends({ branches: ['e1'] }, { title: '一' }))
    .does(orders)
    .does(sends({ branches: ['e1'] }, { title: '二' }))
    .does(sends({ branches: ['e1'] }, { title: '三' }))
    .does({ type: 'sent.withdraw', sending: '2026-11-24.s4', why: '重复' } as Asked);
  const renew = { type: 'sent.renew', branch: 'e1' as BranchId, epoch: 2, entered: 3 } as const;
  const open = ['2026-11-24.s3' as SendingId];
  const nobody = { at: 1, today: TODAY as never, person: null, role: null, scope: null };
  const decided = decideCity(city.city, { ...renew, open }, nobody);
  if (!decided.ok) throw new Error(decided.refusal.code);
  const next = decided.value.reduce(evolveCity, city.city);
  expect(roadOf(next.sent, branch('e1'))).toMatchObject({
    ...{ epoch: 2, ids: ['2026-11-24.s1', '2026-11-24.s3', '2026-11-24.s5'] },
  });
  expect(decideCity(next, { ...renew, open }, nobody)).toMatchObject({ ok: true, value: [] });
});
