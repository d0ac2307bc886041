import { expect, test } from 'vitest';
import { gridFor, type Need } from '../../kiosk/ticket/grid.ts';

const need: Need = {
  ...{ width: 200, gap: 10 },
  height: (width) => (width >= 400 ? 60 : 100),
  ample: (width) => (width >= 400 ? 90 : 180),
};
const room = (width: number, height: number) => ({ width, height });

test('few services get the whole width', () => {
  expect(gridFor(4, room(600, 500), need)).toEqual({ columns: 1, rows: 4, perPage: 4 });
});

test('with less height they stand side by side, as wide as they may', () => {
  expect(gridFor(6, room(600, 620), need)).toEqual({ columns: 1, rows: 6, perPage: 6 });
  expect(gridFor(6, room(600, 380), need)).toEqual({ columns: 2, rows: 3, perPage: 6 });
  expect(gridFor(6, room(640, 250), need)).toEqual({ columns: 3, rows: 2, perPage: 6 });
});

test('what does not fit goes to further pages, and one place leads there', () => {
  expect(gridFor(12, room(610, 250), need)).toEqual({ columns: 2, rows: 2, perPage: 3 });
  expect(gridFor(40, room(420, 200), need)).toEqual({ columns: 1, rows: 3, perPage: 2 });
});

test('no room at all still shows one service at a time', () => {
  expect(gridFor(6, room(50, 20), need)).toEqual({ columns: 1, rows: 1, perPage: 1 });
  expect(gridFor(1, room(50, 20), need)).toEqual({ columns: 1, rows: 1, perPage: 1 });
});
