import { defineConfig } from '@playwright/test';
import { makeStories } from '../plain.mjs';
import { quietly } from './quiet.ts';

// Once, before any worker reads them.
if (!process.env.TEST_WORKER_INDEX) await makeStories();

const executablePath = process.env.TINGTANG_CHROMIUM;
/** Milliseconds before each thing a hand does: `TINGTANG_PACE=2500` shows how long a person takes. */
const slowMo = Number(process.env.TINGTANG_PACE ?? 0);

const launched = (...more: readonly string[]) => ({
  ...(executablePath && { executablePath }),
  args: [...quietly, ...more],
  slowMo,
});

/** Stories that hold the screens to seconds or to fractions of one, or listen to them. */
const TIMED = /(touch|power|voice)\.story\.js/;

/** Stories that measure what is drawn, in the program's own letters. */
const LETTERED = /(counter|floor|kiosk|lobby|panel|phone|rating)\.story\.js/;

/** All others do with the machine's: of what it takes to open a screen, the letters are a fifth. */
const PLAIN = { launchOptions: launched('--disable-remote-fonts') };

/**
 * As for whoever asked their machine for less motion: drawn by the processor, it takes a tenth of all
 * time. A story that is about it, or about what a customer usually sees, says `MOVING`.
 */
const AT_REST = { contextOptions: { reducedMotion: 'reduce' } } as const;

/** Browser stories: as many at a time as keep two cores busy, but fewer of those that measure time. */
export default defineConfig({
  // Playwright, too, would translate the whole house in each of its processes.
  testDir: '../../dist/stories/tests/browser',
  testMatch: '*.story.js',
  build: { external: ['**/dist/stories/**'] },
  outputDir: '../../test-results/screens',
  // Also the stories of one file: each has a hub of its own.
  fullyParallel: true,
  projects: [
    { name: 'lettered', testMatch: LETTERED, use: AT_REST },
    { name: 'screens', testIgnore: [LETTERED, TIMED], use: { ...AT_REST, ...PLAIN } },
    { name: 'timed', testMatch: TIMED },
  ],
  // A machine that does other things too is slow, not wrong.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json']],
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    launchOptions: launched(),
  },
});
