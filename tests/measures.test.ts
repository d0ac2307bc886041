import { expect, test } from 'vitest';
import { bucketed, shareOver, spreadOf } from '../shared/visit/spread.ts';
import { type Story, story } from './kit/story.ts';

const minutes = (n: number) => n * 60_000;

/** Five ordinary customers who wait 2, 4, 12, 21 and 31 minutes, and one premium who waits 6. */
function waits(): Story {
  const day = story().opens('2').takes().takes();
  day.at('09:02').serves('2', 30).at('09:04').serves('2', 90).takes().at('09:16').takes('cash');
  day.serves('2', 120).at('09:31').takes('cash', 'premium').picks('2', 'V001').after(360);
  day.starts('2').after(60).ends('2').serves('2', 60);
  return day;
}

test('average wait stands with n, median, P90, shares over the lines and the abandoned', () => {
  const day = story().opens('2');
  for (const wait of [2, 4, 12, 21, 31])
    day
      .takes()
      .after(wait * 60)
      .serves('2', 60);
  day.takes().after(600).givesUp('A006');
  const { all } = day.figures;
  expect(all.wait).toMatchObject({ n: 5, mean: 14 * 60, p50: 12 * 60, p90: 27 * 60, max: 31 * 60 });
  expect(all.wait.over).toMatchObject({ 600: 3 / 5, 1200: 2 / 5, 1800: 1 / 5 });
  expect(all.wait.buckets).toEqual([1, 1, 0, 1, 0, 1, 1]);
  expect(all).toMatchObject({ tickets: 6, queued: 6, served: 5, abandoned: 1, abandonRate: 1 / 6 });
  expect(all.abandonedWait).toMatchObject({ n: 1, mean: 600 });
});

test('a service under way has a wait already, and no service time yet', () => {
  const day = story().opens('2').takes().after(100).calls('2').starts('2').after(50);
  expect(day.figures.all).toMatchObject({
    served: 1,
    wait: { n: 1, mean: 100 },
    service: { n: 0 },
  });
});

test('each class has its own figures, and all together', () => {
  const day = waits();
  expect(day.figures.classes.premium?.wait).toMatchObject({ n: 1, mean: 360 });
  expect(day.figures.classes.ordinary?.wait.n).toBe(4);
  expect(day.figures.all.wait.n).toBe(5);
  expect(day.figures.classes.care).toBeUndefined();
});

test('what the long waiters who were marked as missed had waited stands beside the average', () => {
  const day = story().opens('2').takes().after(2000).losesNext('2').after(100).closesDay();
  const { all } = day.figures;
  expect(all.wait).toMatchObject({ n: 0, mean: null, p50: null });
  expect(all.abandonedWait).toMatchObject({ n: 1, mean: 2120 });
});

/** Services that end with a rating, or with none. */
function rated(): Story {
  const day = story().plugsIn('2').opens('2');
  const levels = ['verySatisfied', 'verySatisfied', 'satisfied', 'fair', 'dissatisfied'] as const;
  levels.forEach((level, i) => {
    const cls = i < 2 ? 'premium' : 'ordinary';
    day.takes('cash', cls).after(15).calls('2').starts('2').invites('2').after(60).ends('2');
    day.after(3).rates(`${i < 2 ? 'V' : 'A'}00${i < 2 ? i + 1 : i - 1}`, level);
  });
  day.takes().after(15).serves('2').after(3).declines('A004');
  day.takes().after(15).serves('2').after(40).ticks();
  return day.unplugs('2').takes().after(15).serves('2');
}

test('satisfaction is the mean of points; no rating is no rating', () => {
  const { rating } = rated().figures.all;
  expect(rating).toMatchObject({ satisfaction: (100 + 100 + 85 + 60 + 0) / 5, topTwo: 3 / 5 });
  expect(rating.levels).toEqual({ verySatisfied: 2, satisfied: 1, fair: 1, dissatisfied: 1 });
  expect(story().figures.all.rating).toMatchObject({ satisfaction: null, ratingRate: null });
});

test('premium satisfaction is the same over premium tickets', () => {
  expect(rated().figures.classes.premium?.rating.satisfaction).toBe(100);
});

test('silence is countable: done = offered + not offerable, offered = all that came of it', () => {
  const { rating } = rated().figures.all;
  expect(rating).toMatchObject({ done: 8, offered: 7, notOfferable: { noTerminal: 1 } });
  expect(rating).toMatchObject({ given: 5, declined: 1, expired: 1, open: 0 });
});

test('invitations and ratings are shares of services done, responses of prompts shown', () => {
  const { rating } = rated().figures.all;
  expect(rating).toMatchObject({ invited: 5, invitationRate: 5 / 8, ratingRate: 5 / 8 });
  expect(rating.responseRate).toBe(5 / 7);
});

test('wait buckets end at 3, 5, 10, 15, 20 and 30 minutes, each end in the lower one', () => {
  const ends = [3, 5, 10, 15, 20, 30].map(minutes);
  expect(bucketed(ends)).toEqual([1, 1, 1, 1, 1, 1, 0]);
  expect(bucketed(ends.map((ms) => ms + 1))).toEqual([0, 1, 1, 1, 1, 1, 1]);
});

test('percentiles lie between closest ranks, and of nothing there is no mean', () => {
  expect(spreadOf([1000, 2000, 3000, 4000])).toEqual({
    n: 4,
    mean: 2.5,
    p50: 2.5,
    p90: 3.7,
    max: 4,
  });
  expect(spreadOf([])).toEqual({ n: 0, mean: null, p50: null, p90: null, max: null });
  expect(shareOver([minutes(10), minutes(10) + 1], 600)).toBe(0.5);
  expect(shareOver([], 600)).toBeNull();
});
