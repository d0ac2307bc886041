import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Disk, nodeDisk } from '../ledger/disk.ts';
import { makeFolder } from '../ledger/durable.ts';
import { Plain } from '../plainly.ts';
import { parseRobots, type Robot, readRobots, writeRobots } from './robots.ts';

const HOW =
  'npm run robots -- add NAME --kind wecom|dingtalk|feishu, then type the key and, where there is one, the secret, a line each; remove NAME; list';

/**
 * `robots add NAME --kind KIND`, `remove NAME`, `list`: at the hub's own machine. Keys come by standard
 * input, for a command line is seen by every program of the machine; they are never printed. A running
 * hub takes them up at its next start.
 */
export async function runRobots(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: 'string', default: process.env.TINGTANG_DATA ?? './data' },
      kind: { type: 'string' },
      base: { type: 'string' },
      level: { type: 'string' },
      language: { type: 'string' },
      format: { type: 'string' },
      'no-daily': { type: 'boolean', default: false },
    },
  });
  const folder = resolve(values.data);
  await makeFolder(nodeDisk, folder);
  const [word, id] = positionals;
  if (word === 'list') return list(nodeDisk, folder);
  if ((word !== 'add' && word !== 'remove') || !id || positionals.length > 2) throw new Plain(HOW);
  const { data: _, 'no-daily': noDaily, ...given } = values;
  const lines = word === 'add' ? await linesOf(process.stdin) : [];
  const others = (await readRobots(nodeDisk, folder)).filter((r) => r.id !== id);
  const next = word === 'add' ? [...others, robotOf(id, given, lines, !noDaily)] : others;
  await writeRobots(nodeDisk, folder, next);
  console.log(
    `${id} is ${word === 'add' ? 'set' : 'removed'}; the hub takes it up when it starts.`,
  );
}

/** @throws Plain, naming the field, when a robot cannot be made of this */
export function robotOf(
  id: string,
  given: Readonly<Record<string, string | undefined>>,
  [key = '', secret]: readonly string[],
  daily: boolean,
): Robot {
  const fields = { ...given, ...(secret && { secret }) };
  const robot = { id, key, daily, ...fields };
  const [read] = parseRobots(JSON.stringify({ robots: [robot] }));
  if (!read) throw new Plain(HOW);
  return read;
}

async function list(disk: Disk, folder: string): Promise<void> {
  const robots = await readRobots(disk, folder);
  if (robots.length === 0) console.log('no robots: nothing leaves this machine');
  for (const { id, kind, level, daily, base } of robots)
    console.log(
      [id, kind, `from ${level}`, daily ? 'daily sums' : '', base ?? ''].filter(Boolean).join('  '),
    );
}

/** The key, and what follows it; a person ends with an empty line, a pipe with its end. */
async function linesOf(input: NodeJS.ReadableStream): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input })) {
    if (line.trim() === '' || lines.push(line.trim()) === 2) break;
  }
  return lines;
}
