import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/defaults.ts';
import { type Advice, adviceFor } from '../../shared/foresight/advice.ts';
import type { Settings } from '../../shared/settings.ts';
import { busy } from '../kit/busy.ts';
import { learnedFrom } from '../kit/hindsight.ts';
import { type Story, story } from '../kit/story.ts';

/** What would be advised now, by what the story itself has taught. */
function advised(day: Story, seed = 1): readonly Advice[] {
  const { visit } = day.lobby;
  const learned = learnedFrom(day.facts, visit.settings);
  return adviceFor({ learned, visit, at: day.now, seed });
}

test('where the line only grows, opening a counter is advised, with both figures and a time', () => {
  const day = busy(story().opens('1'), { minutes: 150, every: 200 });
  const [first, ...others] = advised(day);
  expect(others).toEqual([]);
  expect(first).toMatchObject({ does: 'open', class: 'ordinary' });
  expect(first?.from).toBeGreaterThan(25 * 60);
  expect(first?.to).toBeLessThan((first?.from ?? 0) * 0.8);
  const minutes = new Date((first?.until ?? 0) + 8 * 3_600_000).getUTCMinutes();
  expect(minutes % 5).toBe(0);
});

test('the same seed leads to the same advice, and another one to much the same', () => {
  const day = busy(story().opens('1'), { minutes: 150, every: 200 });
  expect(advised(day)).toEqual(advised(day));
  const [a, b] = [advised(day, 1)[0], advised(day, 2)[0]];
  expect(a?.counter).toBe(b?.counter);
  expect(Math.abs((a?.from ?? 0) - (b?.from ?? 0))).toBeLessThan(240);
});

test('where all is well no counter is asked to open; a free one may take a break', () => {
  const day = busy(story().opens('1').opens('2').opens('3'), {
    ...{ minutes: 120, every: 240, counters: ['1', '2', '3'] },
  });
  const said = advised(day.after(600));
  for (const { does, to } of said) {
    expect(does).toBe('pause');
    expect(to).toBeLessThanOrEqual(5 * 60);
  }
});

test('the last counter never gets a break while people come', () => {
  const day = busy(story().opens('1'), { minutes: 120, every: 420 });
  expect(advised(day).map((a) => a.does)).not.toContain('pause');
});

test('a day without tickets, and one of a quarter of an hour, say nothing', () => {
  expect(advised(story().at('11:00').ticks())).toEqual([]);
  expect(advised(busy(story().opens('1'), { minutes: 15, every: 30 }))).toEqual([]);
});

test('with one hour of history it speaks only once thirty waits are known', () => {
  const slow = busy(story().opens('1'), { minutes: 60, every: 90 });
  expect(advised(slow)).toEqual([]);
  const crew = { minutes: 60, every: 40, counters: ['1', '2', '3'], service: 'account' };
  const quick = busy(story().opens('1').opens('2').opens('3'), crew);
  expect(advised(quick).map((a) => a.does)).toEqual(['open']);
});

const fourCounters: Partial<Settings> = { counters: defaultSettings.counters.slice(0, 1) };

test('a counter added at noon can be advised at once', () => {
  const day = busy(story(fourCounters).opens('1'), { minutes: 150, every: 200 });
  expect(advised(day)).toEqual([]);
  day.sets({ counters: defaultSettings.counters.slice(0, 2) });
  expect(advised(day).map((a) => [a.does, a.counter])).toEqual([['open', '2']]);
});

test('of a service nobody has seen here yet nothing is promised', () => {
  const day = busy(story().opens('1'), { minutes: 150, every: 200 });
  const [cash, ...others] = defaultSettings.services;
  const fresh = { ...cash, id: 'visa', prefix: 'E' } as typeof cash & object;
  day.sets({
    services: [...others, ...(cash ? [cash] : []), fresh],
    counters: defaultSettings.counters.map((k) => ({ ...k, services: [...k.services, fresh.id] })),
  });
  expect(advised(day.takes('visa'))).toEqual([]);
});

test('who only stands at the wrong counter is turned round, where nobody can be asked to open', () => {
  const counters = defaultSettings.counters.slice(0, 2).map((k, i) => ({
    ...k,
    classes: i === 0 ? k.classes : (['premium'] as Settings['counters'][number]['classes']),
  }));
  const day = busy(story({ counters }).opens('1').opens('2'), { minutes: 150, every: 200 });
  expect(advised(day)).toMatchObject([
    { does: 'assign', counter: '2', classes: ['premium', 'ordinary'], class: 'ordinary' },
  ]);
});

test('after a step of the clock the promise is still for a full five minutes of the wall', () => {
  const day = busy(story().opens('1'), { minutes: 150, every: 200 });
  day.does({ type: 'clock.step', by: 137_000, offset: 137_000 });
  const [first] = advised(day);
  expect(first?.does).toBe('open');
  expect(((first?.until ?? 0) + 137_000) % 300_000).toBe(0);
});
