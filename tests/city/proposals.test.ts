import { expect, test } from 'vitest';
import type { ClosingId, ProposalId } from '../../shared/city/ids.ts';
import { asNow } from '../../shared/city/months/decide.ts';
import { proposalsOf } from '../../shared/city/months/state.ts';
import type { CityStory } from '../kit/city.ts';
import { closes, gathered, inOrder, type MonthSaid, twelve } from '../kit/cityMonth.ts';

const OCTOBER = { branches: inOrder() };
const ID = '2026-10.city' as ClosingId;
const first = '2026-10.city.1';
const closed = () => closes(twelve(), '2026-10', OCTOBER);
const one = (story: CityStory, id = first) => story.city.months.proposals[id as ProposalId];
const confirm = { type: 'proposal.confirm', proposal: first } as const;
const reject = { type: 'proposal.reject', proposal: first, reason: '当月外派' } as const;
const appeal = {
  type: 'proposal.appeal',
  proposal: first,
  who: 'east-v',
  grounds: '停电两日',
} as const;
const decides = (outcome: 'granted' | 'dismissed') =>
  ({ type: 'appeal.decide', proposal: first, outcome, reason: '查证属实' }) as const;

/** A correction of what the books say now. */
function corrects(story: CityStory, said: MonthSaid): CityStory {
  const closing = story.city.months.closings[ID];
  if (!closing) throw new Error('not closed');
  const books = gathered('2026-10', said);
  const { sum } = asNow(story.city, closing, books);
  return story
    .with({ gathered: books })
    .does({ type: 'month.correct', closing: ID, sum, reason: 'b12 补传数据' });
}

test('a person confirms or rejects each, with who and why; nobody their own', () => {
  const story = closed();
  expect(one(story)).toMatchObject({ is: 'open', person: 'east-v' });
  story.as('east-v').refuses('proposal.concerned', confirm);
  expect(one(story.does(confirm))).toMatchObject({ is: 'confirmed', steps: [{ by: 'chief' }] });
  expect(one(story.does(reject))).toMatchObject({
    ...{ is: 'rejected', steps: [{ is: 'rejected', reason: '当月外派', by: 'chief' }] },
  });
  story.does(confirm).refuses('proposal.notOpen', reject);
  story.refuses('proposal.unknown', { ...confirm, proposal: '2026-10.city.999' });
});

test('an appeal is decided by another person, once, and every step stays', () => {
  const story = closed().does(confirm);
  closed().refuses('proposal.notConfirmed', appeal).refuses('appeal.none', decides('granted'));
  const appealed = story.as('clerk').does(appeal);
  for (const who of ['chief', 'clerk', 'east-v'])
    appealed.as(who).refuses('appeal.anotherPerson', decides('granted'));
  const granted = appealed.as('other').does(decides('granted'));
  expect(one(granted)).toMatchObject({
    ...{ is: 'revoked', steps: [{ by: 'chief' }, { who: 'east-v', by: 'clerk' }, { by: 'other' }] },
  });
  const dismissed = appealed.as('other').does(decides('dismissed'));
  expect(one(dismissed)?.is).toBe('confirmed');
  dismissed.refuses('appeal.once', appeal);
});

test('what somebody writes must not hold a number that is a person’s', () => {
  closed().refuses('text.identity', { ...reject, reason: '电话13912345678' });
});

test('late data is stated as a difference, figure by figure, and never changes the closing itself', () => {
  const story = corrects(closed(), {
    branches: { ...inOrder(), b12: { wait: 5.5, satisfaction: 94.5 } },
  });
  const closing = story.city.months.closings[ID];
  const wait = closing?.corrections[0]?.differences.find(
    (d) => d.branch === ('b12' as never) && d.what === 'averageWait',
  );
  expect(wait).toMatchObject({ before: 16 * 60, after: 5.5 * 60 });
  expect(closing?.original.at(-1)?.branch).toBe('b12');
  expect(closing?.branches[1]?.branch).toBe('b12');
  story.refuses('month.noDifference', {
    ...{ type: 'month.correct', closing: ID, sum: '00000000', reason: '再来一次' },
  });
});

test('a proposal that lost its ground lapses; one that was confirmed goes back to a person', () => {
  const story = closed();
  const vices = () =>
    proposalsOf(story.city.months, ID).filter((p) => p.branch === ('b12' as never));
  const [confirmed, open] = vices();
  if (!confirmed || !open) throw new Error('b12 is among the last');
  const after = corrects(story.does({ ...confirm, proposal: confirmed.id }), {
    branches: { ...inOrder(), b12: { wait: 5.5, satisfaction: 94.5 } },
  });
  expect(one(after, confirmed.id)).toMatchObject({ is: 'open' });
  expect(one(after, confirmed.id)?.steps.at(-1)).toMatchObject({ is: 'reopened' });
  expect(one(after, open.id)?.is).toBe('lapsed');
  const fresh = proposalsOf(after.city.months, ID).filter(
    (p) => p.branch === ('b12' as never) && p.kind === 'reward',
  );
  expect(fresh.map(({ is, seat }) => [is, seat])).toEqual([
    ['open', 'first.vice'],
    ['open', 'first.business'],
  ]);
});

test('a month that was never closed has nothing to correct', () => {
  twelve().refuses('month.notClosed', {
    ...{ type: 'month.correct', closing: ID, sum: '00000000', reason: '补传' },
  });
});
