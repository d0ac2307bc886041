import { expect, test } from 'vitest';
import { story } from '../kit/story.ts';

test('one that waits is let first: it keeps its number and its first time', () => {
  const day = story().opens('2').takes().after(60).takes().after(60).takes().after(60);
  const { firstAt } = day.ticket('A003');
  day.letsFirst('A003', 'pregnant');
  expect(day.line).toEqual(['A001', 'A002', 'A003']);
  expect(day.next('2')).toBe('A003 care');
  expect(day.ticket('A003')).toMatchObject({ class: 'care', reason: 'pregnant', firstAt });
  day.serves('2');
  expect(day.figures.classes.care?.wait).toMatchObject({ n: 1, mean: 60 });
});

test('among those let first the earlier number goes first', () => {
  const day = story().opens('2').takes().after(1).isGiven('cash', 'soldier').after(1).takes();
  day.letsFirst('A002').letsFirst('A001');
  expect([day.next('2'), day.calls('2').after(15).starts('2').ends('2').next('2')]).toEqual([
    'A001 care',
    'S001 care',
  ]);
});

test('only an ordinary one that waits or is on hold can be let first', () => {
  const day = story().opens('2').takes().takes('cash', 'premium').takes().takes();
  day.holds('A002').letsFirst('A002').releases('A002');
  expect(day.next('2')).toBe('A002 care');
  day.refuses('care.already', (d) => d.letsFirst('A002'));
  day.refuses('care.ordinaryOnly', (d) => d.letsFirst('V001'));
  day.picks('2', 'A001').refuses('ticket.notWaiting', (d) => d.letsFirst('A001'));
});

test('a counter asks for it, naming the ticket; letting it first answers all who asked', () => {
  const day = story().takes().takes().asks('2', { number: 'A002' }).asks('3', { number: 'A002' });
  day.asks('2', { number: 'A002' }).asks('2');
  expect(day.count('help.called')).toBe(3);
  day.letsFirst('A002');
  expect(day.lobby.floor.calls.map((c) => c.ticket)).toEqual([null]);
  expect(day.count('help.answered')).toBe(2);
  day.refuses('care.already', (d) => d.asks('3', { number: 'A002' }));
});

test('a missed one that was let first is replaced as one that goes first', () => {
  const day = story().opens('2').opens('3').takes().letsFirst('A001').losesNext('2');
  for (let i = 0; i < 4; i++) day.takes().after(15).serves('3', 1);
  day.comesBack('A001').losesNext('2');
  for (let i = 0; i < 4; i++) day.takes().after(15).serves('3', 1);
  day.replaces('A001', { by: 'hand', reason: 'elderly' });
  expect(day.ticket('S001')).toMatchObject({ class: 'care', replaces: day.id('A001') });
});
