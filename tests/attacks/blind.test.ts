import { spawnSync } from 'node:child_process';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../kit/ledgers.ts';
import { type Edit, type Loss, losses } from './losses.ts';

/**
 * The test of the tests: whatever guard is taken out, its attack must turn red. Each costs a run of
 * its own, so `npm test` tries every fourth, and `npm run test:attacks` all of them.
 */
const tried = losses.filter((_, i) => process.env.TINGTANG_LOSSES === 'all' || i % 4 === 0);

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The project without one of its guards, in a folder of its own. */
async function without(edits: readonly Edit[]): Promise<string> {
  const folder = await temporaryFolder();
  const parts = ['server', 'shared', 'tests', 'docs', 'package.json', 'tsconfig.json'];
  for (const part of parts) await cp(join(root, part), join(folder, part), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  for (const { file, from, to } of edits) {
    const text = await readFile(join(folder, file), 'utf8');
    if (!text.includes(from)) throw new Error(`${file} no longer holds: ${from}`);
    await writeFile(join(folder, file), text.replace(from, to));
  }
  return folder;
}

/** Runs attacks' tests in a folder; the names of those that passed, and of those that turned red. */
function attacked(folder: string, attacks: readonly string[], named: string) {
  const files = attacks.map((attack) => `tests/attacks/${attack}.test.ts`);
  const how = ['-t', named, '--no-isolate', '--testTimeout=8000', '--reporter=json'];
  const args = ['node_modules/vitest/vitest.mjs', 'run', ...files, ...how];
  const { VITEST: _, VITEST_WORKER_ID: __, ...env } = process.env;
  const run = spawnSync(process.execPath, args, {
    ...{ cwd: folder, env, encoding: 'utf8', timeout: 100_000 },
  });
  const said = JSON.parse(run.stdout.slice(run.stdout.indexOf('{')));
  const all = said.testResults.flatMap((file: { assertionResults: object[] }) => {
    return file.assertionResults;
  }) as { title: string; status: string }[];
  const titles = (status: string) => all.flatMap((t) => (t.status === status ? [t.title] : []));
  return { green: titles('passed'), red: titles('failed') };
}

test('every guard that is taken out stands where it is sought', async () => {
  for (const { file, from } of losses.flatMap(({ edits }) => edits))
    expect(await readFile(join(root, file), 'utf8'), file).toContain(from);
});

test('in a copy that lacks nothing the attack tests are green', async () => {
  const folder = await without([]);
  const attacks = [...new Set(tried.map(({ attack }) => attack))];
  const { green, red } = attacked(folder, attacks, tried.map(({ named }) => named).join('|'));
  expect(red).toEqual([]);
  for (const { named } of tried)
    expect(green.filter((title) => new RegExp(named).test(title)).length, named).toBeGreaterThan(0);
}, 120_000);

test.each(tried)(
  'without $what its attack test turns red',
  async ({ edits, attack, named, all }: Loss) => {
    const { green, red } = attacked(await without(edits), [attack], named);
    expect(red.length, `${attack} is blind`).toBeGreaterThan(0);
    if (all) expect(green, 'each of these is to turn red').toEqual([]);
  },
  60_000,
);

test('A4: a command without a cell fails the build', async () => {
  const row = {
    file: 'server/devices/rights.ts',
    from: "    'call.next': atTheCounter,\n",
    to: '',
  };
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const run = spawnSync(process.execPath, [tsc, '--noEmit'], {
    ...{ cwd: await without([row]), encoding: 'utf8' },
  });
  expect(run.status).not.toBe(0);
  expect(run.stdout).toMatch(/rights\.ts.*call\.next/);
}, 60_000);
