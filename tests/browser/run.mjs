// `npm run test:screens`: the browser stories with every combination of panel, language, text size and
// state, of which `npm test` looks at every other one; `-- NAME` only those of that name.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../../server/build.mjs';
import { prepareBrowser } from './prepare.mjs';

await buildIfStale();
const TINGTANG_CHROMIUM = await prepareBrowser({ bareWillDo: true });
const args = ['playwright', 'test', '--config', 'tests/browser/playwright.config.ts'];
const { status } = spawnSync('npx', ['--no-install', ...args, ...process.argv.slice(2)], {
  cwd: fileURLToPath(new URL('../..', import.meta.url)),
  stdio: 'inherit',
  env: { ...process.env, TINGTANG_CHROMIUM, TINGTANG_SCREENS: 'all' },
});
process.exitCode = status ?? 1;
