import { expect, test } from 'vitest';
import { rowOf } from '../../shared/month/dayRow.ts';
import { as, closes, contacts, opens } from '../kit/complaints.ts';
import { confirms, corrected, forgotten, proposes, rejects } from '../kit/corrections.ts';
import { begins, finishes, passes } from '../kit/inspections.ts';

const proposed = () => proposes(forgotten());

test('one proposes, another confirms, and both figures stay', () => {
  const day = confirms(as(proposed(), 'b1'));
  expect(corrected(day)).toMatchObject({
    ...{ from: 1_800_000, to: 300_000, by: 's1', reason: 'forgotEnd' },
    end: { is: 'confirmed', by: 'b1', date: '2026-11-23' },
  });
  expect(day.figures.all.service.mean).toBe(1800);
});

test('it stands in the row of the day it was confirmed, with the two who did it', () => {
  const day = confirms(as(proposed(), 'b1'));
  expect(rowOf(day.lobby, day.now)?.records.corrections).toEqual([
    {
      ...{ id: '2026-11-23.x1', date: '2026-11-23', ticket: '2026-11-23.1', class: 'ordinary' },
      ...{ service: 'cash', what: 'service', from: 1_800_000, to: 300_000, at: day.now },
      ...{ by: ['s1', 'b1'], reason: 'forgotEnd: 忘记按办结' },
    },
  ]);
});

test('nobody does both halves, and nobody confirms their own work', () => {
  const day = proposed();
  day.refuses('correction.samePerson', confirms);
  day.refuses('correction.concerned', (d) => confirms(as(d, 't1')));
  day.refuses('correction.needsPerson', (d) => confirms(as(d, null)));
});

test('the teller may say that something was forgotten; others then answer', () => {
  const day = rejects(as(proposes(as(forgotten(), 't1')), 's1'));
  expect(corrected(day).end).toMatchObject({ is: 'rejected', by: 's1', note: '录像显示无误' });
  expect(rowOf(day.lobby, day.now)?.records.corrections).toBeUndefined();
});

test('what nobody answered within seven days is over, and says so', () => {
  const day = proposed().at('2026-11-30 09:31').ticks();
  expect(corrected(day).end).toBeNull();
  day.at('2026-11-30 09:32').ticks();
  expect(corrected(day).end).toEqual({ is: 'expired', at: day.now });
  as(day, 'b1').refuses('correction.over', confirms);
});

test('a second correction starts from the first one, and the row says both', () => {
  const day = confirms(as(proposed(), 'b1'));
  proposes(as(day, 's1'), { to: null });
  expect(corrected(day, 2)).toMatchObject({ from: 300_000, to: null, ledger: 1_800_000 });
  confirms(as(day, 'b1'), '2026-11-23.x2');
  expect(rowOf(day.lobby, day.now)?.records.corrections).toHaveLength(2);
});

test('a wait and a service are corrected apart', () => {
  const day = proposes(proposed(), { what: 'wait', to: 30_000 });
  expect(corrected(day, 2)).toMatchObject({ what: 'wait', from: 60_000, to: 30_000 });
});

test('a customer has no place in a reason', () => {
  forgotten().refuses('text.identity', (d) => proposes(d, { note: '客户 13812345678' }));
});

test('the day says what came in and what was closed, by class and by where it was contained', () => {
  const day = opens(opens(as(forgotten(), 's1'), { channel: 'regulator' }), { cause: 'quality' });
  closes(contacts(day.after(60)));
  day.does({ type: 'complaint.withdraw', complaint: '2026-11-23.c2' });
  day.does({ type: 'warning.raise', note: '客户不耐烦' });
  expect(rowOf(day.lobby, day.now)?.records.complaints).toEqual({
    received: [
      { cause: 'attitude', channel: 'regulator' },
      { cause: 'quality', channel: 'hotline' },
    ],
    closed: [{ cause: 'attitude', contained: 'regulator', root: 'conduct', days: 0, late: false }],
    ...{ withdrawn: 1, open: 0, warnings: { raised: 1, ended: 0, turned: 0 } },
  });
});

test('the day says each module that an inspection scored', () => {
  const day = finishes(passes(begins(as(forgotten(), 's1'))));
  expect(rowOf(day.lobby, day.now)?.records.inspections).toEqual([
    { id: '2026-11-23.i1', module: 'meeting', score: 100, at: day.now },
  ]);
});

test('a day without any of it says nothing of it', () => {
  expect(rowOf(forgotten().lobby, 0)?.records).toEqual({});
});
