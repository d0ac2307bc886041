import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { isIn, periodOf } from '../../shared/month/periods.ts';
import { refuseNewer } from '../keepsakes.ts';
import { sayDamage, Unsound } from '../ledger/damage.ts';
import { nodeDisk } from '../ledger/disk.ts';
import { verifyFolder } from '../ledger/verify.ts';
import { Plain } from '../plainly.ts';
import { rowsOfFolder } from '../reports/dayRows.ts';
import { type Form, reportFile } from '../reports/files.ts';
import { neededFor, reportOn } from '../reports/reporting.ts';
import { figuresOfRows } from './figures.ts';
import { type AllKept, figuresIn, readAll, type Wanted } from './kept.ts';
import { printSheet } from './sheet.ts';
import { printFigures } from './table.ts';

const USAGE =
  'Say which days: npm run export -- day YYYY-MM-DD | week YYYY-Www | month YYYY-MM | year YYYY | all [--data DIR] [--json] [--xlsx FILE] [--docx FILE] [--csv FILE] [--language zh|en]';

const FORMS: readonly Form[] = ['xlsx', 'docx', 'csv'];

/** `export`: the figures of some business days, recomputed from the ledger, and the reports of them. */
export async function runExport(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: 'string', default: process.env.TINGTANG_DATA ?? './data' },
      json: { type: 'boolean', default: false },
      language: { type: 'string', default: 'zh' },
      xlsx: { type: 'string' },
      docx: { type: 'string' },
      csv: { type: 'string' },
    },
  });
  const { language } = values;
  if (language !== 'zh' && language !== 'en') throw new Plain(USAGE);
  wantedDays(positionals);
  const all = await sound(values.data, () => readAll(nodeDisk, values.data));
  if (!all)
    throw new Plain(`There is no ledger in ${values.data}: name a data folder with --data.`);
  const { figures, report } = await sound(values.data, () => made(values.data, all, positionals));
  const asked = FORMS.filter((form) => values[form] !== undefined);
  if (asked.length > 0 && !report)
    throw new Plain(
      'A report is made of one branch: name a day, week, month or year, and its own folder.',
    );
  if (report)
    for (const form of asked)
      await writeFile(String(values[form]), (await reportFile(report, form, language)).bytes);
  const sheet = report?.sheet ? { sheet: report.sheet } : {};
  if (values.json) console.log(JSON.stringify({ ...figures, ...sheet }, null, 2));
  else
    console.log(
      [printFigures(figures), ...(report ? printSheet(report, language) : [])].join('\n'),
    );
}

const KINDS = { day: 'day', week: 'week', month: 'month', year: 'year' } as const;
const periodIn = ([kind = '', id = '', ...more]: readonly string[]) => {
  const period = more.length === 0 ? periodOf(id) : null;
  return period && period.kind === KINDS[kind as keyof typeof KINDS] ? period : null;
};

/** @throws Plain when the words name no days */
export function wantedDays(words: readonly string[]): Wanted {
  const [what, ...when] = words;
  if (what === 'all' && when.length === 0) return () => true;
  const period = periodIn(words);
  if (period) return (date) => date >= period.from && date <= period.to;
  throw new Plain(USAGE);
}

/** Of one branch's day, week, month or year there is a report too, and days that were pruned count. */
async function made(folder: string, all: AllKept, words: readonly string[]) {
  const period = periodIn(words);
  const [folded] = all.kept;
  const figures = figuresIn(all, wantedDays(words));
  if (!period || !folded || all.named) return { figures, report: null };
  const rows = await rowsOfFolder({ disk: nodeDisk, folder }, folded, neededFor(period));
  const own = figuresOfRows(rows.rows.filter(({ date }) => isIn(period, date)));
  return { figures: { ...figures, ...own }, report: reportOn(period, folded.lobby, rows) };
}

/** @throws Plain with what is wrong with the ledger, where that is why there are no figures */
async function sound<T>(folder: string, read: () => Promise<T>): Promise<T> {
  await refuseNewer(nodeDisk, folder);
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Unsound)) throw error;
    const { ledgers } = await verifyFolder(nodeDisk, folder);
    const bad = ledgers.find((ledger) => !ledger.ok);
    const where = bad && !bad.ok ? sayDamage(bad.damage) : error.message;
    const is = error.flaw === 'newer' ? 'of a newer program' : 'damaged';
    throw new Plain(`The ledger is ${is}, so no figures are made from it: ${where}`);
  }
}
