// `npm run test:faults`: the whole fault rig. `-- --json` prints one object, `--only kills,days` runs
// some parts, `--seed N --runs N` replays, `--without flush|tail|ids|chain|directory` leaves one part of
// the program out and must find losses. What is found on the way goes to stderr.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildRig } from './build.mjs';

const PARTS = ['flush', 'tail', 'ids', 'chain', 'directory'];
const args = process.argv.slice(2);
const place = args.indexOf('--without');
const without = place < 0 ? '' : args[place + 1];

if (place >= 0 && !PARTS.includes(without)) {
  console.error(
    `There is no part "${without ?? ''}" to leave out. Choose one of: ${PARTS.join(', ')}.`,
  );
  process.exit(1);
}
const folder = await buildRig(without);
const rig = ['--expose-gc', '--enable-source-maps', join(folder, 'rig.js')];
const hub = ['--hub', join(folder, 'hub.js')];
const { status } = spawnSync(process.execPath, [...rig, ...hub, ...args], { stdio: 'inherit' });
process.exitCode = status ?? 1;
