import { expect, test } from 'vitest';
import { localTime } from '../../shared/calendar.ts';
import { countDue } from '../../shared/floor/counting.ts';
import { story } from '../kit/story.ts';

const hours = {
  week: Array.from({ length: 7 }, () => ({ open: '09:30', close: '17:00' })),
  exceptions: {},
  ticketsBeforeMinutes: 0,
};

/** The local time of the next count. */
function due({ lobby }: ReturnType<typeof story>): string | null {
  const at = countDue(lobby.floor, lobby.visit);
  return at === null ? null : localTime('Asia/Shanghai', at + lobby.visit.offset).time;
}

test('those without a number are counted each full hour while the branch is open', () => {
  const day = story({ hours });
  expect(due(day)).toBe(null);
  expect(due(day.at('09:30').ticks())).toBe('10:00');
  expect(due(day.at('10:20').ticks())).toBe('10:00');
  expect(due(day.counts(4))).toBe('11:00');
  expect(day.lobby.floor.counted).toMatchObject({ without: 4 });
  expect(due(day.at('11:00').counts(0))).toBe('12:00');
  expect(due(day.at('17:00').ticks())).toBe(null);
});

test('where the clock is half an hour off, full hours are those on the wall', () => {
  const branch = { ...story().lobby.visit.settings.branch, timeZone: 'Asia/Kolkata' };
  const day = story({ branch }).at('09:10').counts(1);
  const at = countDue(day.lobby.floor, day.lobby.visit) ?? 0;
  expect(localTime('Asia/Kolkata', at).time).toBe('07:00');
});

test('a closed day is over: nobody is counted any more', () => {
  const day = story().closesDay();
  expect(due(day)).toBe(null);
  day.refuses('day.closed', (d) => d.counts(1));
});
