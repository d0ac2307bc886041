import { type Browser, chromium, type Page } from '@playwright/test';
import { prepareBrowser } from '../browser/prepare.mjs';
import { quietly } from '../browser/quiet.ts';

/** A browser for as long as it is used: the one of the stories. */
export async function inBrowser<T>(use: (browser: Browser) => Promise<T>): Promise<T> {
  const how = { executablePath: await prepareBrowser(), args: [...quietly] };
  const browser = await chromium.launch(how);
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/** What a page's clock says at the same moment ÷ ours: both are monotonic and keep their distance. */
export async function distanceTo(page: Page): Promise<number> {
  let best = { round: Number.POSITIVE_INFINITY, distance: 0 };
  for (let n = 0; n < 60; n++) {
    const sent = performance.now();
    const there = await page.evaluate(() => performance.now());
    const back = performance.now();
    const round = back - sent;
    if (round < best.round) best = { round, distance: there - (sent + back) / 2 };
  }
  return best.distance;
}
