import { expect, test } from 'vitest';
import { stateOf } from '../../shared/floor/meetings/judge.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import {
  begins,
  branch,
  ends,
  found,
  marks,
  meets,
  planned,
  plans,
  signs,
} from '../kit/records.ts';
import type { Story } from '../kit/story.ts';

const last = (day: Story) => {
  const meeting = day.lobby.floor.meetings.held.at(-1);
  if (!meeting) throw new Error('no meeting was held');
  return meeting;
};
const state = (day: Story, date = '2026-11-24') =>
  stateOf(day.lobby.floor.meetings, date as BusinessDate);

test('a meeting of twelve minutes before opening is held, its length measured by the hub', () => {
  const day = meets(planned(), '08:30', '08:42:30').at('09:30').ticks();
  expect(last(day)).toMatchObject({
    from: '08:30',
    situation: { is: 'over', to: '08:42', seconds: 750, acrossRestart: false },
  });
  expect(found(day)).toEqual([]);
  expect(state(day)).toBe('held');
});

test('no meeting by opening time is found at opening, once, on Saturdays too', () => {
  const day = planned().at('08:59:59').ticks();
  expect(found(day)).toEqual([]);
  expect(found(day.at('09:00').passes(5))).toEqual(['missing']);
  expect(state(day)).toBe('missing');
  expect(found(day.at('2026-11-28 09:00').ticks(), '2026-11-28')).toEqual(['missing']);
});

test('the alert stands from opening until a meeting begins, or the day ends', () => {
  const day = planned().at('09:00').ticks();
  expect(day.after(1).ticks().alerts).toEqual(['meetingMissing branch orange']);
  expect(begins(day.at('09:30').ticks()).after(1).ticks().alerts).toEqual([]);
  const other = planned().at('09:00').ticks().after(1).ticks().at('17:30').closesDay();
  expect(other.at('2026-11-25 04:00').ticks().alerts).toEqual([]);
});

test('a day off, and a branch without set hours, need no meeting', () => {
  const sunday = branch().at('2026-11-29 12:00').ticks();
  expect(found(sunday, '2026-11-29')).toEqual([]);
  const always = branch({}).at('12:00').ticks().closesDay();
  expect(found(always)).toEqual([]);
});

test('seven minutes are short, unless a whole meeting follows before opening', () => {
  const short = meets(planned(), '08:30', '08:37').at('09:00').ticks();
  expect(found(short)).toEqual(['short 7']);
  expect(state(short)).toBe('short');
  const again = meets(meets(planned(), '08:20', '08:27'), '08:30', '08:41')
    .at('09:00')
    .ticks();
  expect(found(again)).toEqual([]);
});

test('one that still runs at opening is judged when it ends: late, and maybe short', () => {
  const day = marks(begins(planned().at('08:45').ticks()))
    .at('09:00')
    .ticks();
  expect(found(day)).toEqual([]);
  expect(found(ends(day.at('09:05')))).toEqual(['late 20']);
  expect(state(day.ticks())).toBe('late');
  const both = ends(marks(begins(planned().at('08:57').ticks())).at('09:02'));
  expect(found(both)).toEqual(['late 5', 'short 5']);
});

test('held only after opening it was missing first, and is late', () => {
  const day = meets(planned().at('09:00').ticks(), '09:30', '09:45');
  expect(found(day)).toEqual(['missing', 'late 15']);
  expect(state(day)).toBe('late');
});

test('one that nobody ends is forgotten at the close of the day', () => {
  const day = marks(begins(planned().at('08:40').ticks()))
    .at('17:30')
    .ticks()
    .closesDay();
  expect(last(day).situation).toEqual({ is: 'forgotten' });
  expect(found(day)).toEqual(['late']);
  expect(day.facts.findIndex((f) => f.type === 'meeting.forgotten')).toBeLessThan(
    day.facts.findLastIndex((f) => f.type === 'day.closed'),
  );
});

test('an evening meeting is the same form, and nothing is found of it', () => {
  const day = meets(planned(), '08:30', '08:41').at('17:05').ticks();
  const evening = ends(marks(begins(day, { kind: 'evening' })).at('17:08'));
  expect(last(evening)).toMatchObject({ kind: 'evening', situation: { seconds: 180 } });
  expect(found(evening.at('2026-11-25 04:00').ticks())).toEqual([]);
});

test('a length across a restart of the hub is marked', () => {
  const day = marks(begins(planned().at('08:30').ticks()))
    .at('08:35')
    .restarts();
  expect(last(ends(day.at('08:45'))).situation).toMatchObject({
    ...{ seconds: 900, acrossRestart: true },
  });
});

test('who is expected is the roster as it was when the meeting began', () => {
  const day = begins(planned().at('08:30').ticks());
  const who = () => last(day).expected.map((e) => e.person);
  expect(who()).toEqual(['b1', 'l1', 't1', 't2', 't3']);
  plans(day, '2026-11-24', { head: null as never, shifts: [] });
  expect(who()).toHaveLength(5);
});

test('it does not end before everybody has a word, and an absence a reason', () => {
  const day = begins(planned().at('08:30').ticks()).at('08:41');
  day.refuses('meeting.attendanceOpen', ends);
  day.refuses('meeting.reasonMissing', (d) => marks(d, { t2: { is: 'absent' } }));
  ends(marks(day, { t2: { is: 'absent', reason: 'leave' } }));
  expect(last(day).attendance.filter((a) => a.is === 'absent')).toEqual([
    { person: 't2', is: 'absent', reason: 'leave' },
  ]);
});

test('somebody who is not on the roster is said to be somebody', () => {
  const day = begins(planned().at('08:30').ticks());
  day.refuses('meeting.sayWho', (d) => marks(d, { s1: { is: 'present' } }));
  marks(day, { s1: { is: 'present', as: '服务专员' }, x9: { is: 'present', as: '支行领导' } });
  expect(
    last(day)
      .attendance.slice(0, 2)
      .map((a) => a.as),
  ).toEqual(['服务专员', '支行领导']);
});

test('dress is noted by exceptions, of those present, and never of a guard', () => {
  const day = begins(planned().at('08:30').ticks());
  const items = (person: string) => ({
    dress: [{ person: person as never, items: ['shoes' as const] }],
  });
  day.refuses('meeting.dressExempt', (d) => marks(d, {}, items('t3')));
  day.refuses('meeting.dressExempt', (d) =>
    marks(d, { t1: { is: 'absent', reason: 'leave' } }, items('t1')),
  );
  marks(day, {}, items('t1'));
  expect(last(day).dress).toEqual([{ person: 't1', items: ['shoes'] }]);
});

test('the agenda set beforehand is the meeting’s; headings may be more than the seven', () => {
  const topics = [{ topic: 'training', note: '叫号流程' }];
  const plan = { type: 'meeting.plan', date: '2026-11-24', kind: 'morning' } as const;
  const day = planned().does({ ...plan, host: 'l1', recorder: 's1', topics });
  expect(last(begins(day.at('08:30').ticks())).topics).toEqual(topics);
  const more = { topic: 'safety', note: '' };
  day.refuses('meeting.topicUnknown', (d) => marks(d, {}, { topics: [more] }));
  const own = { id: 'safety', name: { zh: '安全', en: 'Safety' } };
  day.sets({
    duties: {
      meetings: { minutes: 10, topics: [own] },
      presidents: [],
      repeats: { times: 2, days: 30 },
    },
  });
  expect(last(marks(day, {}, { topics: [more] })).topics).toEqual([more]);
});

test('the last closed day’s own figures stand in the record', () => {
  const day = planned().at('09:00').ticks().plugsIn('2').opens('2').takes().after(120);
  day.serves('2', 60).rates('A001', 'satisfied').closesDay();
  plans(day.at('2026-11-25 08:00').ticks(), '2026-11-25');
  const { figures } = last(begins(day.at('08:30').ticks()));
  expect(figures).toMatchObject({
    ...{ date: '2026-11-24', served: 1, abandoned: 0, ordinary: { n: 1, mean: 120 } },
    ...{ premium: { n: 0, mean: null }, satisfaction: { n: 1, points: 85 }, invitationRate: 0 },
  });
});

test('place and camera are as the branch set them, or as was said', () => {
  const meetings = { minutes: 10, topics: [], place: '一楼大厅', camera: '3' };
  const set = { duties: { meetings, presidents: [], repeats: { times: 2, days: 30 } } };
  const day = planned().sets(set);
  expect(last(begins(day.at('08:30').ticks()))).toMatchObject({ place: '一楼大厅', camera: '3' });
  const other = begins(planned(), { place: '会议室', camera: '7' });
  expect(last(other)).toMatchObject({ place: '会议室', camera: '7' });
});

test('the minutes asked for are the branch’s own figure', () => {
  const meetings = { minutes: 15, topics: [] };
  const day = planned().sets({
    duties: { meetings, presidents: [], repeats: { times: 2, days: 30 } },
  });
  expect(found(meets(day, '08:30', '08:42').at('09:00').ticks())).toEqual(['short 12']);
});

test('two at once, and a host who left, are refused', () => {
  const day = planned().does({ type: 'staff.leave', person: 't1' });
  day.refuses('member.unknown', (d) => begins(d, { host: 't1' as never }));
  begins(day).refuses('meeting.running', begins);
});

const paper =
  (from: string, to: string, date = '2026-11-24') =>
  (day: Story) =>
    day.does({
      ...{ type: 'meeting.enter', date, kind: 'morning', host: 'b1', recorder: 's1' },
      ...{ from, to, why: '停电，主机未开' },
    });

test('one held while the hub was away is entered from paper, and shown as such', () => {
  const day = paper('08:20', '08:35')(planned().at('08:50').ticks());
  expect(last(day)).toMatchObject({
    ...{ startedAt: null, from: '08:20', why: '停电，主机未开' },
    situation: { is: 'over', to: '08:35', seconds: 900 },
  });
  expect(found(day.at('09:00').ticks())).toEqual([]);
});

test('paper does not end before it starts, come from the future, or overlap', () => {
  const day = planned().at('08:50').ticks();
  day.refuses('time.backwards', paper('08:35', '08:20'));
  day.refuses('date.ahead', paper('08:45', '08:55'));
  day.refuses('date.ahead', paper('08:20', '08:35', '2026-11-25'));
  day.refuses('date.past', paper('08:20', '08:35', '2026-11-10'));
  day.refuses('date.unknown', paper('08:20', '08:35', '2026-02-30'));
  paper('08:20', '08:35')(day).refuses('meeting.overlaps', paper('08:30', '08:45'));
});

test('the branch manager signs a whole record, and then nothing in it changes', () => {
  const day = begins(planned().at('08:30').ticks());
  day.refuses('meeting.notOver', signs);
  ends(marks(day).at('08:41'));
  day.person = 'b1';
  expect(last(signs(day)).signed).toMatchObject({ by: 'b1' });
  day.refuses('meeting.signed', marks);
  day.refuses('meeting.signed', signs);
});

test('records stay at hand for two months', () => {
  const day = meets(planned(), '08:30', '08:41').at('2027-01-25 12:00').ticks();
  expect(day.lobby.floor.meetings.held).toHaveLength(1);
  day.at('2027-01-26 12:00').ticks();
  expect(day.lobby.floor.meetings.held).toHaveLength(0);
  expect(Object.keys(day.lobby.floor.meetings.found).every((d) => d >= '2026-11-25')).toBe(true);
});
