import { expect, test } from 'vitest';
import { unreadBy } from '../../shared/floor/notices/state.ts';
import type { StaffId } from '../../shared/ids.ts';
import { branch } from '../kit/records.ts';
import type { Story } from '../kit/story.ts';

type Kind = 'bulletin' | 'notice' | 'warning';
const posts = (day: Story, kind: Kind = 'bulletin', tag?: string) =>
  day.does({ type: 'notice.post', kind, title: '午间排队', lines: [], ...(tag && { tag }) });
const reads = (day: Story, n = 1) => day.does({ type: 'notice.read', notice: `2026-11-24.n${n}` });
const unread = (day: Story, who: string) =>
  unreadBy(day.lobby.floor.notices, who as StaffId).map((n) => n.id.slice(11));
const as = (day: Story, person: string | null) => {
  day.person = person;
  return day;
};
const kinds = ({ lobby }: Story) =>
  lobby.floor.notices.list.map((n) => (n.escalated ? `${n.kind} ${n.escalated.times}` : n.kind));

test('a notice waits for each of the staff until they have read it, but not for its author', () => {
  const day = posts(posts(as(branch(), 'b1')));
  expect([unread(day, 't1'), unread(day, 'b1')]).toEqual([['n2', 'n1'], []]);
  reads(as(day, 't1'));
  expect([unread(day, 't1'), unread(day, 't2')]).toEqual([['n2'], ['n2', 'n1']]);
  expect(day.lobby.floor.notices.list[0]?.read).toMatchObject([{ person: 't1', at: day.now }]);
});

test('it is read once, by somebody who is signed in', () => {
  const day = as(posts(branch()), 't1');
  reads(day).refuses('notice.alreadyRead', reads);
  as(day, null).refuses('notice.nobody', reads);
  day.refuses('notice.unknown', (d) => reads(d, 9));
});

test('one that was withdrawn waits for nobody', () => {
  const day = posts(branch()).does({ type: 'notice.withdraw', notice: '2026-11-24.n1' });
  expect(unread(day, 't1')).toEqual([]);
  expect(posts(day).lobby.floor.notices.list[0]?.id).toBe('2026-11-24.n2');
});

test('the third notice about one problem within thirty days is a warning', () => {
  const day = posts(posts(branch(), 'bulletin', '排队'), 'notice', '排队');
  posts(posts(day, 'bulletin', '着装'), 'bulletin', '排队');
  expect(kinds(day)).toEqual(['bulletin', 'notice', 'bulletin', 'warning 3']);
  expect(day.lobby.floor.notices.list.at(-1)?.escalated?.from).toBe('bulletin');
  posts(day.at('2026-12-26 09:00').ticks(), 'bulletin', '排队');
  expect(kinds(day).at(-1)).toBe('bulletin');
});

test('plain news never turns into a warning, and a warning stays what it was posted as', () => {
  const day = branch();
  for (let n = 0; n < 4; n++) posts(day, 'notice');
  posts(day, 'warning', '排队');
  expect(kinds(day)).toEqual(['notice', 'notice', 'notice', 'notice', 'warning']);
});

test('how many make a warning is the branch’s own figure', () => {
  const meetings = { minutes: 10, topics: [] };
  const day = branch().sets({
    duties: { meetings, presidents: [], repeats: { times: 1, days: 30 } },
  });
  expect(kinds(posts(posts(day, 'bulletin', '排队'), 'bulletin', '排队'))).toEqual([
    'bulletin',
    'warning 2',
  ]);
});

test('notices stay on the board for two months', () => {
  const day = posts(branch()).at('2027-01-26 12:00').ticks();
  expect(day.lobby.floor.notices.list).toEqual([]);
});
