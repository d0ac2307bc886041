import { defineConfig } from '@playwright/test';
import { makeStories } from '../plain.mjs';
import { quietly } from './quiet.ts';

// Once, before any worker reads them.
if (!process.env.TEST_WORKER_INDEX) await makeStories();

const executablePath = process.env.TINGTANG_CHROMIUM;
/** Milliseconds before each thing a hand does: `TINGTANG_PACE=2500` shows how long a person takes. */
const slowMo = Number(process.env.TINGTANG_PACE ?? 0);

/** Stories that hold the screens to seconds, or listen to them: they mostly wait. */
const TIMED = /(power|voice)\.story\.js/;
/** Those that hold them to fractions of one. */
const ALONE = /touch\.story\.js/;

/**
 * As for whoever asked their machine for less motion: drawn by the processor, it takes a tenth of all
 * time. A story that is about it, or about what a customer usually sees, says `MOVING`.
 */
const AT_REST = { contextOptions: { reducedMotion: 'reduce' } } as const;

/** Browser stories: some at a time, then those that measure seconds, then one that has to be alone. */
export default defineConfig({
  // Playwright, too, would translate the whole house in each of its processes.
  testDir: '../../dist/stories/tests/browser',
  build: { external: ['**/dist/stories/**'] },
  outputDir: '../../test-results/screens',
  // Also the stories of one file: each has a hub of its own.
  fullyParallel: true,
  projects: [
    { name: 'screens', testMatch: '*.story.js', testIgnore: [TIMED, ALONE], use: AT_REST },
    { name: 'timed', testMatch: TIMED },
    { name: 'alone', testMatch: ALONE, dependencies: ['timed'] },
  ],
  // A machine that does other things too is slow, not wrong.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json']],
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: [...quietly],
      slowMo,
    },
  },
});
