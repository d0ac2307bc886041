import type { Post } from '../../shared/devices/roles.ts';
import type { MeetingCommandOf } from '../../shared/floor/meetings/commands.ts';
import type { Shift } from '../../shared/floor/roster/commands.ts';
import type { BusinessDate, CounterId, StaffId } from '../../shared/ids.ts';
import type { Settings } from '../../shared/settings.ts';
import { type Story, story } from './story.ts';

const span = { open: '09:00', close: '17:00' };
/** Opens every day at nine but Sundays; the Monday on which stories begin is a holiday. */
export const atNine: Partial<Settings> = {
  hours: {
    week: [span, span, span, span, span, span, null],
    exceptions: { ['2026-11-23' as BusinessDate]: null },
    ticketsBeforeMinutes: 0,
  },
};

const STAFF: Record<string, Post> = {
  b1: 'branchManager',
  l1: 'lobbyManager',
  s1: 'serviceSpecialist',
  t1: 'teller',
  t2: 'teller',
  t3: 'teller',
};

/** A branch with its staff, on Tuesday 24 November 2026 at eight, an hour before it opens. */
export function branch(change: Partial<Settings> = atNine): Story {
  const day = story(change);
  for (const [person, post] of Object.entries(STAFF)) day.does({ type: 'staff.add', person, post });
  return day.at('2026-11-24 08:00').ticks();
}

export const shift = (
  person: string,
  post: Shift['post'],
  counter?: string,
  more: Partial<Pick<Shift, 'from' | 'to' | 'breaks'>> = {},
): Shift => ({
  ...{ person: person as StaffId, post },
  ...(counter && { counter: counter as CounterId }),
  ...{ from: '08:00', to: '17:30', breaks: [], ...more },
});

const lunch = (from: string, to: string) => ({ breaks: [{ from, to }] });

/** The usual day: the manager leads, two counters, one lobby manager, one guard. */
export const usualDay = {
  head: 'b1' as StaffId,
  shifts: [
    shift('b1', 'manager'),
    shift('l1', 'lobby'),
    shift('t1', 'teller', '1', lunch('12:00', '13:00')),
    shift('t2', 'teller', '2', lunch('13:00', '14:00')),
    shift('t3', 'guard'),
  ],
};

export const plans = (day: Story, date = '2026-11-24', plan = usualDay) =>
  day.does({ type: 'shift.plan', date, ...plan });

/** A branch whose Tuesday is planned. */
export const planned = (change?: Partial<Settings>) => plans(branch(change));

const leading = { kind: 'morning', host: 'b1', recorder: 's1' } as const;
export const begins = (day: Story, more: Partial<MeetingCommandOf<'meeting.start'>> = {}) =>
  day.does({ type: 'meeting.start', ...leading, ...more });

type Row = Omit<MeetingCommandOf<'meeting.record'>['attendance'][number], 'person'>;
type Rest = Partial<Pick<MeetingCommandOf<'meeting.record'>, 'dress' | 'topics' | 'actions'>>;

/** Everybody on the roster is there, except whom `rows` says otherwise of. */
export function marks(day: Story, rows: Record<string, Row> = {}, rest: Rest = {}): Story {
  const meeting = day.lobby.floor.meetings.held.at(-1);
  if (!meeting) throw new Error('no meeting was held');
  const named = Object.entries(rows).map(([person, row]) => ({ person, ...row }));
  const there = meeting.expected
    .filter((e) => !(e.person in rows))
    .map(({ person }) => ({ person, is: 'present' }) as const);
  return day.does({
    ...{ type: 'meeting.record', meeting: meeting.id, attendance: [...named, ...there] },
    ...{ dress: [], topics: [], actions: [], ...rest },
  });
}

export const ends = (day: Story) =>
  day.does({ type: 'meeting.end', meeting: day.lobby.floor.meetings.held.at(-1)?.id ?? '' });

export const signs = (day: Story) =>
  day.does({ type: 'meeting.sign', meeting: day.lobby.floor.meetings.held.at(-1)?.id ?? '' });

/** A meeting from one time to another, with everybody there. */
export const meets = (day: Story, from: string, to: string) =>
  ends(marks(begins(day.at(from).ticks())).at(to));

/** What was found of a day, `short 7`. */
export const found = ({ lobby }: Story, date = '2026-11-24') =>
  (lobby.floor.meetings.found[date as BusinessDate] ?? []).map(({ what, minutes }) =>
    minutes === null ? what : `${what} ${minutes}`,
  );
