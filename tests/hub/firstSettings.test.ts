import { expect, test } from 'vitest';
import { verifyHistory } from '../../server/rebuilt.ts';
import { startHub } from '../kit/hub.ts';
import { FOLDER } from '../kit/ledgers.ts';
import { livelyBranch } from '../kit/lively.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

test('a branch that begins with settings of its own is what its ledger comes to', async () => {
  const disk = new MemoryDisk();
  const rig = await startHub({ disk, settings: livelyBranch });
  const closed = await rig.hub.pipeline.submitOwn({ type: 'day.close', by: 'manager' });
  expect(closed.ok).toBe(true);
  await rig.stop();
  expect(await verifyHistory(disk, FOLDER)).toMatchObject({ ok: true });
  expect(rig.hub.pipeline.lobby.branch.changes).toEqual([]);
});
