import type { Page } from '@playwright/test';

/** Waits until a page is set in the program's own letters, which come behind its first view. */
export async function lettered(page: Page): Promise<void> {
  await page.waitForFunction(() => [...document.fonts].some(({ family }) => /Noto/.test(family)));
  await page.evaluate(() => document.fonts.ready);
}
