import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/defaults.ts';
import { nextInOrder } from '../../shared/views/order.ts';
import { passedOver } from '../../shared/visit/calls.ts';
import { type Story, story } from '../kit/story.ts';

const times = (day: Story, id: string) => passedOver(day.lobby.visit, day.ticket(id));

/** A001 waits while counter 2 serves three premium customers issued later, picked by the teller. */
function passedOverThrice(): Story {
  const day = story().opens('2').takes();
  for (const number of ['V001', 'V002', 'V003'])
    day.after(15).takes('cash', 'premium').picks('2', number).starts('2').ends('2');
  return day.after(15);
}

test('first comes a missed one that is back in time, then one passed over, care, the line', () => {
  const day = passedOverThrice().isGiven('cash', 'elderly').takes().takes('cash', 'premium');
  day.takes().picks('2', 'A003').after(20).recalls('2').misses('2').comesBack('A003').after(15);
  const said: (string | null)[] = [];
  for (let i = 0; i < 5; i++) {
    said.push(day.next('2'));
    day.calls('2').starts('2').ends('2').after(15);
  }
  expect(said).toEqual(['A003 returned', 'A001 passedOver', 'S001 care', 'V004 line', 'A002 line']);
});

test('care goes by issue', () => {
  const day = story().opens('2').isGiven('cash', 'pregnant').after(5).isGiven('account', 'elderly');
  expect(day.next('2')).toBe('S001 care');
  expect(day.calls('2').opens('3').next('3')).toBe('S002 care');
});

test('whoever has used the most of the orange line goes first', () => {
  const day = story().opens('2').takes().at('09:08').takes('cash', 'premium');
  // 12 of 20 minutes against 4 of 10.
  expect(day.at('09:12').next('2')).toBe('A001 line');
  // 16.5 of 20 against 8.5 of 10.
  expect(day.at('09:16:30').next('2')).toBe('V001 line');
});

test('of two that have used as much, the earlier issue goes first', () => {
  const day = story().opens('2').takes().takes('account').at('09:05').takes('cash', 'premium');
  expect(day.at('09:10').next('2')).toBe('A001 line');
  expect(day.picks('2', 'A001').opens('3').next('3')).toBe('B001 line');
});

test('after a premium call premium steps back for two ordinary ones at that counter', () => {
  const day = story().opens('2').opens('3').takes('cash', 'premium').takes('cash', 'premium');
  day.after(300).takes().takes().takes();
  const said = [1, 2, 3, 4].map(() => {
    const next = day.next('2');
    day.calls('2').starts('2').ends('2').after(15);
    return next;
  });
  expect(said).toEqual(['V001 line', 'A001 line', 'A002 line', 'V002 line']);
});

test('premium steps back only while an ordinary one waits that the counter can serve', () => {
  const day = story()
    .opens('2')
    .takes('cash', 'premium')
    .takes('cash', 'premium')
    .takes('business');
  expect(day.serves('2').after(15).next('2')).toBe('V002 line');
  day.takes();
  expect(day.next('2')).toBe('A001 line');
});

test('care in between neither counts as ordinary nor ends the step back', () => {
  const day = story().opens('2').takes('cash', 'premium').takes('cash', 'premium').serves('2');
  day.takes().isGiven('cash', 'elderly').after(15);
  expect(day.next('2')).toBe('S001 care');
  expect(day.serves('2').after(15).next('2')).toBe('A001 line');
  expect(day.counter('2').sincePremium).toBe(0);
});

test('an ordinary one is passed over only by premium issued later, where it could be served', () => {
  const day = story().opens('2').opens('5').takes('cash', 'premium').after(1).takes().after(1);
  day.takes('cash', 'premium').takes('wealth', 'premium').calls('5').picks('2', 'V001');
  expect(times(day, 'A001')).toBe(0);
  day.starts('2').ends('2').after(15).picks('2', 'V002');
  expect(times(day, 'A001')).toBe(1);
});

test('nobody is passed over while away: on hold, missed, or not there yet', () => {
  const day = story().opens('2').takes().holds('A001').takes('cash', 'premium').calls('2');
  expect(times(day, 'A001')).toBe(0);
  day.releases('A001').after(1).takes('cash', 'premium').opens('3').picks('3', 'V002');
  expect(times(day, 'A001')).toBe(1);
});

test('a call that was taken back passed nobody over', () => {
  const day = story().opens('2').takes().after(1).takes('cash', 'premium').picks('2', 'V001');
  expect(times(day, 'A001')).toBe(1);
  expect(times(day.undoes('2'), 'A001')).toBe(0);
});

test('a counter calls only services and classes of its own', () => {
  const day = story().opens('1').opens('4').takes('cash', 'premium').takes('cash');
  expect(day.next('1')).toBe('A001 line');
  expect(day.next('4')).toBeNull();
  day.refuses('queue.empty', (d) => d.calls('4'));
});

test('what the screen shows as next is what is called', () => {
  const day = passedOverThrice().takes().isGiven('cash', 'elderly').takes('cash', 'premium');
  day.takes('cash', 'premium').takes();
  const shown = nextInOrder(day.lobby.visit, day.counter('2').id, day.now, 9).map((t) => t.number);
  const said = shown.map(() => {
    const next = day.next('2');
    day.calls('2').starts('2').ends('2').after(15);
    return next?.slice(0, 4);
  });
  expect(said).toEqual(shown);
});

const rescuing = (rescue?: { within: number; late: number }) => {
  const nextRule = 'rescue' as const;
  return story({
    rules: { ...defaultSettings.rules, nextRule, ...(rescue && { rescue }) },
  });
};

test('where the branch rescues, whoever is about to cross goes before one that has crossed', () => {
  const day = rescuing().opens('2').takes().at('09:15').takes('cash', 'premium');
  // 24 of 20 minutes against 9 of 10: a minute is left at 09:24.
  expect(day.at('09:23:59').next('2')).toBe('A001 line');
  expect(day.at('09:24').next('2')).toBe('V001 line');
  expect(day.at('09:25').next('2')).toBe('A001 line');
});

test('of several about to cross, the one with the least time left goes first', () => {
  const day = rescuing().opens('2').takes().at('09:10:20').takes('cash', 'premium');
  // Ten seconds are left to A001, thirty to V001.
  expect(day.at('09:19:50').next('2')).toBe('A001 line');
});

test('nobody is left for good: three lines on, the very late go before those about to cross', () => {
  const day = rescuing().opens('2').takes().at('09:50:30').takes('cash', 'premium');
  expect(day.at('09:59:59').next('2')).toBe('V001 line');
  expect(day.at('10:00').next('2')).toBe('A001 line');
});

test('rescue goes by the figures the branch has set, and the steps before it stand', () => {
  const day = rescuing({ within: 300, late: 2 }).opens('2').takes().at('09:16');
  day.takes('cash', 'premium');
  expect(day.at('09:21').next('2')).toBe('V001 line');
  expect(day.isGiven('cash', 'elderly').next('2')).toBe('S001 care');
});
