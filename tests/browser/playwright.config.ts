import { defineConfig } from '@playwright/test';

const QUIET = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
];
const executablePath = process.env.TINGTANG_CHROMIUM;

/** Browser stories: one at a time, for they share the machine with the hub under test. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.story.ts',
  outputDir: '../../test-results/screens',
  workers: 1,
  // A machine that does other things too is slow, not wrong.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json']],
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    launchOptions: {
      ...(executablePath && { executablePath }),
      // Chromium's sandbox needs a user of its own; in a container there is only root.
      args: process.getuid?.() === 0 ? ['--no-sandbox', ...QUIET] : QUIET,
    },
  },
});
