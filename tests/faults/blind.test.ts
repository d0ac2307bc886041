import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { makePlain } from '../plain.mjs';
import { overDisk } from './overDisk.ts';
import { powerCuts } from './powerCuts.ts';
import { sound } from './section.ts';
import { tailsInHub } from './tornTails.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

beforeAll(makePlain);

/** A rig that finds nothing where a part of the program does nothing would find nothing at all. */

test.each([
  ['flush', 'datasync'],
  ['folder flush', 'syncFolder'],
])('without its %s the hub loses what it acknowledged, and the rig sees it', async (_, call) => {
  const spoil = (disk: Parameters<typeof overDisk>[0]) => overDisk(disk, { idle: [call] });
  let lost = 0;
  // Of forty cuts the first few that lose something are enough.
  for (let seed = 60; seed < 100 && lost === 0; seed += 4)
    lost += (await powerCuts({ ...sound, seed, runs: 4, spoil })).counts.ackedLost;
  expect(lost).toBeGreaterThan(0);
});

test('with a torn tail left where it is the next fact is eaten, and the rig sees it', async () => {
  const spoil = (disk: Parameters<typeof overDisk>[0]) => overDisk(disk, { idle: ['truncate'] });
  const { counts } = await tailsInHub({ ...sound, runs: 10, spoil });
  expect(counts.undetected).toBeGreaterThan(0);
});

/** These start the whole program without a part of it: `npm run test:attacks` does. */
const parts = [
  ['ids', 'days', 'violations'],
  ['chain', 'bitFlips', 'undetected'],
] as const;

for (const [part, section, what] of process.env.TINGTANG_LOSSES === 'all' ? parts : [])
  test(`without its ${part} the hub breaks its word, and the rig sees it`, () => {
    const rig = [
      '--import',
      here('without/instead.mjs'),
      here('../../dist/plain/tests/faults/main.js'),
    ];
    const few = ['--only', section, '--runs', section === 'days' ? '1' : '997', '--json'];
    const { stdout, status } = spawnSync(process.execPath, [...rig, '--without', part, ...few], {
      env: { ...process.env, TINGTANG_WITHOUT: part },
    });
    expect(JSON.parse(String(stdout))[section][what]).toBeGreaterThan(0);
    expect(status).toBe(0);
  }, 60_000);
