import { io } from 'socket.io-client';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from '../../server/clock.ts';
import { GROUPS, startHeart } from '../../server/heart.ts';
import type { Pipeline } from '../../server/pipeline.ts';
import { PROTOCOL } from '../../shared/wire.ts';
import { startHub } from '../kit/hub.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('the heart tells one group of screens after another, each once in two seconds', () => {
  vi.useFakeTimers();
  const told: [group: number, at: number][] = [];
  const begun = performance.now();
  const stop = startHeart({
    clock: systemClock(0),
    pipeline: { lobby: { visit: { offset: 0 } }, submitOwn: async () => {} } as unknown as Pipeline,
    publisher: { changed: () => {} } as never,
    adviser: { start: () => {}, stop: () => {} },
    beat: (group) => told.push([group, performance.now() - begun]),
  });
  vi.advanceTimersByTime(3999);
  stop();
  const apart = 2000 / GROUPS;
  const turns = Array.from({ length: 2 * GROUPS }, (_, n) => [n % GROUPS, n * apart]);
  expect(told).toEqual(turns);
  vi.advanceTimersByTime(4000);
  expect(told).toEqual(turns);
});

test('every screen is in a group that is told', async () => {
  const { url } = await startHub();
  const how = { transports: ['websocket'], auth: { protocol: PROTOCOL }, forceNew: true };
  const beats = Array.from({ length: 2 * GROUPS + 1 }, () => {
    const socket = io(url, how);
    onTestFinished(() => void socket.close());
    let heard = 0;
    socket.on('beat', () => heard++);
    return () => heard;
  });
  // The first one that each hears is said to it when it comes.
  await expect.poll(() => beats.every((heard) => heard() >= 3)).toBe(true);
});
