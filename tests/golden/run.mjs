// `npm run golden -- VERSION`: a golden ledger of the program as it is, for a release. It is never made
// again once that version is out: every later program must read it as this one does.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const outDir = join(root, 'dist', 'golden');
await build({
  ...{ root, configFile: false, logLevel: 'error' },
  build: { ...{ ssr: 'tests/golden/make.ts', outDir, emptyOutDir: true, target: 'node20' } },
});
const args = [join(outDir, 'make.js'), process.argv[2] ?? '', join(root, 'tests/fixtures/golden')];
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
