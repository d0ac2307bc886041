import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../kit/ledgers.ts';
import { here } from '../plain.mjs';
import { type Edit, type Loss, losses } from './losses.ts';

/**
 * The test of the tests: whatever guard is taken out, its attack must turn red. Each costs a copy of
 * the program, so `npm run test:attacks` tries them, and `npm test` that each still stands there.
 */
const tried = process.env.TINGTANG_LOSSES === 'all' ? losses : [];

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A program without some of its guards. */
function without(text: string, file: string, edits: readonly Edit[]): string {
  const own = edits.filter((one) => one.file === file);
  return own.reduce((left, { from, to }) => {
    if (!left.includes(from)) throw new Error(`${file} no longer holds: ${from}`);
    return left.replace(from, () => to);
  }, text);
}

/** The tests of some attacks with all they are about, a guard left out or none, in a folder. */
async function copied(folder: string, attacks: readonly string[], edits: readonly Edit[]) {
  const name = (attack: string) => `${attack}.test`;
  const input = attacks.map((attack) => [name(attack), `tests/attacks/${name(attack)}.ts`]);
  const leftOut: Plugin = {
    name: 'left out',
    enforce: 'pre',
    transform: (code, id) => without(code, relative(root, id), edits),
  };
  await build({
    ...{ root, configFile: false, logLevel: 'error', plugins: [here, leftOut] },
    build: {
      ...{ ssr: true, outDir: folder, emptyOutDir: false, target: 'node20' },
      rolldownOptions: { input: Object.fromEntries(input) },
    },
  });
}

/** What a program says on its standard output. */
async function outputOf(args: readonly string[], cwd: string) {
  const { VITEST: _, VITEST_WORKER_ID: __, ...env } = process.env;
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'ignore'] });
  let text = '';
  child.stdout.on('data', (bytes: Buffer) => {
    text += bytes;
  });
  const [status] = (await once(child, 'close')) as [number | null];
  return { text, status };
}

interface Ran {
  readonly copy: string;
  readonly title: string;
  readonly status: string;
}

const WHOLE = 'whole';
const nameOf = (loss: Loss) => `without-${losses.indexOf(loss)}`;

/** Copies of the program beside one another, each under its attacks, all in one run of the runner. */
async function attacked(): Promise<readonly Ran[]> {
  const folder = await temporaryFolder();
  const attacks = [...new Set(tried.map(({ attack }) => attack))];
  await copied(join(folder, WHOLE), attacks, []);
  for (const loss of tried) await copied(join(folder, nameOf(loss)), [loss.attack], loss.edits);
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const fileIn = (copy: string, { attack }: Loss) => `${copy}/${attack}.test.js`;
  const files = tried.flatMap((loss) => [fileIn(WHOLE, loss), fileIn(nameOf(loss), loss)]);
  const named = tried.map((loss) => loss.named).join('|');
  const how = ['-t', named, '--no-isolate', '--maxWorkers=1', '--testTimeout=8000'];
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', ...new Set(files), ...how];
  const { text } = await outputOf([...vitest, '--reporter=json'], folder);
  const said = JSON.parse(text.slice(text.indexOf('{'))) as {
    testResults: { name: string; assertionResults: { title: string; status: string }[] }[];
  };
  return said.testResults.flatMap(({ name, assertionResults }) => {
    const [copy = ''] = relative(folder, name).split(sep);
    return assertionResults.map((one) => ({ copy, ...one }));
  });
}

let running: Promise<readonly Ran[]> | null = null;

/** The names of a loss's tests that passed in a copy, and of those that turned red. */
async function ended(copy: string, { named }: Loss) {
  running ??= attacked();
  const own = (await running).filter(
    (one) => one.copy === copy && new RegExp(named).test(one.title),
  );
  const titles = (status: string) => own.flatMap((t) => (t.status === status ? [t.title] : []));
  return { green: titles('passed'), red: titles('failed') };
}

test('every guard that is taken out stands where it is sought', async () => {
  for (const { file, from } of losses.flatMap(({ edits }) => edits))
    expect(await readFile(join(root, file), 'utf8'), file).toContain(from);
});

for (const loss of tried)
  test(`in a copy without ${loss.what} its attack test turns red, and is green in a whole one`, async () => {
    const whole = await ended(WHOLE, loss);
    expect(whole.red).toEqual([]);
    expect(whole.green.length, loss.named).toBeGreaterThan(0);
    const { green, red } = await ended(nameOf(loss), loss);
    expect(red.length, `${loss.attack} is blind`).toBeGreaterThan(0);
    if (loss.all) expect(green, 'each of these is to turn red').toEqual([]);
  }, 600_000);

test('A4: a command without a cell fails the build', async () => {
  const row = {
    file: 'server/devices/rights.ts',
    from: "    'call.next': atTheCounter,\n",
    to: '',
  };
  const folder = await temporaryFolder();
  for (const part of ['server', 'shared', 'tsconfig.json'])
    await cp(join(root, part), join(folder, part), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const table = join(folder, row.file);
  await writeFile(table, without(await readFile(table, 'utf8'), row.file, [row]));
  // The table, and what it is made of: the whole house is looked at for itself.
  const only = { extends: './tsconfig.json', include: [], files: ['server/devices/rights.ts'] };
  await writeFile(join(folder, 'table.json'), JSON.stringify(only));
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const { text, status } = await outputOf([tsc, '--noEmit', '-p', 'table.json'], folder);
  expect(status).not.toBe(0);
  expect(text).toMatch(/rights\.ts.*call\.next/);
}, 60_000);
