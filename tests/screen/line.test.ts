import { expect, test } from 'vitest';
import type { ServiceId, TicketId } from '../../shared/ids.ts';
import {
  type Field,
  LINE_AT,
  layoutLine,
  type Placed,
  placeOf,
  reachOf,
} from '../../shared/screen/lineLayout.ts';
import type { Mark } from '../../shared/views/parts.ts';

const ordinary = { yellow: 600, orange: 1200, red: 1800 };
const premium = { yellow: 300, orange: 600, red: 1200 };
const NOW = 10_000_000;
const field: Field = { width: 1300, height: 180, sizes: [22, 16, 12, 8, 4], label: 46 };

const mark = (n: number, waited: number, line = ordinary): Mark => ({
  ticket: `2026-11-23.${n}` as TicketId,
  number: `A${String(n).padStart(3, '0')}`,
  class: line === ordinary ? 'ordinary' : 'premium',
  service: 'cash' as ServiceId,
  from: NOW - waited * 1000,
  line,
  returned: false,
});

const crowd = (n: number) =>
  Array.from({ length: n }, (_, i) => mark(i + 1, (i * 2000) / n, i % 4 ? ordinary : premium));

test('premium and ordinary cross each line at the same place, after their own minutes', () => {
  for (const level of ['yellow', 'orange', 'red'] as const) {
    expect(placeOf(ordinary[level], ordinary)).toBeCloseTo(LINE_AT[level]);
    expect(placeOf(premium[level], premium)).toBeCloseTo(LINE_AT[level]);
  }
});

test('a mark only moves forward, and never off the end', () => {
  const places = Array.from({ length: 400 }, (_, i) => placeOf(i * 60, ordinary));
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places.at(-1)).toBeLessThanOrEqual(1);
});

test('on the line is not past it', () => {
  expect(reachOf(600, ordinary)).toBe('within');
  expect(reachOf(601, ordinary)).toBe('yellow');
});

test('0, 5, 40 and 200 marks stand inside the field, none over another', () => {
  for (const n of [0, 5, 40, 200]) {
    const { size, placed } = layoutLine(crowd(n), NOW, field);
    expect(placed).toHaveLength(n);
    for (const p of placed) expect(p.y + size / 2).toBeLessThanOrEqual(field.height);
    expect(overlapping(placed, size)).toEqual([]);
  }
});

test('many who came at once stand behind one another, in the field and near their place', () => {
  const together = Array.from({ length: 120 }, (_, i) => mark(i + 1, 300));
  const { size, placed } = layoutLine(together, NOW, field);
  expect(overlapping(placed, size)).toEqual([]);
  for (const p of placed) {
    expect(p.y + size / 2).toBeLessThanOrEqual(field.height);
    expect(p.x / field.width).toBeGreaterThan(placeOf(300, ordinary) - 0.05);
  }
});

test('those about to cross and those past a line carry their numbers, the others do not', () => {
  const marks = [mark(1, 60), mark(2, 590), mark(3, 1300)];
  const { placed } = layoutLine(marks, NOW, field);
  const labelled = placed.filter((p) => p.labelled).map((p) => p.mark.number);
  expect(labelled.sort()).toEqual(['A002', 'A003']);
});

function overlapping(placed: readonly Placed[], size: number): string[] {
  return placed.flatMap((a, i) =>
    placed.slice(i + 1).flatMap((b) => {
      const apart = Math.abs(a.x - b.x) >= size || Math.abs(a.y - b.y) >= size;
      return apart ? [] : [`${a.mark.number} over ${b.mark.number}`];
    }),
  );
}
