import { defineConfig } from '@playwright/test';
import stories from '../browser/playwright.config.ts';

/** The browser of the stories; what it takes are pictures. */
export default defineConfig({
  ...stories,
  projects: [{ name: 'pictures', testMatch: '*.shots.ts' }],
  testDir: '.',
  outputDir: '../../test-results/pictures',
  workers: 1,
  reporter: 'list',
});
