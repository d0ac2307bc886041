import { expect, test } from 'vitest';
import { unreadBy } from '../../shared/floor/notices/state.ts';
import type { StaffId } from '../../shared/ids.ts';
import { rowOf } from '../../shared/month/dayRow.ts';
import { periodOf } from '../../shared/month/periods.ts';
import { sheetOf } from '../../shared/month/sheet.ts';
import { as, closes, contacts, employed, FIRST } from '../kit/complaints.ts';
import { circular, enters, fromCity, Road, workOrder } from '../kit/down.ts';
import type { Story } from '../kit/story.ts';

const row = (day: Story) => {
  const made = rowOf(day.lobby, day.now);
  if (!made) throw new Error('there is no day');
  return made;
};
const november = periodOf('2026-11');
const sheet = (...rows: ReturnType<typeof row>[]) => {
  const [last] = rows;
  if (!november || !last) throw new Error('no month');
  return sheetOf(rows, november, { today: '2026-11-30' as never, rules: last.rules });
};
const item = (day: Story, name: string) =>
  sheet(row(day)).items.find((one) => one.item === name)?.score;
const lastOne = (day: Story) => day.lobby.down.entered.at(-1);

test('a circular hangs on the board with its number, and everybody still has to read it', () => {
  const day = enters(employed(), new Road().next(circular));
  const [notice] = day.lobby.floor.notices.list;
  expect(notice).toMatchObject({ kind: 'bulletin', title: circular.title, by: null });
  expect(notice?.from).toEqual({ sent: '2026-11-23.s1', number: '〔2026〕10号' });
  expect(unreadBy(day.lobby.floor.notices, 'b1' as StaffId)).toHaveLength(1);
  as(day, 'b1').does({ type: 'notice.read', notice: '2026-11-23.n1' });
  expect(day.lobby.floor.notices.list[0]?.read).toEqual([{ person: 'b1', at: day.now }]);
});

test('items come in their order, each once: one that is there already changes nothing', () => {
  const road = new Road();
  const [first, second, third] = [road.next(circular), road.next(circular), road.next(circular)];
  const day = enters(enters(employed(), first), second);
  const before = day.lobby;
  enters(enters(day, second), first);
  expect(day.lobby).toBe(before);
  day.refuses('down.outOfOrder', (d) => enters(d, { ...third, n: 4 }));
  day.refuses('down.outOfOrder', (d) => enters(d, { ...third, prev: first.hash }));
  expect(enters(day, third).lobby.floor.notices.list).toHaveLength(3);
});

test('after the close it waits for the next day: what it changes stands in a row', () => {
  const road = new Road();
  const day = employed().closesDay();
  day.refuses('day.closed', (d) => enters(d, road.next(fromCity)));
  enters(day.at('2026-11-24 09:00').ticks(), road.items[0] as never);
  expect(row(day).records.inspections).toHaveLength(2);
});

test('an inspection from above is points off, scores of the sheet, and something to put right', () => {
  const day = employed();
  expect(item(day, 'environment')).toBeNull();
  enters(day, new Road().next(fromCity));
  expect(item(day, 'environment')).toBe(85);
  expect(item(day, 'duty')).toBe(100);
  const [one] = day.lobby.floor.inspections.all;
  expect(one).toMatchObject({ kind: 'quarterly', stands: { is: 'finished' } });
  expect(one?.from).toEqual({ sent: '2026-11-23.s1', inspector: 'c7', on: '2026-11-20' });
  const [finding] = day.lobby.care.rectifications.all;
  expect(finding).toMatchObject({
    owner: 't1',
    source: { from: 'inspection', what: '地面未清洁' },
  });
});

test('an inspection taken back stands no more; what stood before stands again', () => {
  const road = new Road();
  const day = employed();
  const own = { type: 'inspection.begin', mode: 'onSite', kind: 'adHoc' } as const;
  day.does({ ...own, modules: ['environment'] });
  day.does({ type: 'inspection.pass', inspection: '2026-11-23.i1', module: 'environment' });
  day.does({ type: 'inspection.finish', inspection: '2026-11-23.i1' });
  enters(day, road.next(fromCity));
  const monday = row(day);
  expect(sheet(monday).items[3]?.score).toBe(85);
  day.closesDay().at('2026-11-24 09:00').ticks();
  enters(day, road.next({ kind: 'withdrawal', of: '2026-11-23.s1', why: '网点有误' }));
  expect(sheet(monday, row(day)).items[3]?.score).toBe(100);
  expect(day.lobby.floor.inspections.standing.environment?.score).toBe(100);
  expect(day.lobby.floor.inspections.standing.meeting).toBeUndefined();
  expect(day.lobby.floor.inspections.all[1]?.withdrawn?.why).toBe('网点有误');
  expect(day.lobby.care.rectifications.all[0]?.closed?.evidence).toBe('网点有误');
});

test('a work order from above runs through the branch’s own deadlines', () => {
  const due = '2026-11-30';
  const day = enters(employed(), new Road().next({ ...workOrder, due }));
  const [order] = day.lobby.care.complaints.orders;
  expect(order).toMatchObject({ owner: 'b1', due, receivedOn: '2026-11-22', stands: 'inBank' });
  expect(order?.sent).toBe('2026-11-23.s1');
  day.at('12:00').ticks();
  expect(day.alerts).toContain(`complaintDue ${FIRST} orange`);
  contacts(as(day, 'b1'));
  expect(closes(day).lobby.care.complaints.orders[0]?.end?.is).toBe('closed');
});

test('whoever it is about does not handle it; where nobody can, it is stated', () => {
  const road = new Road();
  const day = enters(employed(), road.next({ ...workOrder, about: ['b1'] }));
  expect(day.lobby.care.complaints.orders[0]?.owner).toBe('l1');
  enters(day, road.next({ ...workOrder, about: ['t1'], owner: 't1' }));
  expect(lastOne(day)?.refused).toBe('complaint.ownerInterested');
  enters(day, road.next({ ...workOrder, about: ['b1', 'l1', 's1'] }));
  expect(lastOne(day)?.refused).toBe('down.needsOwner');
  enters(day, road.next({ ...workOrder, receivedOn: '2026-11-30' }));
  expect(day.lobby.care.complaints.orders[1]?.receivedOn).toBe('2026-11-23');
});

test('rules from above count before the branch’s own, from their month on, in the day’s row', () => {
  const road = new Road();
  const weights = { premiumWait: 30, ordinaryWait: 10, satisfaction: 20 };
  const all = { ...weights, environment: 20, standards: 10, duty: 10 };
  const own = { version: 'own', from: '2026-01', weights: { ...all, duty: 99 } };
  const day = employed({ assessment: [own] });
  enters(
    day,
    road.next({ kind: 'rules', rules: { version: '2026-3', from: '2026-12', weights: all } }),
  );
  expect(row(day).rules.version).toMatch(/^own\./);
  enters(
    day,
    road.next({ kind: 'rules', rules: { version: '2026-2', from: '2026-11', weights: all } }),
  );
  expect(row(day).rules).toMatchObject({ weights: all });
  expect(row(day).rules.version).toMatch(/^2026-2\./);
  enters(day, road.next({ kind: 'withdrawal', of: '2026-11-23.s2', why: '版本有误' }));
  expect(row(day).rules.version).toMatch(/^own\./);
  day.closesDay().at('2026-12-01 09:00').ticks();
  expect(row(day).rules.version).toMatch(/^2026-3\./);
});

test('a notice taken back stays to be seen, with the reason, and is read by nobody more', () => {
  const road = new Road();
  const day = enters(employed(), road.next(circular));
  enters(day, road.next({ kind: 'withdrawal', of: '2026-11-23.s1', why: '文号有误' }));
  const { notices } = day.lobby.floor;
  expect(notices.list[0]?.withdrawn).toEqual({ at: day.now, why: '文号有误' });
  expect(unreadBy(notices, 'b1' as StaffId)).toEqual([]);
  enters(day, road.next({ kind: 'withdrawal', of: '2026-11-23.s9', why: '文号有误' }));
  expect(lastOne(day)?.refused).toBe('down.notHere');
});

test('what a newer center says, or says wrongly, is entered and stated, and holds up nothing', () => {
  const road = new Road();
  const day = enters(employed(), road.next({ kind: 'drone', to: 'roof' }));
  enters(day, road.next(circular, { v: 2 }));
  const stranger = { ...fromCity.marks[0], responsible: 'x9' };
  enters(day, road.next({ ...fromCity, marks: [stranger] }));
  enters(day, road.next({ ...fromCity, marks: [{ ...fromCity.marks[0], points: 21 }] }));
  enters(day, road.next(circular));
  expect(day.lobby.down.entered.map(({ refused }) => refused)).toEqual([
    ...['down.newer', 'down.newer', 'down.personUnknown', 'down.unreadable', null],
  ]);
  expect(day.lobby.down.n).toBe(5);
});

test('what was entered is forgotten after sixty days; its place in the order never is', () => {
  const day = enters(employed(), new Road().next(circular));
  day.closesDay().at('2027-02-01 09:00').ticks();
  expect(day.lobby.down).toMatchObject({ n: 1, entered: [] });
});
