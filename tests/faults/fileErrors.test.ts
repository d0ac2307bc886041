import { expect, test } from 'vitest';
import type { Disk } from '../../server/ledger/disk.ts';
import { fileErrors, pointsOfShortDay } from './fileErrors.ts';
import { callsOfShortDay } from './powerCuts.ts';

test('P6: a disk that fails at any call never makes the hub say "saved" in vain', async () => {
  const runs = await pointsOfShortDay();
  console.log(runs, await callsOfShortDay());
  const section = { seed: 0, runs, spoil: (disk: Disk) => disk, hub: '' };
  const { counts, failures } = await fileErrors(section);
  console.log(failures.length, failures.slice(0, 40).join('\n'));
  expect(counts).toEqual({ points: runs, falseAcks: 0 });
}, 120_000);
