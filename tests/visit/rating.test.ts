import { expect, test } from 'vitest';
import { type Story, story } from '../kit/story.ts';

/** A001 has been served at counter 2, and its terminal asks. */
const asked = () => story().plugsIn('2').opens('2').takes().takes().serves('2');
const sums = (day: Story) => day.figures.all.rating;

test('when a service ends the terminal asks by itself, for 30 s', () => {
  const day = asked();
  expect(day.prompt('A001')).toMatchObject({ is: 'open', until: day.now + 30_000 });
  expect(day.after(30).rates('A001', 'fair').prompt('A001')).toMatchObject({ is: 'given' });
});

test('without a terminal there is nothing to offer, and the reason is counted', () => {
  const day = story().opens('2').takes().takes().serves('2').plugsIn('2').unplugs('2').after(15);
  day.refuses('rating.notOffered', (d) => d.rates('A001', 'satisfied')).serves('2');
  expect(sums(day)).toMatchObject({ done: 2, offered: 0, notOfferable: { noTerminal: 2 } });
});

test('a transferred service is not rated, the one that ends the visit is: one rating a ticket', () => {
  const day = story().plugsIn('2').opens('2').takes().calls('2').starts('2').after(60);
  day.transfers('2', 'account').after(15).serves('2').after(2).rates('A001', 'satisfied');
  expect(sums(day)).toMatchObject({
    done: 2,
    offered: 1,
    given: 1,
    notOfferable: { transferred: 1 },
  });
  day.refuses('rating.alreadyGiven', (d) => d.rates('A001', 'fair'));
  day.refuses('rating.alreadyGiven', (d) => d.extends('A001'));
});

test('the window runs out at a tick, and so it is said', () => {
  const day = asked().after(30).ticks();
  expect(day.prompt('A001')?.is).toBe('open');
  expect(day.after(1).ticks().prompt('A001')).toMatchObject({ is: 'expired', why: 'window' });
  day.refuses('rating.expired', (d) => d.rates('A001', 'satisfied'));
  day.refuses('rating.expired', (d) => d.declines('A001'));
});

test('the next call closes it, and so does a walk-up', () => {
  expect(asked().after(15).calls('2').prompt('A001')).toMatchObject({ why: 'nextCall' });
  expect(asked().after(15).walksIn('2').prompt('A001')).toMatchObject({ why: 'nextCall' });
  expect(asked().after(31).calls('2').prompt('A001')).toMatchObject({ why: 'window' });
});

test('closed by a call it stays closed, though the window would still run', () => {
  const day = asked().after(15).calls('2').after(5);
  day.refuses('rating.expired', (d) => d.rates('A001', 'satisfied'));
  day.refuses('rating.expired', (d) => d.extends('A001'));
});

test('"more time" extends the window and never shortens it', () => {
  const day = asked().after(20).extends('A001').after(29).rates('A001', 'satisfied');
  expect(sums(day)).toMatchObject({ given: 1, expired: 0 });
  const rating = { ...day.lobby.visit.settings.rating, moreTime: 5 };
  const other = asked().sets({ rating }).after(1).extends('A001').after(29);
  expect(other.rates('A001', 'satisfied').prompt('A001')?.is).toBe('given');
});

test('whoever declines has declined', () => {
  const day = asked().after(3).declines('A001');
  day.refuses('rating.declined', (d) => d.rates('A001', 'satisfied'));
  day.refuses('rating.declined', (d) => d.declines('A001'));
  expect(sums(day)).toMatchObject({ offered: 1, declined: 1, given: 0, satisfaction: null });
});

test('touches of the first 0.8 s are ignored', () => {
  const day = asked().after(0.799);
  day.refuses('rating.tooQuick', (d) => d.declines('A001'));
  day.refuses('rating.tooQuick', (d) => d.extends('A001'));
  day.refuses('rating.tooQuick', (d) => d.rates('A001', 'satisfied', { took: 799 }));
  day.after(0.001).rates('A001', 'satisfied', { took: 800 });
});

test('for 5 s a customer can think again; reasons go with the dissatisfaction they explain', () => {
  const day = asked().after(5).rates('A001', 'dissatisfied').after(2).explains('A001');
  expect(day.prompt('A001')).toMatchObject({ reasons: ['wait'], changed: false });
  day.after(3).changesTo('A001', 'satisfied');
  expect(day.prompt('A001')).toMatchObject({ level: 'satisfied', changed: true, reasons: [] });
  day.after(0.001).refuses('rating.tooLate', (d) => d.changesTo('A001', 'fair'));
});

test('only a dissatisfied customer is asked for the reason, and for no longer than the window', () => {
  const day = asked().refuses('rating.notGiven', (d) => d.explains('A001'));
  day.refuses('rating.notGiven', (d) => d.changesTo('A001', 'fair'));
  day
    .after(5)
    .rates('A001', 'fair')
    .refuses('rating.onlyIfDissatisfied', (d) => d.explains('A001'));
  day.changesTo('A001', 'dissatisfied').after(31);
  day.refuses('rating.tooLate', (d) => d.explains('A001'));
});

test('a rating needs the very offer that the terminal was shown', () => {
  const day = asked().refuses('rating.wrongOffer', (d) =>
    d.rates('A001', 'satisfied', { offer: 'some-other-offer' }),
  );
  day.refuses('rating.notOffered', (d) => d.rates('A002', 'satisfied'));
});

test('touched in time but handed in later the same day, an expired rating becomes a given one', () => {
  const day = asked();
  const pressedAt = day.now + 10_000;
  day.after(31).ticks().at('15:00').rates('A001', 'satisfied', { pressedAt });
  expect(day.prompt('A001')).toMatchObject({ is: 'given', late: true });
  expect(sums(day)).toMatchObject({ offered: 1, given: 1, expired: 0 });
  day.refuses('rating.tooLate', (d) => d.changesTo('A001', 'fair'));
});

test.each([
  ['before the offer', -1],
  ['after the window', 31_000],
  ['after the next call', 16_000],
])('a late rating touched %s is refused', (_, ms) => {
  const day = asked();
  const pressedAt = day.now + ms;
  day.after(15).calls('2').after(3600);
  day.refuses('rating.expired', (d) => d.rates('A001', 'satisfied', { pressedAt }));
});

test('the late rating of another day is refused', () => {
  const day = asked();
  const { offer = '' } = day.prompt('A001') as { offer?: string };
  const give = { type: 'rating.give', ticket: day.id('A001'), offer, level: 'fair' } as const;
  day.at('2026-11-24 09:00').ticks();
  day.refuses('ticket.unknown', (d) => d.does({ ...give, took: 3000 }));
});

test("the teller's own invitation is counted apart, during the service or while it is asked", () => {
  const day = asked()
    .refuses('rating.nothingToInvite', (d) => d.invites('3'))
    .invites('2');
  day
    .refuses('rating.alreadyInvited', (d) => d.invites('2'))
    .after(15)
    .calls('2');
  day
    .refuses('rating.nothingToInvite', (d) => d.invites('2'))
    .starts('2')
    .invites('2')
    .ends('2');
  day
    .refuses('rating.alreadyInvited', (d) => d.invites('2'))
    .takes()
    .after(15)
    .serves('2');
  day
    .after(31)
    .ticks()
    .refuses('rating.nothingToInvite', (d) => d.invites('2'));
  expect(sums(day)).toMatchObject({ done: 3, invited: 2, invitationRate: 2 / 3 });
});
