import type { Page } from '@playwright/test';
import { arrive, cut, enlarge, press, violations } from './audit.ts';
import { expect, SIZES, test } from './branch.ts';
import { verified } from './ledger.ts';
import { isLookedAt } from './matrix.ts';

const PLACES = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
  { width: 390, height: 844 },
];

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Whatever the buttons are for, a thumb finds them: 44 px is 7.5 mm on the smallest tablet. */
const small = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button')]
      .filter((b) => b.checkVisibility())
      .filter((b) => Math.min(b.offsetWidth, b.offsetHeight) < 44)
      .map((b) => b.innerText),
  );

test('calls for help, going first and the hourly count, each with one touch', async ({
  branch,
}) => {
  const floor = await branch.screen('/kiosk/floor/', SIZES.tablet);
  const counter = await branch.screen('/kiosk/counter/?counter=2', SIZES.desk);
  await press(floor, { type: 'counter.open', counter: '2' });
  const ticket = await arrive(floor, 2);
  await press(floor, { type: 'help.call' });
  const calls = floor.getByRole('region', { name: '求助' });
  await expect(calls).toContainText('取号机');
  await button(floor, '我来了').click();
  await expect(calls).not.toContainText('取号机');

  await press(floor, { type: 'help.call', counter: '2', ticket });
  await expect(counter.getByText('已通知大堂经理')).toBeVisible();
  await expect(calls).toContainText('2号窗口');
  await calls.getByRole('button', { name: '孕妇' }).click();
  await expect(calls).not.toContainText('2号窗口');
  await expect(counter.getByText('已通知大堂经理')).toBeHidden();
  await expect(counter.locator('.queue-lists .number').first()).toHaveText('B001');

  await button(floor, /^等候/).click();
  await button(floor, '优先').click();
  await floor.getByRole('button', { name: '老年人' }).click();
  await expect(button(floor, '优先')).toHaveCount(0);

  await button(floor, '多一人').click({ clickCount: 3 });
  await button(floor, '记下').click();
  await expect(floor.getByRole('region', { name: '无号等候人数' })).toContainText('3 人');
  await verified(branch.folder);
});

test('on tablet and phone, empty and full, in both languages nothing is cut, small or unnamed', async ({
  branch,
}) => {
  test.slow();
  const floor = await branch.screen('/kiosk/floor/', SIZES.tablet);
  await floor.emulateMedia({ reducedMotion: 'reduce' });
  const wrong: string[] = [];
  const states = ['empty', 'full'] as const;
  const look = async (state: (typeof states)[number]) => {
    for (const [l, lang] of ['zh', 'en'].entries()) {
      await floor.goto(new URL(`/kiosk/floor/?lang=${lang}`, floor.url()).href);
      await expect(floor.locator('.issue')).toBeVisible();
      await button(floor, /^(等候|Waiting)/)
        .first()
        .click();
      for (const [p, place] of PLACES.entries()) {
        if (!isLookedAt(states.indexOf(state), l, p)) continue;
        await floor.setViewportSize(place);
        const found = [...(await cut(floor)), ...(await small(floor))];
        wrong.push(...found.map((what) => `${state} ${lang} ${place.width}: ${what}`));
      }
      await floor.setViewportSize(SIZES.phone);
      if (isLookedAt(states.indexOf(state), l))
        wrong.push(...(await violations(floor, 'staff')).map((v) => `${state} ${lang}: ${v}`));
      await enlarge(floor);
      wrong.push(...(await cut(floor)).map((what) => `${state} ${lang} 1.5×: ${what}`));
    }
  };
  await look('empty');
  for (const counter of ['2', '3']) await press(floor, { type: 'counter.open', counter });
  const ticket = await arrive(floor, 40);
  await press(floor, { type: 'help.call' });
  await press(floor, { type: 'help.call', counter: '2', ticket });
  await press(floor, { type: 'call.next', counter: '3' });
  await look('full');
  expect(wrong).toEqual([]);
});
