// usage: node shot-panel.mjs URL OUT W H lang [hash]
import { chromium } from '@playwright/test';

const [url, out, w, h, lang, hash = '', tone = 'light'] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const page = await browser.newPage({ viewport: { width: +w, height: +h }, colorScheme: tone });
page.on('console', (m) => m.type() === 'error' && console.log('console', m.text()));
page.on('pageerror', (e) => console.log('error', e.message));
await page.goto(`${url}/display/manager/?lang=${lang}${hash}`);
await page.waitForTimeout(2500);
await page.screenshot({ path: out });
console.log(
  await page.evaluate(() =>
    [
      document.documentElement.scrollHeight,
      document.documentElement.scrollWidth,
      innerHeight,
      innerWidth,
    ].join(' '),
  ),
);
await browser.close();
