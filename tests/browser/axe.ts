import type { Page } from '@playwright/test';
import axe, { type Result, type RunOptions } from 'axe-core';

/**
 * What axe finds wrong. Each document gets it once: it is half a megabyte of script, and what wraps it
 * for Playwright loads it twice for each look, one of them into a page opened for that.
 */
export async function faults(page: Page, options: RunOptions = {}): Promise<Result[]> {
  for (const frame of page.frames())
    if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(axe.source);
  return page.evaluate(
    async (how) => (await Object(globalThis).axe.run(document, how)).violations,
    { resultTypes: ['violations' as const], ...options },
  );
}
