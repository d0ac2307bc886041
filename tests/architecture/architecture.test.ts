import { expect, test } from 'vitest';
import { sources } from '../kit/sources.ts';
import { picture } from './picture.ts';
import { essential, floorsOf, planOf } from './rooms.ts';

/** After a new room or a new arrow: `npm run architecture`. */
test('the picture of the house shows the rooms and the arrows there are', async () => {
  await expect(picture(planOf(sources))).toMatchFileSnapshot(
    '../../docs/pictures/architecture.svg',
  );
});

test('a room stands above all that it imports, and a ring is found', () => {
  const arrows = [
    { from: 'c', to: 'b' },
    { from: 'b', to: 'a' },
    { from: 'c', to: 'a' },
  ];
  expect(floorsOf(['a', 'b', 'c'], arrows)).toEqual([['a'], ['b'], ['c']]);
  expect(essential(arrows)).toEqual(arrows.slice(0, 2));
  expect(() => floorsOf(['a', 'b'], [...arrows, { from: 'a', to: 'b' }])).toThrow('a ring');
});
