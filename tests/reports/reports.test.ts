import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { csvCell } from '../../server/reports/csv.ts';
import { DayRows, rowsOfFolder } from '../../server/reports/dayRows.ts';
import { type Form, reportFile } from '../../server/reports/files.ts';
import { neededFor, reportFor, reportOn } from '../../server/reports/reporting.ts';
import { readAll } from '../../server/upkeep/kept.ts';
import type { Lobby } from '../../shared/lobby.ts';
import { periodOf } from '../../shared/month/periods.ts';
import type { Report } from '../../shared/month/report.ts';
import { handClock } from '../kit/handClock.ts';
import { startHub } from '../kit/hub.ts';
import { keepDays } from '../kit/keptDays.ts';
import { FOLDER, fileOf } from '../kit/ledgers.ts';
import { livelyBranch } from '../kit/lively.ts';
import { MemoryDisk } from '../kit/memoryDisk.ts';

const disk = new MemoryDisk();
let lobby: Lobby;
const DAYS = ['2026-09-29', '2026-09-30', '2026-10-01', '2026-10-02', '2026-10-03'];

beforeAll(async () => {
  lobby = await keepDays(disk, FOLDER, { from: '2026-09-29', days: 5, tickets: 40 });
});

/** The same folder with some day files gone. */
function pruned(dates: readonly string[], closings?: (text: string) => string): MemoryDisk {
  const copy = new MemoryDisk();
  for (const path of disk.paths) copy.put(path, disk.peek(path));
  for (const date of dates) copy.put(fileOf(date), null);
  const path = `${FOLDER}/closings.jsonl`;
  if (closings) copy.put(path, Buffer.from(closings(String(disk.peek(path)))));
  return copy;
}

const reportFrom = (on: MemoryDisk, id: string): Promise<Report> =>
  reportFor(
    id,
    lobby,
    new DayRows(
      { disk: on, folder: FOLDER },
      () => lobby,
      () => lobby.visit.lastAt,
    ),
  );

/** Closings as a program wrote them that knew no day rows. */
const withoutRows = (text: string) =>
  text
    .split('\n')
    .map((line) => {
      if (line === '') return line;
      const { row: _, ...closing } = JSON.parse(line);
      return JSON.stringify(closing);
    })
    .join('\n');

test.each(['2026-10', '2026-W40', '2026-10-01', '2026'])(
  'a report of %s made again after its day files are gone is the same in every figure',
  async (id) => {
    const whole = await reportFrom(disk, id);
    expect(whole.span.all.tickets).toBeGreaterThan(30);
    expect(await reportFrom(pruned(DAYS), id)).toEqual(whole);
  },
);

test('rows that an older program did not keep are made from the files, and come out the same', async () => {
  const old = pruned([], withoutRows);
  expect(await reportFrom(old, '2026-10')).toEqual(await reportFrom(disk, '2026-10'));
});

test('where both the row and the file are gone, the day is named as lost', async () => {
  const old = pruned(['2026-09-29', '2026-09-30', '2026-10-01'], withoutRows);
  const report = await reportFrom(old, '2026-10');
  expect(report).toMatchObject({ days: 2, lost: ['2026-10-01'] });
});

test('export recomputes from the facts, and from the closings once days were pruned', async () => {
  const made = async (on: MemoryDisk) => {
    const period = periodOf('2026-10');
    const all = await readAll(on, FOLDER);
    const [folded] = all?.kept ?? [];
    if (!period || !folded) throw new Error('there is no ledger');
    const rows = await rowsOfFolder({ disk: on, folder: FOLDER }, folded, neededFor(period));
    return reportOn(period, folded.lobby, rows);
  };
  const whole = await made(disk);
  const { span, sheet, parts, signs } = await made(pruned(DAYS.slice(0, 4)));
  expect({ span, sheet, parts, signs }).toEqual({
    ...{ span: whole.span, sheet: whole.sheet },
    ...{ parts: whole.parts, signs: whole.signs },
  });
});

test('a hub answers with the report, today so far among it, and hands out the files', async () => {
  const clock = handClock(Date.parse('2026-10-04T09:10:00+08:00'));
  const rig = await startHub({ disk: pruned([]), clock, settings: livelyBranch });
  const told = await (await fetch(`${rig.url}/api/questions/report?period=2026-10`)).json();
  expect(told).toMatchObject({ ok: true, answer: { open: true, days: 4 } });
  expect(told.answer.sheet).toMatchObject({ closed: false, month: '2026-10' });
  const file = await fetch(`${rig.url}/api/files/report?period=2026-10&form=csv&language=zh`);
  expect(file.headers.get('content-disposition')).toContain('report-2026-10.csv');
  const bad = await fetch(`${rig.url}/api/questions/report?period=2026-13`);
  expect(bad.status).toBe(400);
});

const filed = async (form: Form, language: 'zh' | 'en' = 'zh') =>
  (await reportFile(await reportFrom(disk, '2026-10'), form, language)).bytes;

test('Word: A4 with the margins, the grid of lines, the number, the title, and stand-ins for its faces', async () => {
  const files = unzipSync(await filed('docx'));
  const text = strFromU8(files['word/document.xml'] ?? new Uint8Array());
  expect(text).toMatch(/w:w="11906"[^>]*w:h="16838"|w:h="16838"[^>]*w:w="11906"/);
  expect(text).toMatch(/w:top="2098"/);
  expect(text).toMatch(/w:left="1587"/);
  expect(text).toMatch(/w:linePitch="580"/);
  for (const said of ['厅堂月报〔2026〕10号', '2026年10月服务考核月报', '方正小标宋简体', '考核表'])
    expect(text).toContain(said);
  expect(strFromU8(files['word/fontTable.xml'] ?? new Uint8Array())).toContain('FandolFang');
});

test('Excel: numbers are numbers, in minutes and shares', async () => {
  const files = unzipSync(await filed('xlsx'));
  const sheets = Object.keys(files).filter((name) => name.startsWith('xl/worksheets/sheet'));
  expect(sheets.length).toBeGreaterThan(6);
  const report = await reportFrom(disk, '2026-10');
  const mean = Number(report.span.all.wait.mean) / 60;
  const cells = sheets.map((name) => strFromU8(files[name] ?? new Uint8Array())).join();
  expect(cells).toContain(`<v>${mean}</v>`);
});

test('CSV: UTF-8 with its mark, and nothing that a spreadsheet would run', async () => {
  const bytes = await filed('csv', 'en');
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(csvCell('=1+1')).toBe("'=1+1");
  expect(csvCell('@x')).toBe("'@x");
  expect(csvCell('-2,"a"')).toBe('"\'-2,""a"""');
  expect(csvCell({ n: -2, as: 'number' })).toBe('-2.0');
});

test('every report is printed with its definitions and the version of its rules', async () => {
  const csv = new TextDecoder().decode(await filed('csv'));
  for (const said of ['没有评价就是没有评价', '等候得分', '秒评', '版本 standard.'])
    expect(csv).toContain(said);
});
