import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { buildIfStale } from '../../server/build.mjs';
import { freshDatabase, isAbsent } from '../kit/stores.ts';
import { roadDown } from './roadDown.ts';
import { sound } from './section.ts';

const hub = fileURLToPath(new URL('../../dist/server/main.js', import.meta.url));

test('P1: a center and a branch killed at random while things go down: each is a fact of the branch once', async () => {
  await buildIfStale();
  // Where there is one, a real database: the embedded one works for seconds at each start.
  const env = isAbsent('postgres') ? {} : { DATABASE_URL: (await freshDatabase()).url };
  const { counts, failures } = await roadDown({ ...sound, seed: 4, runs: 3, hub }, env);
  expect(failures).toEqual([]);
  expect(counts).toEqual({ runs: 3, sent: 9, lost: 0, doubled: 0, unwitnessed: 0 });
}, 120_000);
