import { expect, test } from 'vitest';
import { noForesight } from '../../shared/foresight/foretell.ts';
import { story } from '../kit/story.ts';

test('the wait ends when the service starts, not at the call', () => {
  const day = story().opens('2').takes().after(100).calls('2').after(40).starts('2').after(90);
  const { all } = day.ends('2').figures;
  expect(all.wait.mean).toBe(140);
  expect(all.callGap.mean).toBe(40);
  expect(all.service.mean).toBe(90);
});

test('a service starts once, after a call, and ends once', () => {
  const day = story()
    .opens('2')
    .takes()
    .refuses('counter.nobodyCalled', (d) => d.starts('2'));
  day
    .calls('2')
    .refuses('service.notStarted', (d) => d.ends('2'))
    .starts('2');
  day.refuses('service.alreadyStarted', (d) => d.starts('2'));
  day.refuses('service.alreadyStarted', (d) => d.recalls('2')).ends('2');
  day.refuses('service.notStarted', (d) => d.ends('2'));
  day.refuses('counter.nobodyCalled', (d) => d.recalls('2'));
});

test('a transfer keeps the number and first time, and sums its waits', () => {
  const day = story().opens('2').opens('4').takes('account').after(120).calls('2').after(10);
  day.starts('2').after(200).transfers('2', 'business');
  expect(day.counter('2').present).toBeNull();
  expect(day.ticket('B001')).toMatchObject({ service: 'business', situation: { is: 'waiting' } });
  day.after(50).calls('4').after(20).starts('4').after(300).ends('4');
  const { all } = day.figures;
  expect(all).toMatchObject({ tickets: 1, served: 1 });
  expect(all.wait).toMatchObject({ n: 1, mean: 120 + 10 + 50 + 20 });
  expect(all.service).toMatchObject({ n: 2, mean: 250 });
  expect(all.callGap).toMatchObject({ n: 2, mean: 15 });
});

test('a transferred one stands in line by its first issue', () => {
  const day = story().opens('2').takes('account').after(1).takes('business').calls('2').starts('2');
  day.after(60).transfers('2', 'business');
  expect(day.line).toEqual(['B001', 'C001']);
});

test('a transfer goes to another service that the branch has', () => {
  const day = story()
    .opens('2')
    .takes()
    .refuses('service.notStarted', (d) => d.transfers('2', 'account'));
  day
    .calls('2')
    .starts('2')
    .refuses('transfer.sameService', (d) => d.transfers('2', 'cash'));
  day.refuses('service.unknown', (d) => d.transfers('2', 'gold'));
});

test('time on hold counts as waiting, before a call and after it', () => {
  const day = story().opens('2').takes().after(30).holds('A001').after(60).releases('A001');
  day.after(10).calls('2').after(20).holds('A001').after(40).releases('A001').serves('2', 60, 5);
  expect(day.figures.all.wait.mean).toBe(30 + 60 + 10 + 20 + 40 + 5);
});

test('a service interrupted by a form is one service; the wait in between counts', () => {
  const day = story().opens('2').takes().after(60).calls('2').starts('2').after(100);
  day.holds('A001').after(300).releases('A001').serves('2', 50);
  const { all } = day.figures;
  expect(all.service).toMatchObject({ n: 1, mean: 150 });
  expect(all.wait).toMatchObject({ n: 1, mean: 360 });
  expect(all.rating.done).toBe(1);
});

test('whoever waits after a transfer can fill in a form: nothing is interrupted', () => {
  const day = story().opens('2').takes().calls('2').starts('2').after(60).transfers('2', 'account');
  const [leg] = day.after(30).holds('A001').after(30).releases('A001').ticket('A001').legs;
  expect(leg?.how).toBe('transferred');
  expect(day.serves('2', 60, 0).figures.all.wait.mean).toBe(60);
});

test('an interrupted service whose customer leaves is forgotten and counted, not just gone', () => {
  const day = story().opens('2').takes().calls('2').starts('2').after(100).holds('A001');
  const { all } = day.after(300).givesUp('A001').figures;
  expect(all).toMatchObject({ abandoned: 1, forgotten: 1, wait: { n: 0 }, service: { n: 0 } });
  expect(all.rating).toMatchObject({ done: 1, notOfferable: { forgotten: 1 } });
});

test('a walk-up has no wait and no call, and its share is shown', () => {
  const day = story()
    .opens('2')
    .takes()
    .after(60)
    .serves('2', 100)
    .walksIn('2')
    .after(40)
    .ends('2');
  const { all } = day.figures;
  expect(all).toMatchObject({ tickets: 1, served: 1, walkIns: 1, walkInShare: 0.5 });
  expect(all.wait).toMatchObject({ n: 1, mean: 60 });
  expect(all.callGap.n).toBe(1);
  expect(all.service).toMatchObject({ n: 2, mean: 70 });
});

test('a test ticket goes through everything and has no figures at all', () => {
  const day = story().plugsIn('2').opens('2').takes('cash', 'ordinary', { test: true });
  day.serves('2').after(5).rates('A001', 'dissatisfied').explains('A001');
  day.takes('cash', 'ordinary', { test: true }).after(15).losesNext('2').closesDay();
  const { all, classes } = day.figures;
  expect(all).toMatchObject({ tickets: 0, served: 0, abandoned: 0, wait: { n: 0 } });
  expect(all.rating).toMatchObject({ done: 0, given: 0 });
  expect(classes.ordinary?.tickets).toBe(0);
  expect(day.alerts).toEqual([]);
  expect(day.foreseen.known).toEqual(noForesight);
});

test('a walk-up that is transferred waits like anybody else, and the wait is watched', () => {
  const day = story().opens('2').walksIn('2').after(60).transfers('2', 'account');
  expect(day.after(601).ticks().alerts).toContain('wait ordinary yellow');
  const [, second] = day.calls('2').starts('2').ticket('A001').legs;
  expect(second).toMatchObject({ from: day.now - 601_000, startedAt: day.now });
});
