import { expect, test } from 'vitest';
import { Customs } from '../../server/history/customs.ts';
import { Weeks } from '../../server/history/weeks.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import { type DayRow, rowOf } from '../../shared/month/dayRow.ts';
import { type HourRow, halfHourOf, usualAt } from '../../shared/questions/usual.ts';
import { pastOf } from '../kit/past.ts';
import { type Story, story } from '../kit/story.ts';

const MONDAYS = ['2026-11-23', '2026-11-30', '2026-12-07', '2026-12-14', '2026-12-21'];

/** On each Monday `people` come at 9:50 and one is served at 10:05 after 15 minutes. */
function mondays(...people: readonly number[]): Story {
  const told = story();
  people.forEach((n, i) => {
    told.at(`${MONDAYS[i]} 09:50`).ticks();
    for (let k = 0; k < n; k++) told.takes();
    if (n > 0) told.opens('2').at(`${MONDAYS[i]} 10:05`).serves('2', 60);
    told.at(`${MONDAYS[i]} 17:00`).closesDay();
  });
  return told;
}

const usualFor = async (told: Story, today: string) =>
  new Customs(await pastOf(told.now, told)).usualOn(today as BusinessDate);

test('what is usual is the middle one of the same weekdays, at the same half-hour', async () => {
  const usual = await usualFor(mondays(2, 4, 9), '2026-12-14');
  expect(usual).toMatchObject({ weekday: 1, days: 3 });
  expect(usual.at['10:00']).toMatchObject({ waiting: 4, longest: 600, ordinary: null });
  expect(usual.at['10:30']).toMatchObject({ waiting: 3, ordinary: 900, abandoned: 0 });
});

test('two Mondays are no custom, and other weekdays count for nothing', async () => {
  expect(await usualFor(mondays(2, 4), '2026-12-14')).toMatchObject({ days: 2, at: {} });
  expect(await usualFor(mondays(2, 4, 9), '2026-12-15')).toMatchObject({ days: 0, at: {} });
});

test('a day nobody came on, and one whose clock was wrong, are nobody’s custom', async () => {
  const told = mondays(2, 0, 9, 4);
  expect((await usualFor(told, '2026-12-21')).days).toBe(3);
  const wrong = mondays(2, 4, 9);
  const first = wrong.facts.findIndex((fact) => fact.type === 'ticket.called');
  const at = wrong.facts[first]?.at ?? 0;
  wrong.facts.splice(first, 0, { type: 'clock.stepped', at, by: 3_600_000, offset: 0 });
  expect((await usualFor(wrong, '2026-12-14')).days).toBe(2);
});

test('a figure that only two days know is not called usual', () => {
  const row = (date: string, satisfaction: number | null): HourRow => ({
    date: date as BusinessDate,
    at: {
      '10:00': {
        ...{ waiting: 1, longest: 0, ordinary: 60, premium: null, abandoned: 0 },
        ...{ satisfaction, invitation: null },
      },
    },
  });
  const rows = [row('2026-11-23', 90), row('2026-11-30', 80), row('2026-12-07', null)];
  expect(usualAt(rows, 1, '10:00')).toMatchObject({ waiting: 1, ordinary: 60, satisfaction: null });
});

test('a time belongs to the half-hour it is nearest to', () => {
  const at = (time: string) => halfHourOf('Asia/Shanghai', Date.parse(`2026-11-23T${time}+08:00`));
  expect(['09:44', '09:45', '10:14', '10:15', '23:50'].map(at)).toEqual([
    ...['09:30', '10:00', '10:00', '10:30', '00:00'],
  ]);
});

/** The rows that the closings of these Mondays keep. */
function rowsOf(...people: readonly number[]): DayRow[] {
  return people.flatMap((_, n) => {
    const told = mondays(...people.slice(0, n + 1));
    return rowOf(told.lobby, told.now) ?? [];
  });
}

function heatOf(rows: readonly DayRow[], today: string) {
  const read = async (wanted: (date: string) => boolean) => ({
    ...{ rows: rows.filter(({ date }) => wanted(date)), dates: [], lost: [] },
  });
  return new Weeks({ read }).before(today as BusinessDate);
}

test('eight weeks by weekday and hour, from the rows of the closings', async () => {
  const heat = await heatOf(rowsOf(2, 4, 0), '2026-12-14');
  expect(heat).toMatchObject({ from: '2026-10-19', to: '2026-12-13', days: 2 });
  const nine = heat.cells.find(({ weekday, hour }) => weekday === 1 && hour === 9);
  expect(nine).toEqual({ weekday: 1, hour: 9, days: 2, arrivals: 3, waiting: 3, wait: 900 });
});

test('what lies further back, and today itself, are not in it', async () => {
  expect(await heatOf(rowsOf(2, 4, 9), '2026-12-07')).toMatchObject({ days: 2 });
  expect(await heatOf(rowsOf(2, 4, 9), '2027-02-01')).toMatchObject({ days: 1 });
});

test('a branch that is new has no weeks yet, and says so by having no days', async () => {
  expect(await heatOf([], '2026-11-23')).toMatchObject({ days: 0, cells: [] });
});
