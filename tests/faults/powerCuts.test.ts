import { expect, test } from 'vitest';
import type { Disk } from '../../server/ledger/disk.ts';
import { powerCuts } from './powerCuts.ts';

test('P2: a power cut loses nothing that was acknowledged, and the hub always starts', async () => {
  const section = { seed: 0, runs: 200, spoil: (disk: Disk) => disk, hub: '' };
  const { counts, failures } = await powerCuts(section);
  expect(failures.slice(0, 5)).toEqual([]);
  expect(counts).toEqual({ images: 200, ackedLost: 0, unbootable: 0 });
}, 60_000);
