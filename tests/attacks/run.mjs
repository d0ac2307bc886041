// `npm run test:attacks`: A12 in full, a hundred thousand mangled frames and requests, and every guard
// taken out once, those against faults as well. TINGTANG_SEED chooses other frames, TINGTANG_FUZZ another number. Takes some minutes.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vitest = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url));
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', 'tests/attacks/a12', 'tests/attacks/blind', 'tests/faults/blind'],
  {
    ...{ cwd: root, stdio: 'inherit' },
    env: { TINGTANG_FUZZ: '100000', TINGTANG_LOSSES: 'all', ...process.env },
  },
);
process.exitCode = status ?? 1;
