import type { Page } from '@playwright/test';
import { violations } from './audit.ts';
import { type Branch, expect, SIZES, test } from './branch.ts';
import { button } from './hands.ts';

/** The wall of a demo, its screens left blank: what is told of them is what counts here. */
async function wall(branch: Branch, size: keyof typeof SIZES): Promise<Page> {
  const page = await branch.screen('/display/home/', SIZES[size]);
  const blank = '<!doctype html><html lang="zh"><title>-</title></html>';
  await page.route('**/{kiosk,display}/{ticket,counter,rating,floor,lobby,manager}/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: blank }),
  );
  await page.route('**/demo', (route) => route.fulfill({ json: { pace: 1, seed: 1, at: 0 } }));
  await page.goto(new URL('/display/wall/', branch.url).href);
  return page;
}

const note = (page: Page) => page.getByRole('region', { name: '导览' });

test('the tour begins once by itself, is taken by keys alone, and never comes again unasked', async ({
  branch,
}) => {
  const page = await wall(branch, 'desk');
  await expect(note(page)).toContainText('一面墙，一个网点');
  expect(await violations(page, 'staff'), 'the first note').toEqual([]);
  await button(note(page), '下一处').focus();
  await page.keyboard.press('Enter');
  await expect(note(page).getByRole('heading', { name: '客户在这里取号' })).toBeFocused();
  await expect(page.locator('.tile[data-shown]')).toContainText('取号机');
  for (const heading of ['叫到谁', '柜员只按', '请客户评价', '大堂经理', '负责人看', '都查得到']) {
    await page.keyboard.press('ArrowRight');
    await expect(note(page).getByRole('heading')).toContainText(heading);
  }
  await page.keyboard.press('ArrowLeft');
  await expect(note(page).getByRole('heading')).toContainText('负责人看');
  await page.keyboard.press('Escape');
  await expect(note(page)).toHaveCount(0);
  await page.reload();
  await expect(button(page, '一分钟导览')).toBeVisible();
  await expect(note(page)).toHaveCount(0);
  await button(page, '一分钟导览').click();
  await expect(note(page)).toContainText('1 / 8');
  await button(page, 'English').click();
  await expect(page.getByRole('region', { name: 'Tour' })).toContainText('One wall, one branch');
});

test('on a phone the note lies at the foot, and what it speaks of comes up', async ({ branch }) => {
  const page = await wall(branch, 'phone');
  await button(note(page), '下一处').click();
  await expect(page.locator('.tile[data-shown]')).toBeInViewport();
  await expect(note(page)).toBeInViewport({ ratio: 1 });
  expect(await violations(page, 'staff'), 'on a phone').toEqual([]);
});
