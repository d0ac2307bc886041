// `npm run pictures`: every screen and state at its real size class, into docs/pictures/screens, for
// docs/screens.md.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../../server/build.mjs';
import { prepareBrowser } from '../browser/prepare.mjs';

await buildIfStale();
const TINGTANG_CHROMIUM = await prepareBrowser();
const args = ['playwright', 'test', '--config', 'tests/pictures/playwright.config.ts'];
const { status } = spawnSync('npx', ['--no-install', ...args, ...process.argv.slice(2)], {
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  stdio: 'inherit',
  env: { ...process.env, TINGTANG_CHROMIUM },
});
process.exitCode = status ?? 1;
