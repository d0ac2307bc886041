import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { City } from '../../../shared/city/city.ts';
import { type NodeId, nodeId } from '../../../shared/city/ids.ts';
import { lineOf, nodeOn } from '../../../shared/city/levels/tree.ts';
import { monthPeriod } from '../../../shared/city/months/preview.ts';
import { rulesFor } from '../../../shared/city/rules/state.ts';
import { type MonthName, monthName } from '../../../shared/ids.ts';
import { widthOf } from '../../../shared/reports/cells.ts';
import { Chain, lawful } from '../../ledger/chain.ts';
import { nodeDisk } from '../../ledger/disk.ts';
import { noLog } from '../../log.ts';
import { Plain } from '../../plainly.ts';
import { type Beside, besideFiles, besideTables } from '../beside.ts';
import { Bookkeeper } from '../books/bookkeeper.ts';
import type { Books } from '../books/books.ts';
import { FilesBooks } from '../books/filesBooks.ts';
import { TablesBooks } from '../books/tablesBooks.ts';
import { cityIn } from '../city/files.ts';
import { type CityEntry, cityOf } from '../city/log.ts';
import { listed } from '../commands.ts';
import { keptInTables } from '../kept.ts';
import { dataOf } from '../options.ts';
import { readCity } from '../store/city.ts';
import type { Store } from '../store/database.ts';
import { SqlReceived } from '../store/received.ts';
import type { Place } from '../stretch.ts';
import { openRecord } from '../tables.ts';
import { Gathering } from './gathering.ts';
import { type Printed, printedMonth } from './printed.ts';
import { type BranchSigns, signsIn } from './signs.ts';

const USAGE =
  'Name a month: npm run --silent center -- rank --month YYYY-MM [--node UNIT] [--json] --data DIR';

/** `center rank`: a month's rankings, recomputed from the ledgers in a center's folder or its database. */
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
      'Rankings are printed from the center’s own folder, which may be in use, or from its database: give --data DIR, or DATABASE_URL, instead of --center. From elsewhere, sign in at the center and look at the month there.',
    );
  const unit = values.node ?? null;
  const place = { disk: nodeDisk, folder: resolve(dataOf(values.data)) };
  const store = await openRecord(console.error);
  const printed = store
    ? await rankingsInTables(store, month.data, unit).finally(() => store.close())
    : await rankingsIn(place, month.data, unit);
  if (values.json) console.log(JSON.stringify(printed, null, 2));
  else for (const line of lines(printed)) console.log(line);
}

type Ranked = Printed & { readonly signs: readonly BranchSigns[] };

/** Where a month is ranked from. */
interface Source {
  /** What it is called. */
  readonly where: string;
  readonly beside: Beside;
  readonly books: Books;
  readonly city: City;
}

/** From a center's folder, where files are the record. @throws Plain where there is nothing to rank */
export async function rankingsIn(
  place: Place,
  month: MonthName,
  unit: string | null,
): Promise<Ranked> {
  const beside = besideFiles(place);
  const { enrolled, headOf } = beside;
  const books = new FilesBooks({ ...place, enrolled, headOf });
  const city = await cityIn(place);
  return ranked({ where: place.folder, beside, books, city }, month, unit);
}

/** From the database that several servers share. Day rows that are behind are brought up, as a server does. */
export async function rankingsInTables(
  store: Store,
  month: MonthName,
  unit: string | null,
): Promise<Ranked> {
  const [kept, received] = [keptInTables(store), new SqlReceived(store)];
  const bookkeeper = new Bookkeeper({ store, received, log: noLog, ...kept });
  const books = new TablesBooks({ store, bookkeeper, received, ...kept });
  const chain = new Chain(null, lawful([]));
  const lines = await readCity(store, 0);
  const entries = lines.map((line, i) => chain.parse(Buffer.from(line), i + 1));
  const city = cityOf(entries as unknown as CityEntry[]);
  return ranked({ where: 'the database', beside: besideTables(store), books, city }, month, unit);
}

async function ranked(
  { where, beside, books, city }: Source,
  month: MonthName,
  unit: string | null,
): Promise<Ranked> {
  const stands = (await listed(beside)).map((one) => ({ ...one, enrolledAt: one.at }));
  if (stands.length === 0)
    throw new Plain(`No branch is enrolled in ${where}: name a center’s folder with --data.`);
  const { to } = monthPeriod(month);
  const node = unit === null ? topOf(city, to) : nodeNamed(city, unit, to);
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
