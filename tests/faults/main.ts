import { parseArgs } from 'node:util';
import type { Disk } from '../../server/ledger/disk.ts';
import { bitFlips } from './bitFlips.ts';
import { days } from './days.ts';
import { fileErrors, pointsOfShortDay } from './fileErrors.ts';
import { kills } from './kills.ts';
import { leak } from './leak.ts';
import { overDisk } from './overDisk.ts';
import { callsOfShortDay, powerCuts } from './powerCuts.ts';
import { roadDown } from './roadDown.ts';
import type { Outcome, Section } from './section.ts';
import { tornTails } from './tornTails.ts';

/** Calls of the disk that do nothing when that part is left out. */
const IDLE: Record<string, readonly string[]> = {
  flush: ['datasync'],
  directory: ['syncFolder'],
  tail: ['truncate'],
};

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    seed: { type: 'string', default: '0' },
    runs: { type: 'string' },
    without: { type: 'string', default: '' },
    hub: { type: 'string', default: '' },
    tickets: { type: 'string', default: '400' },
    json: { type: 'boolean', default: false },
  },
});

type Run = (section: Section) => Promise<Outcome<Record<string, number>>>;

/** How many runs each part of the rig has: all there are, or a few. */
const SECTIONS: Record<
  string,
  { run: Run; all: () => Promise<number>; few: () => Promise<number> }
> = {
  leak: {
    run: (section) => leak(section, Number(values.tickets)),
    all: async () => 250,
    few: async () => 0,
  },
  kills: { run: kills, all: async () => 500, few: async () => 20 },
  powerCuts: {
    run: powerCuts,
    all: async () => Math.max(2000, 20 * (await callsOfShortDay())),
    few: async () => 2 * (await callsOfShortDay()),
  },
  tornTails: { run: tornTails, all: async () => 1e9, few: async () => 40 },
  bitFlips: { run: bitFlips, all: async () => 1, few: async () => 97 },
  fileErrors: { run: fileErrors, all: pointsOfShortDay, few: callsOfShortDay },
  // By real processes over files; the embedded database takes its time at each start.
  roadDown: { run: roadDown, all: async () => 60, few: async () => 0 },
  days: { run: days, all: async () => 500, few: async () => 12 },
};

const seed = Number(values.seed);
const wanted = values.only?.split(',') ?? Object.keys(SECTIONS);
const idle = IDLE[values.without];
const spoil = (disk: Disk) => (idle ? overDisk(disk, { idle }) : disk);
const found: Record<string, Record<string, number>> = {};
let failed = 0;

for (const name of wanted) {
  const section = SECTIONS[name];
  if (!section) throw new Error(`there is no "${name}": ${Object.keys(SECTIONS)}`);
  // Without a part a few runs will do: its losses are not rare.
  const many = values.without ? section.few : section.all;
  const runs = values.runs ? Number(values.runs) : await many();
  if (runs === 0) continue;
  const began = performance.now();
  const { counts, failures } = await section.run({ seed, runs, spoil, hub: values.hub });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.error(`${name}: ${JSON.stringify(counts)} in ${seconds} s`);
  for (const line of failures.slice(0, 20)) console.error(`  ${line.slice(0, 400)}`);
  failed += failures.length;
  if (name !== 'leak') found[name] = counts;
}

console.log(values.json ? JSON.stringify({ ...found, seeds: [seed] }) : `${failed} failures`);
// A rig that finds nothing where a part is left out is blind.
process.exitCode = (values.without ? failed === 0 : failed > 0) ? 1 : 0;
