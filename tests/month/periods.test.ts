import { expect, test } from 'vitest';
import type { BusinessDate } from '../../shared/ids.ts';
import {
  periodAfter,
  periodAt,
  periodBefore,
  periodOf,
  yearBefore,
} from '../../shared/month/periods.ts';

const day = (date: string) => date as BusinessDate;
const known = (id: string) => {
  const period = periodOf(id);
  if (!period) throw new Error(`no ${id}`);
  return period;
};

test('days, weeks, months and years go by their names', () => {
  expect(known('2026-10')).toMatchObject({ kind: 'month', from: '2026-10-01', to: '2026-10-31' });
  expect(known('2028-02').to).toBe('2028-02-29');
  expect(known('2026')).toMatchObject({ kind: 'year', from: '2026-01-01', to: '2026-12-31' });
  expect(known('2026-W53')).toMatchObject({ from: '2026-12-28', to: '2027-01-03' });
  expect(known('2027-W01').from).toBe('2027-01-04');
});

test('what there is not has no name', () => {
  for (const id of ['2026-02-30', '2026-13', '2027-W53', '2026-W00', '26', 'today', '', '2026-1-1'])
    expect(periodOf(id), id).toBeNull();
});

test('one before, one after, and the same a year ago', () => {
  expect(periodBefore(known('2026-01')).id).toBe('2025-12');
  expect(periodAfter(known('2026-W53')).id).toBe('2027-W01');
  expect(periodBefore(known('2026-03-01')).id).toBe('2026-02-28');
  expect(yearBefore(known('2026-10'))?.id).toBe('2025-10');
  expect(yearBefore(known('2028-02-29'))).toBeNull();
  expect(periodAt('week', day('2027-01-01')).id).toBe('2026-W53');
});
