import { expect, test } from 'vitest';
import type { LoanId, ServiceId } from '../../shared/ids.ts';
import { meanwhilePart } from '../../shared/views/meanwhile.ts';
import { rowsOf } from '../../shared/visit/table.ts';
import { type Story, story } from '../kit/story.ts';

const [ONE, TWO, THREE] = [1, 2, 3].map((n) => `019ab000-0000-7000-8000-00000000000${n}` as LoanId);
const borrows = (day: Story, loan = ONE as LoanId) => day.does({ type: 'numbers.borrow', loan });
const loses = (day: Story, loan = ONE as LoanId) => day.does({ type: 'numbers.cutOff', loan });
const time = (clock: string) => Date.parse(`2026-11-23T${clock.padEnd(8, ':00')}+08:00`);
const lent = (number: string, clock: string, more = {}) => ({
  ...{ type: 'ticket.handIn', date: '2026-11-23', number, service: 'cash' as ServiceId },
  ...{ class: 'ordinary', issuedAt: time(clock), ...more },
});
const handsIn = (day: Story, number: string, clock: string, more = {}) =>
  day.does(lent(number, clock, more) as never);
const blocks = (day: Story, letter: string) =>
  Object.values(day.lobby.visit.loans).flatMap((loan) =>
    loan.blocks.flatMap((b) => (b.letter === letter ? `${b.from}-${b.to}` : [])),
  );

test('each kiosk has numbers of its own, of every letter it gives out', () => {
  const day = borrows(borrows(story()), TWO);
  expect(blocks(day, 'A')).toEqual(['701-750', '751-800']);
  expect(blocks(day, 'V')).toEqual(['701-750', '751-800']);
  expect(blocks(day, 'S')).toEqual([]);
});

test('a kiosk that asks again gets nothing until half of a letter is gone', () => {
  const day = borrows(story()).refuses('lent.none', (d) => borrows(d));
  loses(day.at('09:10'));
  for (let n = 701; n <= 725; n++) handsIn(day, `A${n}`, '09:10');
  expect(blocks(borrows(day), 'A')).toEqual(['701-750', '751-800']);
  expect(blocks(day, 'B')).toEqual(['701-750']);
});

test('what is left over is lent too, and then nothing more', () => {
  const day = story({ lent: { from: 990, each: 6 } });
  borrows(borrows(day), TWO).refuses('lent.none', (d) => borrows(d, THREE));
  expect(blocks(day, 'A')).toEqual(['991-996', '997-999']);
});

test('the hub’s own numbers step over what is lent, also where that was set anew', () => {
  const day = borrows(story({ lent: { from: 100, each: 10 } }));
  day.sets({ lent: { from: 600, each: 10 } });
  for (let n = 1; n <= 101; n++) day.takes();
  expect(day.line.slice(-2)).toEqual(['A100', 'A111']);
  day.sets({ lent: { from: 105, each: 20 } });
  expect(blocks(borrows(day, TWO), 'A')).toEqual(['101-110', '112-131']);
});

test('a number from an outage joins the line where its customer stood', () => {
  const day = borrows(story()).takes();
  loses(day.at('09:10'));
  day.at('09:30').takes();
  borrows(day.at('09:31'));
  handsIn(handsIn(day, 'A702', '09:20'), 'A701', '09:15');
  expect(day.line).toEqual(['A001', 'A701', 'A702', 'A002']);
  expect(day.ticket('A702')).toMatchObject({ by: 'lent', firstAt: time('09:20') });
  expect(day.takes().line.at(-1)).toBe('A003');
});

test('a number is handed in once; whose it is not, nobody was lent', () => {
  const day = loses(borrows(story()).at('09:10'));
  handsIn(day, 'A701', '09:10');
  day.refuses('lent.known', (d) => handsIn(d, 'A701', '09:10'));
  day.refuses('lent.unknown', (d) => handsIn(d, 'A699', '09:10'));
  day.refuses('lent.unknown', (d) => handsIn(d, 'A702', '09:10', { service: 'account' }));
  day.refuses('lent.unknown', (d) => handsIn(d, 'A702', '09:10', { date: '2026-11-24' }));
});

test('a time outside every outage is not believed: the wait begins now, and is marked', () => {
  const day = borrows(story()).at('09:30').takes();
  handsIn(day, 'A701', '09:05');
  expect(day.ticket('A701').firstAt).toBe(time('09:30'));
  borrows(loses(day.at('09:40')).at('09:45'));
  handsIn(day.at('09:50'), 'A702', '09:20');
  handsIn(day, 'A703', '09:49');
  expect(day.ticket('A703').firstAt).toBe(time('09:50'));
  // The kiosk saw it some seconds before the hub did.
  handsIn(day, 'A704', '09:39:50');
  expect(day.ticket('A704').firstAt).toBe(time('09:39:50'));
  const marked = day.facts.flatMap((f) =>
    f.type === 'ticket.issued' && f.untimed ? f.number : [],
  );
  expect(marked).toEqual(['A701', 'A702', 'A703']);
});

test('a hub that was down heard no kiosk since its last entry', () => {
  const day = borrows(story()).at('09:20').takes().at('09:40').restarts();
  handsIn(day, 'A701', '09:25');
  expect(day.ticket('A701').firstAt).toBe(time('09:25'));
  day.opens('2').serves('2').after(15).serves('2');
  // Both waits went across the restart.
  expect(day.figures.all.wait).toMatchObject({ n: 2, acrossRestart: 2 });
});

test('a number of a day that is over is on record, and in no figure', () => {
  const day = borrows(story()).takes();
  day.at('2026-11-24 08:00').ticks();
  handsIn(day, 'A701', '16:00');
  expect(day.facts.at(-1)).toMatchObject({ type: 'numbers.late', number: 'A701' });
  expect(day.lobby.visit.tickets.size).toBe(0);
  expect(blocks(borrows(day), 'A')).toEqual(['701-750']);
});

test('who was served by voice meanwhile is counted, and in no mean', () => {
  const day = borrows(story()).takes().at('09:20').restarts();
  for (const n of [701, 702, 703]) handsIn(day, `A${n}`, '09:10');
  const tickets = ['A001', 'A701', 'A702'].map((n) => day.id(n));
  expect(meanwhilePart(day.lobby.visit).tickets.map((t) => t.number)).toHaveLength(4);
  day.does({ type: 'ticket.servedMeanwhile', tickets });
  expect(day.line).toEqual(['A703']);
  day.opens('2').serves('2');
  const { tickets: all, servedMeanwhile, served, abandoned, wait } = day.figures.all;
  expect({ all, servedMeanwhile, served, abandoned }).toEqual({
    ...{ all: 4, servedMeanwhile: 3, served: 1, abandoned: 0 },
  });
  expect(wait.n).toBe(1);
});

test('nobody who just waited long is cleared that way, and all are cleared or none', () => {
  const day = borrows(story()).takes().at('09:20').restarts().at('09:30').takes();
  const both = { type: 'ticket.servedMeanwhile', tickets: ['A001', 'A002'].map(day.id) } as const;
  day.refuses('meanwhile.notThen', (d) => d.does(both));
  expect(day.is('A001')).toBe('waiting');
  day.opens('2').calls('2');
  day.refuses('meanwhile.notWaiting', (d) => d.does({ ...both, tickets: [day.id('A001')] }));
});

test('without any outage a measure has no word of it: closings of years ago stay true', () => {
  const day = story().takes().opens('2').serves('2');
  expect('servedMeanwhile' in day.figures.all).toBe(false);
  expect([...rowsOf(day.lobby.visit.tickets)]).toHaveLength(1);
});
