// `npm run bench -- NAME [--json] [--data DIR]`: what is measured, beside what it is measured against.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outDir = join(root, 'dist', 'bench');
await build({
  ...{ root, configFile: false, logLevel: 'error' },
  build: { ...{ ssr: 'tests/bench/main.ts', outDir, emptyOutDir: true, target: 'node20' } },
});
const args = [join(outDir, 'main.js'), ...process.argv.slice(2)];
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
