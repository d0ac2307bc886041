// `npm test`: types, lint, stories of the core and the hub, then the screens in a real browser. Each
// step runs whatever the one before it said; the last line counts them all.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildIfStale } from '../server/build.mjs';
import { prepareBrowser } from './browser/prepare.mjs';
import { makePlain, makeStories } from './plain.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const report = (name) => `${root}test-results/${name}.json`;
rmSync(`${root}test-results`, { recursive: true, force: true });
mkdirSync(`${root}test-results`, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };

function run(command, args, env = {}) {
  console.log(`\n— ${[command, ...args].join(' ')}`);
  const done = spawnSync('npx', ['--no-install', command, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return done.status === 0;
}

function count(passed, failed, skipped = 0) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

/** A step without a report of its own counts as one; beside others it says at its end what it has to say. */
function check(command, args) {
  const child = spawn('npx', ['--no-install', command, ...args], { cwd: root });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => said.push(text));
  return new Promise((done) => {
    child.on('error', (error) => said.push(Buffer.from(String(error))));
    child.on('close', (status) => {
      console.log(`\n— ${[command, ...args].join(' ')}\n${Buffer.concat(said)}`.trimEnd());
      count(...(status === 0 ? [1, 0] : [0, 1]));
      done();
    });
  });
}

/** None of them uses two cores for all of its time. */
async function checks() {
  const both = Promise.all([check('tsc', []), check('biome', ['check', '.'])]);
  try {
    await buildIfStale();
    await makePlain();
    await makeStories();
  } finally {
    await both;
  }
}

function stories() {
  const args = [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report('stories')}`,
  ];
  const ok = run('vitest', args);
  const said = JSON.parse(readFileSync(report('stories'), 'utf8'));
  const failed = Math.max(said.numFailedTests, ok ? 0 : 1);
  count(said.numPassedTests, failed, said.numPendingTests + said.numTodoTests);
}

function screens(browser, projects, workers) {
  const which = projects.map((project) => `--project=${project}`);
  const how = ['--config', 'tests/browser/playwright.config.ts', ...which];
  const ok = run('playwright', ['test', ...how, `--workers=${workers}`], {
    TINGTANG_CHROMIUM: browser,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report('screens'),
  });
  const { expected, unexpected, flaky, skipped } = JSON.parse(
    readFileSync(report('screens'), 'utf8'),
  ).stats;
  count(expected, Math.max(unexpected + flaky, ok ? 0 : 1), skipped);
}

async function allScreens() {
  const browser = await prepareBrowser({ bareWillDo: true });
  screens(browser, ['lettered', 'screens'], 3);
  screens(browser, ['timed'], 2);
}

for (const step of [checks, stories, allScreens]) {
  try {
    await step();
  } catch (error) {
    console.error(error);
    count(0, 1);
  }
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
