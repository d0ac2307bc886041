// `npm run bench -- [NAME …] [--json] [--quick] [--readme] [--data DIR]`: what is measured, beside its bare limit.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { build } from 'vite';
import { buildIfStale } from '../../server/build.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outDir = join(root, 'dist', 'bench');
// Each bare limit is a program of its own: nothing of ours is loaded with it.
const limits = readdirSync(join(root, 'tests/bench/limits'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => [`limits/${name.slice(0, -3)}`, `tests/bench/limits/${name}`]);
const own = Object.fromEntries(
  ['main', 'watchers', 'longLived'].map((name) => [name, `tests/bench/${name}.ts`]),
);
await buildIfStale();
await build({
  ...{ root, configFile: false, logLevel: 'error' },
  build: {
    ...{ ssr: true, outDir, emptyOutDir: true, target: 'node20' },
    rolldownOptions: { input: { ...own, ...Object.fromEntries(limits) } },
  },
});
const page = join(root, 'tests/bench/limits/page');
await build({
  ...{ root: page, configFile: false, logLevel: 'error', plugins: [preact()] },
  build: { outDir: join(outDir, 'page'), emptyOutDir: true, modulePreload: { polyfill: false } },
});
const args = [join(outDir, 'main.js'), ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
