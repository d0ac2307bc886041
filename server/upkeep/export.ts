import { parseArgs } from 'node:util';
import { businessDate } from '../../shared/ids.ts';
import { refuseNewer } from '../keepsakes.ts';
import { sayDamage, Unsound } from '../ledger/damage.ts';
import { nodeDisk } from '../ledger/disk.ts';
import { verifyFolder } from '../ledger/verify.ts';
import { Plain } from '../plainly.ts';
import { measuresFrom, type Wanted } from './kept.ts';
import { printFigures } from './table.ts';

const USAGE =
  'Say which days: npm run export -- day YYYY-MM-DD | month YYYY-MM | all [--data DIR] [--json]';

/** `export`: the figures of some business days, recomputed from the ledger alone. */
export async function runExport(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: 'string', default: process.env.TINGTANG_DATA ?? './data' },
      json: { type: 'boolean', default: false },
    },
  });
  const figures = await readFigures(values.data, wantedDays(positionals));
  console.log(values.json ? JSON.stringify(figures, null, 2) : printFigures(figures));
}

/** @throws Plain when the words name no days */
export function wantedDays(words: readonly string[]): Wanted {
  const [what, when = '', ...more] = words;
  if (more.length === 0) {
    if (what === 'all' && when === '') return () => true;
    if (what === 'day' && businessDate.safeParse(when).success) return (date) => date === when;
    const isMonth = businessDate.safeParse(`${when}-01`).success;
    if (what === 'month' && isMonth) return (date) => date.startsWith(`${when}-`);
  }
  throw new Plain(USAGE);
}

async function readFigures(folder: string, wanted: Wanted) {
  await refuseNewer(nodeDisk, folder);
  try {
    const figures = await measuresFrom(nodeDisk, folder, wanted);
    if (!figures)
      throw new Plain(`There is no ledger in ${folder}: name a data folder with --data.`);
    return figures;
  } catch (error) {
    if (!(error instanceof Unsound)) throw error;
    const { ledgers } = await verifyFolder(nodeDisk, folder);
    const bad = ledgers.find((ledger) => !ledger.ok);
    const where = bad && !bad.ok ? sayDamage(bad.damage) : error.message;
    const is = error.flaw === 'newer' ? 'of a newer program' : 'damaged';
    throw new Plain(`The ledger is ${is}, so no figures are made from it: ${where}`);
  }
}
