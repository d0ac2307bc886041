import { expect, test, vi } from 'vitest';
import type { Closing } from '../../server/keepsakes.ts';
import { saysWhatIs, verifyHistory } from '../../server/rebuilt.ts';
import { rowOf } from '../../shared/month/dayRow.ts';
import { periodOf } from '../../shared/month/periods.ts';
import { sheetOf } from '../../shared/month/sheet.ts';
import { codeFor, startBranch, startCenter } from '../kit/center.ts';
import { handClock } from '../kit/handClock.ts';
import { NINE } from '../kit/hub.ts';
import { begins, finishes, passes, withPhoto } from '../kit/inspections.ts';
import { FOLDER } from '../kit/ledgers.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';
import type { Story } from '../kit/story.ts';

vi.setConfig({ testTimeout: 60_000 });

const rowNow = (day: Story) => {
  const row = rowOf(day.lobby, day.now);
  if (!row) throw new Error('there is no day');
  return row;
};
const november = periodOf('2026-11');
const scored = (rows: readonly ReturnType<typeof rowNow>[]) => {
  const [first] = rows;
  if (!november || !first) throw new Error('no month');
  const { items } = sheetOf(rows, november, { today: '2026-11-30' as never, rules: first.rules });
  return items.find(({ item }) => item === 'duty');
};

test('an inspection that ends after the close counts on the next business day, and on no other', () => {
  const day = passes(begins(withPhoto(), ['lobby', 'meeting', 'duty']), 'lobby');
  passes(passes(day, 'meeting'), 'duty');
  day.does({ type: 'day.close', by: 'manager' });
  const closed = rowNow(day);
  finishes(day);
  expect(rowNow(day)).toEqual(closed);
  expect(closed.records.inspections).toBeUndefined();
  expect(day.lobby.floor.inspections.standing.lobby).toMatchObject({ score: 100 });
  day.after(24 * 3600).ticks();
  expect(day.lobby.visit.day?.date).toBe('2026-11-24');
  const next = rowNow(day);
  expect(next.records.inspections).toMatchObject([
    ...['lobby', 'meeting', 'duty'].map((module) => ({ module, score: 100, late: true })),
  ]);
  expect(scored([closed])).toMatchObject({ score: null });
  expect(scored([closed, next])).toMatchObject({ score: 100 });
  day
    .does({ type: 'day.close', by: 'manager' })
    .after(24 * 3600)
    .ticks();
  expect(rowNow(day).records.inspections).toBeUndefined();
});

test('one that ends within its day is kept as it always was', () => {
  const day = finishes(passes(begins(withPhoto())));
  const [one] = rowNow(day).records.inspections ?? [];
  expect(one && Object.keys(one).sort()).toEqual(['at', 'id', 'module', 'score']);
});

test('branch, verification and center say the same of it, also over a restart in the night', async () => {
  const [disk, clock] = [new MemoryDisk(), handClock(NINE)];
  const city = await startCenter(new MemoryDisk(), { clock });
  let branch = await startBranch(city, await codeFor(city, 'main'), { disk, clock });
  const says = async (...commands: object[]) => {
    for (const command of commands) {
      clock.turn(60_000);
      const answer = await branch.hub.pipeline.submitOwn(command as never);
      if (!answer.ok) throw new Error(answer.says.en);
    }
  };
  const [inspection, close] = ['2026-11-24.i1', { type: 'day.close', by: 'manager' }];
  await says({ type: 'inspection.begin', mode: 'onSite', kind: 'adHoc', modules: ['duty'] });
  await says({ type: 'inspection.pass', inspection, module: 'duty' }, close);
  await says({ type: 'inspection.finish', inspection });
  await branch.synced();
  await branch.stop();
  branch = await startBranch(city, null, { disk, clock });
  clock.turn(20 * 3_600_000);
  await says({ type: 'tick' }, close);
  expect(await branch.synced()).toMatchObject({ refused: null, behind: 0 });
  const closings = String(disk.peek(`${FOLDER}/closings.jsonl`))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Closing);
  const rows = closings.map(({ row }) => row);
  expect(rows.map((row) => row?.records.inspections?.length ?? 0)).toEqual([0, 1]);
  const held = await city.center.books.rows('main' as never);
  expect(held.map(({ records }) => records.inspections)).toEqual(
    rows.map((row) => row?.records.inspections),
  );
  expect(await verifyHistory(disk, FOLDER)).toMatchObject({ ok: true });
  const [, next] = closings;
  if (!next?.row) throw new Error('no row');
  const { inspections: _, ...records } = next.row.records;
  const older = { ...next, row: { ...next.row, v: 2, records } };
  const forged = { ...next, row: { ...next.row, records } };
  expect([saysWhatIs(older, next), saysWhatIs(forged, next)]).toEqual([true, false]);
  const { late: __, ...inTime } = next.row.records.inspections?.[0] ?? {};
  const moved = { ...older, row: { ...older.row, records: { inspections: [inTime] } } };
  expect(saysWhatIs(moved as Closing, next)).toBe(false);
});
