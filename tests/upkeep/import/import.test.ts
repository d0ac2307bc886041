import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeDisk } from '../../../server/ledger/disk.ts';
import { verifyHistory } from '../../../server/rebuilt.ts';
import { resume } from '../../../server/resume.ts';
import { type ImportOptions, importHistory } from '../../../server/upkeep/import/import.ts';
import { measuresFrom, readAll } from '../../../server/upkeep/kept.ts';
import { defaultSettings } from '../../../shared/defaults.ts';
import type { BusinessDate } from '../../../shared/ids.ts';
import { periodOf } from '../../../shared/month/periods.ts';
import { reportOf } from '../../../shared/month/report.ts';
import { rulesOn } from '../../../shared/month/rules.ts';
import { summaryOf } from '../../../shared/reports/document.ts';
import { startHub } from '../../kit/hub.ts';
import { temporaryFolder } from '../../kit/ledgers.ts';

/** 24 November 2026, 10:05 in Shanghai. */
const TEN = Date.UTC(2026, 10, 24, 2, 5, 0);

const HEAD = 'id,arrive,start,end,outcome,class,service,server';
const rows = [
  'A001,2026-10-08T09:00:00,2026-10-08T09:05:00,2026-10-08T09:10:00,served,ordinary,个人现金,1号窗口',
  'A002,2026-10-08T09:01:00,2026-10-08T09:11:00,2026-10-08T09:14:00,served,ordinary,cash,1',
  'V001,2026-10-09T10:00:00,,2026-10-09T10:20:00,abandoned,premium,cash,',
  'A001,2026-10-09T10:02:00,2026-10-09T10:03:00,2026-10-09T10:08:00,served,ordinary,cash,7号窗口',
].map((row, i) => row.replace(/^(\w+)/, `$1-${i}`));

async function scene(lines: readonly string[] = rows, change: Partial<ImportOptions> = {}) {
  const folder = await temporaryFolder();
  const file = join(folder, 'history.csv');
  await writeFile(file, [HEAD, ...lines].join('\n'));
  const data = join(folder, 'data');
  const options: ImportOptions = {
    ...{ file, data, settings: defaultSettings, waitEnds: 'call', now: TEN },
    ...{ skipBad: false, unrecordedAsOrdinary: false, ...change },
  };
  return { data, options, imported: () => importHistory(options) };
}

test('several days become sound past days of the branch, in its own time zone and under its own names', async () => {
  const { data, imported } = await scene();
  const said = await imported();
  expect(said).toMatchObject({ rows: 4, bad: 0, days: 2, from: '2026-10-08', to: '2026-10-09' });
  expect(said.unknownCounters).toEqual(['7号窗口']);
  expect((await verifyHistory(nodeDisk, data)).ok).toBe(true);
  const figures = await measuresFrom(nodeDisk, data);
  expect(figures?.classes.ordinary?.wait).toMatchObject({ n: 3, mean: 320, max: 600 });
  expect(figures?.classes.premium).toMatchObject({ tickets: 1, abandoned: 1 });
  const kept = await readAll(nodeDisk, data);
  const [first] = kept?.kept[0]?.days[0]?.tickets ?? [];
  expect(first?.issuedAt).toBe(Date.UTC(2026, 9, 8, 1, 0, 0));
  expect(await readdir(data)).toEqual(['ledger']);
});

test('a report of that month says what was imported, and where a wait ends there', async () => {
  const { data, imported } = await scene();
  await imported();
  const days = (await readAll(nodeDisk, data))?.kept[0]?.days ?? [];
  const all = days.map(({ row }) => row);
  const period = periodOf('2026-10');
  if (!period) throw new Error('no such month');
  const { branch } = defaultSettings;
  const report = reportOf(period, {
    ...{ rows: all, today: '2026-11-24' as BusinessDate, open: true, services: {}, lost: [] },
    ...{ rules: rulesOn(defaultSettings, '2026-11-24' as BusinessDate), branch, known: null },
  });
  expect(report.imported).toEqual({ days: 2, atCall: 2 });
  expect(summaryOf(report, 'zh').join('')).toContain('其中 2 天为从其他系统导入的历史数据');
  expect(summaryOf(report, 'en').join('')).toContain('on 2 of them a wait ends at the call');
});

test('a hub begins its own first day behind it, and the history stays sound', async () => {
  const { data, imported } = await scene();
  await imported();
  const rig = await startHub({ disk: nodeDisk, folder: data });
  expect(rig.hub.pipeline.accepting).toBe(true);
  expect(rig.hub.pipeline.lobby.visit.day).toMatchObject({ date: '2026-11-24', open: true });
  expect(rig.hub.pipeline.lobby.visit.day).not.toHaveProperty('imported');
  await rig.stop();
  expect((await verifyHistory(nodeDisk, data)).ok).toBe(true);
});

test.each([
  [
    'a bad row',
    [...rows, 'A009-9,2026-10-09T11:00:00,,,served,ordinary,cash,1'],
    /line 6: "start" is empty/,
  ],
  [
    'a service nobody knows',
    [...rows, 'A009-9,2026-10-09T11:00:00,,,abandoned,ordinary,gold,1'],
    /Rows name "gold"/,
  ],
  [
    'today',
    [...rows, 'A009-9,2026-11-24T09:00:00,,,abandoned,ordinary,cash,1'],
    /line 6: its day is not over yet/,
  ],
  ['nothing', [], /it has no rows/],
])('%s is refused in one sentence, and the folder stays as it was', async (_, lines, sentence) => {
  const { data, imported } = await scene(lines);
  await expect(imported()).rejects.toThrow(sentence);
  expect(await readdir(data).catch(() => [])).toEqual([]);
});

test('a folder that holds a ledger is refused, and one that was cut short begins again', async () => {
  const { data, imported } = await scene();
  await nodeDisk.makeFolder(data);
  await nodeDisk.makeFolder(join(data, 'importing'));
  await writeFile(join(data, 'importing', 'half'), '');
  const { ledger } = await imported();
  await expect(imported()).rejects.toThrow('holds a ledger already');
  const resumed = await resume({ disk: nodeDisk, folder: data, settings: defaultSettings });
  expect(resumed.ledger.head().seq).toBe(ledger.entries);
  await resumed.ledger.close();
});
