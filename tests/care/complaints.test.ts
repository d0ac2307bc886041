import { expect, test } from 'vitest';
import { nextDue } from '../../shared/care/complaints/due.ts';
import { looksLikeIdentity } from '../../shared/care/identity.ts';
import { careRules } from '../../shared/careRules.ts';
import {
  APPROVED,
  accepts,
  as,
  closes,
  contacts,
  employed,
  extend,
  FIRST,
  offers,
  opens,
  order,
  plans,
} from '../kit/complaints.ts';

const opened = (more = {}) => opens(employed(), more);
const complaint = { complaint: FIRST };

test('a complaint has fifteen calendar days, a complex one thirty, counted from its receipt', () => {
  expect(order(opened()).due).toBe('2026-12-08');
  expect(order(opened({ complex: true })).due).toBe('2026-12-23');
  expect(order(opened({ receivedOn: '2026-11-20' })).due).toBe('2026-12-05');
});

test('sixty days are the end: the last thirty take an approval, and the complainant told', () => {
  const day = extend(opened(), '2026-12-23');
  expect(order(day)).toMatchObject({ due: '2026-12-23', complex: true, approval: null });
  day.at('2026-12-22 10:00').ticks();
  day.refuses('complaint.needsApproval', (d) => extend(d, '2027-01-22'));
  expect(order(extend(day, '2027-01-22', APPROVED))).toMatchObject({
    due: '2027-01-22',
    approval: APPROVED,
  });
  day.refuses('complaint.pastLimit', (d) => extend(d, '2027-01-23', APPROVED));
});

test('whoever told the complainant before the complaint came in, or will tell them, told nobody', () => {
  const day = opened();
  const told = (toldOn: string) => ({ ...APPROVED, toldOn });
  day.refuses('date.ahead', (d) => extend(d, '2027-01-10', told('2026-11-24')));
  day.refuses('date.past', (d) => extend(d, '2027-01-10', told('2026-11-22')));
  day.refuses('date.unknown', (d) => extend(d, '2027-01-10', told('2026-02-30')));
});

test('a branch may set less than the law, and never more', () => {
  const care = careRules.parse({ simpleDays: 7, complexDays: 20, extensionDays: 0 });
  expect(() => careRules.parse({ complexDays: 31 })).toThrow();
  const day = opens(employed({ care }));
  expect(order(day).due).toBe('2026-11-30');
  day.refuses('complaint.pastLimit', (d) => extend(d, '2026-12-14', APPROVED));
});

test('the first asked stays responsible until somebody accepts', () => {
  const day = offers(opened(), 'b1');
  expect(order(day)).toMatchObject({ owner: 'l1', offered: 'b1', firstAsked: 'l1' });
  as(day, 'b1').does({ type: 'complaint.decline', ...complaint, note: '不属本岗' });
  expect(order(day)).toMatchObject({ owner: 'l1', offered: null });
  accepts(as(offers(as(day, 'l1'), 'b1'), 'b1'));
  expect(order(day)).toMatchObject({ owner: 'b1', offered: null, firstAsked: 'l1' });
});

test('nobody accepts for somebody else, and nobody with an interest is offered it', () => {
  const day = offers(opened(), 'b1');
  day.refuses('complaint.notYours', (d) => accepts(as(d, 's1')));
  day.refuses('complaint.interested', (d) => offers(d, 't1'));
});

test('回避: an owner found to be involved hands over before anything else', () => {
  const day = opened().does({
    type: 'complaint.involve',
    ...complaint,
    person: 'l1',
    as: 'involved',
  });
  day.refuses('complaint.ownerInterested', plans);
  day.refuses('complaint.interested', (d) => plans(as(d, 'l1')));
  accepts(as(offers(as(day, 's1'), 'b1'), 'b1'));
  expect(order(plans(day)).plannedAt).toBe(day.now);
});

test('whoever served the ticket had a part in it, without being named', () => {
  const day = employed().opens('2').takes();
  day.does({ type: 'counter.close', counter: '2' });
  as(day, 't2').does({ type: 'counter.open', counter: '2', teller: 't2' }).serves('2');
  as(day, 's1');
  opens(day, { ticket: day.id('A001') });
  expect(order(day).involved).toEqual(['t2']);
  day.refuses('complaint.ownerInterested', (d) => opens(d, { ticket: d.id('A001'), owner: 't2' }));
});

test('whoever left is refused as owner, whoever works here is not', () => {
  const day = opened().does({ type: 'staff.leave', person: 't2' });
  day.refuses('member.left', (d) => offers(d, 't2'));
  expect(order(offers(day, 's1')).offered).toBe('s1');
});

test('a word within two hours and a plan within a day, then the last day counts', () => {
  const day = opened();
  const next = () => nextDue(order(day), day.lobby.visit);
  expect(next()).toEqual({ what: 'contact', until: day.now + 2 * 3_600_000 });
  const at = day.now;
  contacts(day.after(600));
  expect(next()).toEqual({ what: 'plan', until: at + 24 * 3_600_000 });
  plans(day.after(600));
  expect(next()).toEqual({ what: 'answer', until: Date.parse('2026-12-09T00:00:00+08:00') });
});

test('whoever stands there has been spoken to', () => {
  expect(order(opened({ channel: 'onSite' })).contactedAt).not.toBeNull();
  expect(order(opened({ channel: 'regulator' })).contactedAt).toBeNull();
});

test('its alert grows with its days, and is over with it', () => {
  const day = contacts(plans(opened()));
  const on = (date: string) => day.at(`${date} 09:00`).ticks().ticks().alerts;
  expect(on('2026-12-04')).toEqual([]);
  expect(on('2026-12-05')).toEqual([`complaintDue ${FIRST} yellow`]);
  expect(on('2026-12-08')).toEqual([`complaintDue ${FIRST} orange`]);
  expect(on('2026-12-09')).toEqual([`complaintDue ${FIRST} red`]);
  expect(closes(day).ticks().alerts).toEqual([]);
});

test('a first word that is late is an alert before any day is', () => {
  const day = opened().after(7201).ticks();
  expect(day.alerts).toEqual([`complaintDue ${FIRST} orange`]);
  expect(contacts(day).ticks().alerts).toEqual([]);
});

test('it closes with what was behind it and what keeps it from happening again', () => {
  const day = closes(contacts(opened({ channel: 'regulator' })));
  expect(order(day).end).toMatchObject({ is: 'closed', root: 'conduct', action: '服务规范培训' });
  expect(order(day).stands).toBe('regulator');
  expect(order(day).steps.map((s) => s.is)).toEqual([
    'complaint.opened',
    'complaint.contacted',
    'complaint.closed',
  ]);
});

test('where it is contained only rises', () => {
  const day = opened().does({ type: 'complaint.escalate', ...complaint, to: 'regulator' });
  expect(order(day).stands).toBe('regulator');
  day.refuses('complaint.contained', (d) =>
    d.does({ type: 'complaint.escalate', ...complaint, to: 'inBank' }),
  );
});

test('a withdrawal ends it', () => {
  const day = opened().does({ type: 'complaint.withdraw', ...complaint });
  expect(order(day).end).toEqual({ is: 'withdrawn', at: day.now });
  day.refuses('complaint.over', contacts);
});

test('what ended leaves after sixty days; what is open stays', () => {
  const day = closes(contacts(opened()));
  opens(day);
  day.at('2027-01-21 09:00').ticks();
  expect(day.lobby.care.complaints.orders).toHaveLength(2);
  day.at('2027-01-23 09:00').ticks();
  expect(day.lobby.care.complaints.orders.map((o) => o.id)).toEqual(['2026-11-23.c2']);
});

test.each([
  '13812345678',
  '138 1234 5678',
  '１３８１２３４５６７８',
  '卡号6222-0212-3456-7890',
  '一三八一二三四五六七八',
  '14020319900101123X',
  'li@example.com',
])('"%s" is nothing for the ledger', (text) => {
  expect(looksLikeIdentity(text)).toBe(true);
});

test.each([
  '客户 2026-11-23 10:05 到 3 号窗口',
  '等了45分钟，少给100元',
  '2026年11月23日来访，12月1日再来',
  'A012 号',
])('"%s" names nobody', (text) => {
  expect(looksLikeIdentity(text)).toBe(false);
});

test('a system number keeps its letters, and no card or phone passes for one', () => {
  expect(order(opened({ reference: 'gd20261123007' })).reference).toBe('GD20261123007');
  for (const reference of ['6222021234567890', 'AB13812345678', 'A1', '工单1234'])
    employed().refuses('complaint.badReference', (d) => opens(d, { reference }));
});
