import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildRig } from './build.mjs';
import { kills } from './kills.ts';
import { sound } from './section.ts';

let built = '';
beforeAll(async () => {
  built = await buildRig('', 'in-test');
});

test('P1: kill -9 under load loses and doubles nothing that was acknowledged', async () => {
  const hub = join(built, 'hub.js');
  const { counts, failures } = await kills({ ...sound, runs: 30, hub });
  expect(failures).toEqual([]);
  expect(counts).toEqual({ runs: 30, ackedLost: 0, doubled: 0 });
}, 300_000);

test('P12: over many days memory, handles and listeners stay as they are', () => {
  const days = ['--only', 'leak', '--runs', '20', '--tickets', '30'];
  const rig = ['--expose-gc', join(built, 'rig.js'), ...days];
  const { status, stderr } = spawnSync(process.execPath, rig, { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
}, 300_000);
