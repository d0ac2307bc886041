import { expect, test } from 'vitest';
import { lastTime } from '../../kiosk/floor/lastTime.ts';
import { branchPart } from '../../shared/views/parts.ts';
import { story } from '../kit/story.ts';

const at = (time: string) => Date.parse(`2026-11-${time}+08:00`);

test('a time on the wall is the last one of that name, through midnight and with a wall put right', () => {
  const branch = branchPart(story().lobby.visit);
  expect(lastTime(branch, at('23T09:40:17'), '09:25')).toBe(at('23T09:25:00'));
  expect(lastTime(branch, at('23T09:40:17'), '09:40')).toBe(at('23T09:40:00'));
  expect(lastTime(branch, at('24T00:10:00'), '23:55')).toBe(at('23T23:55:00'));
  const fast = { ...branch, offset: 90_000 };
  expect(lastTime(fast, at('23T09:40:17'), '09:25') + fast.offset).toBe(at('23T09:25:00'));
});
