// `npm run test:attacks`: A12 in full, a hundred thousand mangled frames and requests. TINGTANG_SEED
// chooses others, TINGTANG_FUZZ another number of them. Takes some minutes.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const { status } = spawnSync(process.execPath, [vitest, 'run', 'tests/attacks/a12'], {
  ...{ cwd: root, stdio: 'inherit' },
  env: { TINGTANG_FUZZ: '100000', ...process.env },
});
process.exitCode = status ?? 1;
