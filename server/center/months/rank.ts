import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { City } from '../../../shared/city/city.ts';
import { type NodeId, nodeId } from '../../../shared/city/ids.ts';
import { lineOf, nodeOn } from '../../../shared/city/levels/tree.ts';
import { monthPeriod } from '../../../shared/city/months/preview.ts';
import { rulesFor } from '../../../shared/city/rules/state.ts';
import { type MonthName, monthName } from '../../../shared/ids.ts';
import { widthOf } from '../../../shared/reports/cells.ts';
import { nodeDisk } from '../../ledger/disk.ts';
import { Plain } from '../../plainly.ts';
import { besideFiles } from '../beside.ts';
import { FilesBooks } from '../books/filesBooks.ts';
import { cityIn } from '../city/files.ts';
import { listed } from '../commands.ts';
import { dataOf } from '../options.ts';
import type { Place } from '../stretch.ts';
import { Gathering } from './gathering.ts';
import { type Printed, printedMonth } from './printed.ts';
import { type BranchSigns, signsIn } from './signs.ts';

const USAGE =
  'Name a month: npm run --silent center -- rank --month YYYY-MM [--node UNIT] [--json] --data DIR';

/** `center rank`: a month's rankings, recomputed from the ledgers in a center's folder; only reads. */
export async function runRank(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      month: { type: 'string' },
      node: { type: 'string' },
      data: { type: 'string' },
      center: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const month = monthName.safeParse(values.month);
  if (!month.success) throw new Plain(USAGE);
  if (values.center !== undefined)
    throw new Plain(
      'Rankings are printed from the center’s own folder, which may be in use: give --data DIR instead of --center. From elsewhere, sign in at the center and look at the month there.',
    );
  if (process.env.DATABASE_URL)
    throw new Plain(
      'With DATABASE_URL the ledgers lie in the database, not in a folder: sign in at a center that works on it, and look at the month there.',
    );
  const place = { disk: nodeDisk, folder: resolve(dataOf(values.data)) };
  const printed = await rankingsIn(place, month.data, values.node ?? null);
  if (values.json) console.log(JSON.stringify(printed, null, 2));
  else for (const line of lines(printed)) console.log(line);
}

/** @throws Plain where there is nothing to rank */
export async function rankingsIn(
  place: Place,
  month: MonthName,
  unit: string | null,
): Promise<Printed & { readonly signs: readonly BranchSigns[] }> {
  const beside = besideFiles(place);
  const stands = (await listed(beside)).map((one) => ({ ...one, enrolledAt: one.at }));
  if (stands.length === 0)
    throw new Plain(
      `No branch is enrolled in ${place.folder}: name a center’s folder with --data.`,
    );
  const city = await cityIn(place);
  const { to } = monthPeriod(month);
  const node = unit === null ? topOf(city, to) : nodeNamed(city, unit, to);
  const { enrolled, headOf } = beside;
  const books = new FilesBooks({ ...place, enrolled, headOf });
  const line = node === null ? [] : lineOf(city.levels, node, to);
  const inForce = rulesFor(city.rules, line, month);
  const gathering = new Gathering({ books, stands: async () => stands });
  const gathered = await gathering.gathered(city, month, inForce.measured);
  // Where nobody made a tree, or bound any branch, all branches of the center are ranked.
  const isBound = Object.keys(city.levels.bound).length > 0;
  const printed = printedMonth(city, unit === null && !isBound ? null : node, gathered, inForce);
  const ours = new Set(printed.branches.map(({ branch }) => branch));
  const signs = await signsIn(books, month, inForce.measured);
  return { ...printed, signs: signs.filter(({ branch }) => ours.has(branch)) };
}

/** The one unit that belongs to nobody; null when there is none, or several. */
function topOf({ levels }: City, date: string): NodeId | null {
  const ids = Object.keys(levels.nodes) as NodeId[];
  const tops = ids.filter((id) => lineOf(levels, id, date).length === 1);
  return tops.length === 1 ? (tops[0] ?? null) : null;
}

function nodeNamed({ levels }: City, unit: string, date: string): NodeId {
  const id = nodeId.safeParse(unit);
  if (!id.success || !nodeOn(levels, id.data, date))
    throw new Plain(
      `There is no unit ${unit} on ${date}: name one of ${Object.keys(levels.nodes).join(', ') || 'those set up at the center; so far there are none'}.`,
    );
  return id.data;
}

/** To be read on a console: the combined ranking, with the four places and the total beside it. */
function lines({ month, node, rules, rankings }: Printed): string[] {
  const places = (of: string) =>
    new Map((rankings[of] as { branch: string; place: number | null }[]).map((r) => [r.branch, r]));
  const others = Object.keys(rankings).filter((name) => name !== 'combined');
  const rows = [...places('combined').values()].map(({ branch, place }) => [
    String(place ?? '–'),
    branch,
    ...others.map((name) => String(places(name).get(branch)?.place ?? '–')),
  ]);
  const table = [['', 'branch', ...others], ...rows];
  const widths = (table[0] ?? []).map((_, i) =>
    Math.max(...table.map((row) => widthOf(row[i] ?? ''))),
  );
  return [
    `${month}  ${node ?? 'all branches'}  rules ${(rules as { version: string }).version}`,
    ...table.map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    ),
  ];
}
