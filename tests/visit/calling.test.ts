import { expect, test } from 'vitest';
import { story } from '../kit/story.ts';

test('the next call comes no sooner than 15 s after the last one from the same counter', () => {
  const day = story().opens('2').opens('3').takes().takes().takes();
  day.calls('2').starts('2').ends('2');
  day.after(14).refuses('call.tooSoon', (d) => d.calls('2'));
  expect(day.calls('3').is('A002')).toBe('called');
  expect(day.after(1).calls('2').is('A003')).toBe('called');
});

test('a recall is a call: whoever is next gets 15 s after it too', () => {
  const day = story().opens('2').takes().takes().losesNext('2');
  day.after(14).refuses('call.tooSoon', (d) => d.calls('2'));
  expect(day.after(1).calls('2').is('A002')).toBe('called');
});

test('a recall comes no sooner than 20 s after the call or recall before it', () => {
  const day = story().opens('2').takes().calls('2');
  day
    .after(19)
    .refuses('recall.tooSoon', (d) => d.recalls('2'))
    .after(1)
    .recalls('2');
  day
    .after(19)
    .refuses('recall.tooSoon', (d) => d.recalls('2'))
    .after(1)
    .recalls('2');
  expect(day.ticket('A001').situation).toMatchObject({ is: 'called', times: 3 });
});

test('a counter has one open call', () => {
  const day = story().opens('2').takes().takes().calls('2').after(60);
  day
    .refuses('counter.busy', (d) => d.calls('2'))
    .starts('2')
    .after(60);
  day.refuses('counter.busy', (d) => d.calls('2'));
});

test('only an open counter calls, and a paused one again once it resumes', () => {
  const day = story()
    .takes()
    .refuses('counter.closed', (d) => d.calls('2'))
    .opens('2');
  day
    .pauses('2')
    .refuses('counter.paused', (d) => d.calls('2'))
    .resumes('2')
    .calls('2');
  day.refuses('counter.busy', (d) => d.pauses('2')).refuses('counter.busy', (d) => d.closes('2'));
  expect(day.starts('2').ends('2').closes('2').counter('2').situation.is).toBe('closed');
});

test('a teller picks one who waits or fills in a form; the fact says so', () => {
  const day = story().opens('2').takes().takes().takes('business').holds('A002');
  day.refuses('counter.cannotServe', (d) => d.picks('2', 'C001')).picks('2', 'A002');
  expect(day.facts.at(-1)).toMatchObject({ type: 'ticket.called', why: 'chosen' });
  day.opens('3').refuses('ticket.notWaiting', (d) => d.picks('3', 'A002'));
});

test('a ticket on hold is called by nobody and keeps its place and its wait', () => {
  const day = story().opens('2').takes().after(5).takes().holds('A001');
  expect(day.next('2')).toBe('A002 line');
  day.after(300).releases('A001');
  expect(day.next('2')).toBe('A001 line');
  expect(day.serves('2').figures.all.wait.mean).toBe(305);
});

test('a customer who was called can fill in a form first; the counter is free again', () => {
  const day = story().opens('2').takes().takes().calls('2').holds('A001');
  expect(day.counter('2').present).toBeNull();
  expect(day.after(15).calls('2').is('A002')).toBe('called');
});

test('whoever gives the ticket up is gone, from the line, a hold or a missed call', () => {
  const day = story().opens('2').takes().takes().takes().holds('A002').losesNext('2');
  day.givesUp('A001').givesUp('A002').givesUp('A003');
  expect(day.figures.all).toMatchObject({ tickets: 3, abandoned: 3, abandonRate: 1 });
  day.refuses('ticket.notWaiting', (d) => d.givesUp('A001'));
});
