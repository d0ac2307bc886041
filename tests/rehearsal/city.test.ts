import { expect, test } from 'vitest';
import { SimulatedBranch } from '../../server/rehearsal/city/branch.ts';
import { cityBranches } from '../../server/rehearsal/city/branches.ts';
import { momentOf } from '../../server/rehearsal/day.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import { settingsSchema } from '../../shared/settings.ts';
import { codeFor, startCenter } from '../kit/center.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

const MONDAY = '2026-11-23' as BusinessDate;

test('branches of a simulated city differ, and each has settings that a branch may have', () => {
  const branches = cityBranches(1, 40);
  expect(new Set(branches.map(({ name }) => name.zh)).size).toBe(40);
  expect(new Set(branches.map(({ temper }) => JSON.stringify(temper))).size).toBe(40);
  for (const { settings } of branches) settingsSchema.parse(settings);
});

test('their days are kept and sent like those of real ones', async () => {
  const rig = await startCenter();
  const disk = new MemoryDisk();
  const branches = await Promise.all(
    cityBranches(1, 2).map(async (plan) =>
      SimulatedBranch.open({
        ...{ disk, folder: `/${plan.id}`, plan, from: MONDAY, clock: rig.clock },
        ...{ center: rig.url, code: await codeFor(rig, plan.id) },
      }),
    ),
  );
  const evening = momentOf('Asia/Shanghai', '2026-11-24' as BusinessDate, '22:00');
  for (const branch of branches) await branch.playTo(evening);
  const stands = await rig.center.branches();
  expect(stands.map(({ head }) => head.seq)).toEqual(branches.map(({ head }) => head.seq));
  expect(stands.map(({ head }) => head.hash)).toEqual(branches.map(({ head }) => head.hash));
  expect(stands.map(({ refused }) => refused)).toEqual([null, null]);
  for (const branch of branches) {
    const closings = String(await disk.read(`/${branch.plan.id}/closings.jsonl`))
      .trim()
      .split('\n');
    const rows = closings.map((line) => JSON.parse(line).row);
    expect(rows.map(({ date }) => date)).toEqual(['2026-11-23', '2026-11-24']);
    expect(rows.map(({ records }) => records.inspections?.length ?? 0)).toEqual([7, 0]);
    await branch.stop();
  }
});
