import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { rankingsIn } from '../../server/center/months/rank.ts';
import { runCenter } from '../../server/center/run.ts';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { STANDARD } from '../../shared/floor/inspections/standard.ts';
import type { MonthName } from '../../shared/ids.ts';
import { SIGNS } from '../../shared/month/signs.ts';
import { temporaryFolder } from '../kit/ledgers.ts';
import { decides, keepWild } from '../kit/wildCity.ts';

vi.setConfig({ testTimeout: 120_000 });

const run = promisify(execFile);
const SCRIPT = 'tests/kit/recompute.mjs';
const MONTH = '2026-10' as MonthName;
const IDS = ['a', 'b', 'c', 'd'];
const DATES = ['2026-09-30', '2026-10-10', '2026-10-31', '2026-11-02'];

const named = (name: string) => ({ zh: name, en: name });
const opens = (node: string, level: string, parent: string | null) => ({
  ...{ type: 'node.open', node, level, name: named(node), parent, from: '2026-01-01' },
});
const weights = {
  ...{ premiumWait: 25, ordinaryWait: 15, satisfaction: 20 },
  ...{ environment: 10, standards: 20, duty: 10 },
};
const rules = {
  ...{ version: '2026-q4', from: '2026-10', weights, edge: 2, repeat: 3 },
  ...{ targets: { ordinary: 240, premium: 180 }, minimumSample: { tickets: 20, ratings: 2 } },
  points: { verySatisfied: 100, satisfied: 80, fair: 50, dissatisfied: 0 },
  ...{ rewards: [{ upTo: 2, amounts: {} }], fines: [{ upTo: 2, amounts: {} }] },
};

const ofTheCity = { type: 'rules.set', node: 'city', rules };

const inspection = (points: number) => ({
  ...{ kind: 'inspection', on: '2026-09-29', mode: 'onSite', as: 'quarterly', inspector: 'c7' },
  ...{ checklist: STANDARD.version, modules: ['environment', 'lobby'] },
  marks: [
    {
      ...{ item: 'environment.clean', points, remark: '地面未清洁' },
      ...{ responsible: 't1', managing: 'b1' },
    },
  ],
});
const withdrawn = (of: number) => ({ kind: 'withdrawal', of: `2026-11-23.s${of}`, why: '误发' });
/** Other rules than the city's: those of a unit in between, in force at the branch. */
const ofTheUnit = {
  kind: 'rules',
  rules: {
    ...{ version: 'unit-1', from: '2026-10', targets: { ordinary: 60, premium: 60 } },
    ...{ weights: { ...weights, duty: 100 }, minimumSample: { tickets: 1, ratings: 1 } },
    points: { verySatisfied: 10, satisfied: 8, fair: 5, dissatisfied: 1 },
  },
};
/** Inspections from above: one that stands, one taken back in the month, one only after it. */
const SENDS: Readonly<Record<string, Readonly<Record<string, readonly object[]>>>> = {
  a: {
    '2026-09-30': [inspection(11), ofTheUnit],
    '2026-10-10': [inspection(4), inspection(7)],
    '2026-10-31': [withdrawn(4)],
  },
  c: { '2026-10-31': [inspection(9)], '2026-11-02': [withdrawn(1)] },
  d: { '2026-10-10': [inspection(3), withdrawn(1), ofTheUnit] },
};

async function wildCity(sets: readonly object[] = [ofTheCity]): Promise<string> {
  const folder = await temporaryFolder();
  for (const [i, id] of IDS.entries())
    await keepWild(folder, id, {
      ...{ seed: 100 * (i + 1), dates: DATES, presses: 480, epochs: id === 'b' ? 2 : 1 },
      ...(SENDS[id] && { sends: SENDS[id] }),
    });
  await decides(folder, [
    opens('city', 'city', null),
    opens('east', 'first', 'city'),
    opens('west', 'first', 'city'),
    ...IDS.flatMap((id, i) => [
      opens(`n-${id}`, 'outlet', i % 2 ? 'west' : 'east'),
      { type: 'branch.bind', branch: id, node: `n-${id}`, from: '2026-01-01' },
    ]),
    ...sets,
  ]);
  return folder;
}

interface Recomputed {
  readonly branches: readonly {
    readonly branch: string;
    readonly figures: Readonly<Record<string, { value: number | null; n: number }>>;
    readonly places: Readonly<Record<string, number>>;
    readonly mean: number | null;
    readonly place?: number;
    readonly total: number;
    readonly totalPlace?: number;
  }[];
}

const recomputed = async (folder: string): Promise<Recomputed> =>
  JSON.parse((await run(process.execPath, [SCRIPT, folder, MONTH])).stdout);

async function ledgerOf(folder: string, id: string): Promise<string> {
  const place = join(folder, 'branches', id, '1', 'ledger');
  const days = await Promise.all(
    (await readdir(place)).sort().map((name) => readFile(join(place, name), 'utf8')),
  );
  return days.join('');
}

interface Row {
  readonly branch: string;
  readonly place: number | null;
  readonly [key: string]: unknown;
}
interface Item {
  readonly item: string;
  readonly value: number | null;
  readonly n: number;
}

test('every figure, place and total of a month is what the signed ledgers alone come to', async () => {
  const folder = await wildCity();
  const {
    rankings,
    rules: used,
    units,
  } = await rankingsIn({ disk: nodeDisk, folder }, MONTH, null);
  expect(used).toMatchObject({ version: expect.stringMatching(/^2026-q4\./), setBy: 'city' });
  const { branches } = await recomputed(folder);
  expect(branches.map(({ branch }) => branch)).toEqual(IDS);
  agrees(rankings, branches);
  const all = (await Promise.all(IDS.map((id) => ledgerOf(folder, id)))).join('');
  expect(all).toMatch(/inspection\.withdrawn/);
  const nights = all.split('"day.opened"').map((day) => day.split('"day.closed"')[1] ?? '');
  for (const what of ['inspection.finished', 'correction.confirmed'])
    expect(nights.join(), what).toContain(what);
  // A city in which nobody was ranked, inspected or short of a sample would show nothing.
  const short = (rankings.premiumSatisfaction as Row[]).filter(({ place }) => place === null);
  expect(branches.filter(({ place }) => place).length).toBeGreaterThan(2);
  expect(branches.every(({ figures }) => (figures.averageWait?.n ?? 0) > 20)).toBe(true);
  expect(short.length).toBeLessThan(IDS.length);
  expect(units).toHaveLength(2);
  await printsTheSame(folder, rankings);
});

test('rules that came down to some branches only are theirs: a city without any is measured by the standard', async () => {
  const folder = await wildCity([]);
  const { rankings, rules: used } = await rankingsIn({ disk: nodeDisk, folder }, MONTH, null);
  expect(used).toMatchObject({ setBy: null });
  agrees(rankings, (await recomputed(folder)).branches);
});

function agrees(rankings: Readonly<Record<string, unknown>>, branches: Recomputed['branches']) {
  for (const own of branches) {
    const row = (name: string): Row => {
      const found = (rankings[name] as Row[]).find((r) => r.branch === own.branch);
      if (!found) throw new Error(`${own.branch} is not in ${name}`);
      return found;
    };
    for (const name of ['averageWait', 'satisfaction', 'premiumSatisfaction', 'invitationRate']) {
      const { value, n, place } = row(name);
      expect([own.branch, name, n, place]).toEqual([
        ...[own.branch, name, own.figures[name]?.n, own.places[name] ?? null],
      ]);
      if (typeof value === 'number') expect(value).toBeCloseTo(own.figures[name]?.value ?? 0, 9);
    }
    const { mean, place } = row('combined');
    expect(place).toBe(own.place ?? null);
    expect(mean === null ? null : Number(mean)).toBe(own.mean);
    const total = row('totals');
    expect(Number(total.score)).toBeCloseTo(own.total, 9);
    expect(total.place).toBe(own.totalPlace ?? null);
    for (const item of total.items as Item[]) {
      expect([item.item, item.n]).toEqual([item.item, own.figures[item.item]?.n]);
      if (item.value !== null)
        expect(item.value).toBeCloseTo(own.figures[item.item]?.value ?? 0, 9);
    }
  }
}

/** As the command line prints it. */
async function printed(...args: string[]): Promise<string> {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {});
  try {
    await runCenter(['rank', '--month', MONTH, ...args]);
    return log.mock.calls.map(([line]) => String(line)).join('\n');
  } finally {
    log.mockRestore();
  }
}

/** Signs come from the facts of the month alone, by the lines of the city. */
test('signs of gaming stand by branch, with what each is a share of', async () => {
  const folder = await temporaryFolder();
  await keepWild(folder, 'a', { seed: 3, dates: ['2026-10-09', '2026-10-10'], presses: 300 });
  const { signs } = await rankingsIn({ disk: nodeDisk, folder }, MONTH, null);
  expect(signs.map(({ branch }) => branch)).toEqual(['a']);
  const own = signs[0]?.signs ?? [];
  expect(own.map(({ sign }) => sign)).toEqual([...SIGNS]);
  const walkIns = own.find(({ sign }) => sign === 'walkIn');
  expect(walkIns).toMatchObject({ line: 0.1, value: expect.any(Number) });
  expect(walkIns?.n).toBeGreaterThan(5);
});

async function printsTheSame(folder: string, rankings: object) {
  const json = JSON.parse(await printed('--json', '--data', folder));
  expect(json.rankings).toEqual(JSON.parse(JSON.stringify(rankings)));
  const table = (await printed('--data', folder)).split('\n');
  expect(table[0]).toMatch(/^2026-10 {2}city {2}rules 2026-q4\./);
  expect(table).toHaveLength(IDS.length + 2);
  await expect(printed('--node', 'x', '--data', folder)).rejects.toThrow('There is no unit x');
  await expect(printed('--center', 'https://c')).rejects.toThrow('--data DIR');
  await expect(printed('--data', join(folder, 'nowhere'))).rejects.toThrow('No branch is enrolled');
}

test('a changed line, and a head that is not signed for it, are found', async () => {
  const folder = await temporaryFolder();
  await keepWild(folder, 'a', { seed: 7, dates: ['2026-10-09'], presses: 60 });
  await recomputed(folder);
  const path = join(folder, 'branches', 'a', '1', 'ledger', '2026-10-09.jsonl');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replace('"service":"cash"', '"service":"bash"'));
  await expect(recomputed(folder)).rejects.toMatchObject({ code: 1, stderr: /altered/ });
  await writeFile(path, text.split('\n').slice(0, -2).join('\n').concat('\n'));
  await expect(recomputed(folder)).rejects.toMatchObject({ code: 1 });
});

test('the script is one page, and imports nothing of the project', async () => {
  const text = await readFile(SCRIPT, 'utf8');
  expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  const imports = [...text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map(([, name]) => name);
  expect(imports.length).toBeGreaterThan(2);
  for (const name of imports) expect(name).toMatch(/^node:/);
});
