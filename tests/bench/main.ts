import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { benches, type Measured } from './benches.ts';
import type { Figure } from './figure.ts';
import { intoReadme, machine, tableOf } from './table.ts';

/** A bench that takes longer hangs, milliseconds, unless it names its own; all but memory stay under fifteen minutes. */
const MOST = 5 * 60_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    readme: { type: 'boolean', default: false },
    from: { type: 'string', multiple: true, default: [] },
    data: { type: 'string', default: '../shared/data' },
  },
});

function absentOf(name: string): readonly string[] {
  const { files = [] } = benches[name] ?? {};
  return files.filter((file) => !existsSync(join(values.data, file)));
}

/** What cannot be measured here is said: of those that were named, as an error. */
function chosen(): readonly string[] {
  const all = Object.keys(benches);
  const unknown = positionals.find((name) => !all.includes(name));
  if (unknown) throw new Error(`There is no bench "${unknown}". Name some of: ${all.join(', ')}.`);
  return (positionals.length > 0 ? positionals : all).filter((name) => {
    const absent = absentOf(name);
    if (absent.length === 0) return true;
    const says = `${values.data} has no ${absent.join(', ')}: name the folder with --data DIR.`;
    if (positionals.length > 0) throw new Error(says);
    console.error(`${name} left out: ${says}`);
    return false;
  });
}

const begun = performance.now();
const all: Measured[] = [];
const details: Record<string, unknown> = {};

async function measure(name: string): Promise<void> {
  console.error(`${name} …`);
  const start = performance.now();
  const { most = MOST } = benches[name] ?? {};
  const late = setTimeout(() => {
    console.error(`${name} took more than ${most / 60_000} minutes`);
    // What the others found is not lost with it.
    print();
    process.exit(1);
  }, most);
  const found = await benches[name]?.measure({ quick: values.quick, data: values.data });
  clearTimeout(late);
  if (!found) throw new Error(`${name} measured nothing`);
  console.error(`${name} took ${Math.round((performance.now() - start) / 1000)} s`);
  all.push(found);
  if (found.details !== undefined) details[name] = found.details;
}

function print(): void {
  const figures = inOrder(all.flatMap((one) => one.figures));
  const seconds = Math.round((performance.now() - begun) / 1000);
  const { quick, json, readme } = values;
  if (json)
    console.log(JSON.stringify({ machine: machine(), quick, seconds, figures, details }, null, 2));
  else console.log([...all.flatMap((one) => one.print?.() ?? []), tableOf(figures)].join('\n\n'));
  if (readme) writeFileSync('README.md', intoReadme(readFileSync('README.md', 'utf8'), figures));
}

/** What former runs printed as JSON, to be put together: a later one replaces what an earlier one found. */
function formerly(files: readonly string[]): Figure[] {
  const found = new Map<string, Figure>();
  for (const file of files)
    for (const one of JSON.parse(readFileSync(file, 'utf8')).figures as Figure[])
      found.set(`${one.id} ${one.what}`, one);
  return [...found.values()];
}

const inOrder = (figures: readonly Figure[]) =>
  [...figures].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));

async function measureAll(names: readonly string[]): Promise<void> {
  const isTimed = (name: string) => !benches[name]?.untimed;
  for (const name of names.filter(isTimed)) await measure(name);
  await Promise.all(names.filter((name) => !isTimed(name)).map(measure));
}

async function main(): Promise<void> {
  if (values.from.length > 0) all.push({ figures: formerly(values.from) });
  else await measureAll(chosen());
  print();
}

await main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
