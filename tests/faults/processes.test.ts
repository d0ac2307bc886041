import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { buildIfStale } from '../../server/build.mjs';
import { makePlain } from '../plain.mjs';
import { kills } from './kills.ts';
import { sound } from './section.ts';

const built = (name: string) => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));

beforeAll(async () => {
  await buildIfStale();
  await makePlain();
});

/** `npm run test:faults` kills five hundred times, and lives through 250 days. */
test('P1: kill -9 under load loses and doubles nothing that was acknowledged', async () => {
  const hub = built('server/main.js');
  const { counts, failures } = await kills({ ...sound, runs: 30, hub });
  expect(failures).toEqual([]);
  expect(counts).toEqual({ runs: 30, ackedLost: 0, doubled: 0 });
}, 300_000);

test('P12: over many days memory, handles and listeners stay as they are', () => {
  const days = ['--only', 'leak', '--runs', '10', '--tickets', '30'];
  const rig = ['--expose-gc', built('plain/tests/faults/main.js'), ...days];
  const { status, stderr } = spawnSync(process.execPath, rig, { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
}, 300_000);
