import { expect, test } from 'vitest';
import {
  acknowledged,
  inReserve,
  isOpenAlone,
  merged,
  nothingKept,
  takenFrom,
} from '../../kiosk/ticket/lent.ts';
import type { LoanId, ServiceId } from '../../shared/ids.ts';
import { branchPart } from '../../shared/views/parts.ts';
import { reservePart } from '../../shared/views/reserve.ts';
import { type Story, story } from '../kit/story.ts';

const OWN = '019ab000-0000-7000-8000-000000000001' as LoanId;

const seenBy = ({ lobby: { visit } }: Story) => ({
  reserve: reservePart(visit),
  branch: branchPart(visit),
});
const lends = (day: Story) => day.does({ type: 'numbers.borrow', loan: OWN });
const cash = { service: 'cash' as ServiceId, class: 'ordinary', at: 0, id: 'its-own' } as const;

/** What the kiosk holds after so many customers without the hub. */
function after(customers: number, day = lends(story())) {
  const view = seenBy(day);
  let kept = merged(nothingKept(OWN), view.reserve);
  const numbers: (string | null)[] = [];
  for (let n = 0; n < customers; n++) {
    const taken = takenFrom(kept, view, { ...cash, id: `id-${n}` });
    numbers.push(taken?.number ?? null);
    kept = taken?.kept ?? kept;
  }
  return { kept, numbers, view };
}

test('numbers come one after the other, and end with what was lent', () => {
  const { numbers, kept, view } = after(51);
  expect(numbers.slice(0, 2)).toEqual(['A701', 'A702']);
  expect(numbers.slice(-2)).toEqual(['A750', null]);
  expect(new Set(numbers).size).toBe(51);
  expect(inReserve(kept, view)).toBe(0);
});

test('the hub’s word on what was lent takes nothing back that was given out', () => {
  const day = lends(story());
  const { kept } = after(3, day);
  const again = merged(kept, seenBy(day).reserve);
  expect(takenFrom(again, seenBy(day), cash)?.number).toBe('A704');
});

test('what is to be handed in outlives the day; its numbers do not', () => {
  const day = lends(story());
  const { kept } = after(2, day);
  const tomorrow = merged(kept, seenBy(day.at('2026-11-24 08:00').ticks()).reserve);
  expect(takenFrom(tomorrow, seenBy(day), cash)).toBeNull();
  expect(tomorrow.out.map(({ command }) => 'date' in command && command.date)).toEqual([
    '2026-11-23',
    '2026-11-23',
  ]);
  expect(acknowledged(tomorrow, new Set(['id-0'])).out.map((out) => out.id)).toEqual(['id-1']);
});

test('whoever showed a card gets a number of their own class', () => {
  const { kept, view } = after(0);
  expect(takenFrom(kept, view, { ...cash, class: 'premium' })?.number).toBe('V701');
});

test('alone it stops at the end of the day and outside the hours, as it would with the hub', () => {
  const week = Array.from({ length: 7 }, () => ({ open: '08:30', close: '17:00' }));
  const hours = { week, exceptions: {}, ticketsBeforeMinutes: 15 };
  const view = seenBy(lends(story({ hours })));
  const at = (time: string) =>
    isOpenAlone(view, view.reserve.date, Date.parse(`2026-11-${time}+08:00`));
  expect(at('23T08:14:00')).toBe(false);
  expect(at('23T08:15:00')).toBe(true);
  expect(at('23T16:59:59')).toBe(true);
  expect(at('23T17:00:00')).toBe(false);
  expect(at('24T09:00:00')).toBe(false);
});
