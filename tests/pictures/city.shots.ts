import { once } from 'node:events';
import { expect, type Page, test } from '@playwright/test';
import { city } from '../../shared/words/city.ts';
import { Screens, SIZES } from '../browser/branch.ts';
import { program } from '../kit/process.ts';
import { shot } from './album.ts';

/** Pages of the center, by what stands behind `#` in the address. */
const PAGES = {
  'city-live': 'live',
  'city-ranks': 'ranks',
  'city-month': 'month',
  'city-circulars': 'circulars',
  'city-board': 'board',
  'city-rules': 'settings/rules',
  'city-branch': 'branch/branch-01',
};

test.setTimeout(600_000);

test('a city of twelve branches, three months on', async ({ browser }) => {
  const { child, output } = await program('demo', ['--city', '12', '--port', '0']);
  const screens = new Screens(browser, 'http://127.0.0.1');
  try {
    while (!/^ready$/m.test(output())) {
      if (child.exitCode !== null) throw new Error(`no city: ${output()}`);
      await new Promise((done) => setTimeout(done, 250));
    }
    const [, address = '', account = '', password = ''] =
      /(http\S+) +account (\S+), password (\S+)/.exec(output()) ?? [];
    for (const [size, at] of Object.entries({ '': SIZES.desk, '-phone': SIZES.phone })) {
      const page = await screens.open(address, at);
      await page.getByLabel('工号').fill(account);
      await page.getByLabel('密码').fill(password);
      await page.keyboard.press('Enter');
      await page.locator('.live-row').first().waitFor();
      for (const [name, hash] of Object.entries(PAGES))
        await pictured(page, `${name}${size}`, hash);
    }
  } finally {
    await screens.close();
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
});

async function pictured(page: Page, name: string, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = `#${to}`;
  }, hash);
  await page.waitForTimeout(1500);
  await page.getByText(city.zh.asking).waitFor({ state: 'detached' });
  await expect(page.getByRole('alert')).toHaveCount(0);
  await shot(page, name);
}
