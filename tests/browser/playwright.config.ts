import { defineConfig } from '@playwright/test';
import { makeStories } from '../plain.mjs';
import { quietly } from './quiet.ts';

// Once, before any worker reads them.
if (!process.env.TEST_WORKER_INDEX) await makeStories();

const executablePath = process.env.TINGTANG_CHROMIUM;
/** Milliseconds before each thing a hand does: `TINGTANG_PACE=2500` shows how long a person takes. */
const slowMo = Number(process.env.TINGTANG_PACE ?? 0);

/** Stories that hold the screens to seconds or to fractions of one, or listen to them. */
const TIMED = /(touch|power|voice)\.story\.js/;

/**
 * As for whoever asked their machine for less motion: drawn by the processor, it takes a tenth of all
 * time. A story that is about it, or about what a customer usually sees, says `MOVING`.
 */
const AT_REST = { contextOptions: { reducedMotion: 'reduce' } } as const;

/** Browser stories: some at a time, but those that measure time one at a time. */
export default defineConfig({
  // Playwright, too, would translate the whole house in each of its processes.
  testDir: '../../dist/stories/tests/browser',
  build: { external: ['**/dist/stories/**'] },
  outputDir: '../../test-results/screens',
  // Also the stories of one file: each has a hub of its own.
  fullyParallel: true,
  projects: [
    { name: 'screens', testMatch: '*.story.js', testIgnore: TIMED, use: AT_REST },
    { name: 'timed', testMatch: TIMED },
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
