import { expect, test } from './branch.ts';
import { kioskOf } from './kiosk.ts';
import { lettered } from './letters.ts';

test('a touch shows within a tenth of a second, and acts when it is let go', async ({ branch }) => {
  const kiosk = await kioskOf(branch);
  const card = kiosk.locator('.card').first();
  await expect(card).toBeVisible();
  await lettered(kiosk);
  const shown = kiosk.evaluate(
    () =>
      new Promise<number>((done) => {
        const card = document.querySelector('.card');
        if (!card) throw new Error('no card');
        const before = getComputedStyle(card).backgroundColor;
        card.addEventListener('pointerdown', ({ timeStamp }) => {
          const look = (now: number) =>
            getComputedStyle(card).backgroundColor === before
              ? requestAnimationFrame(look)
              : done(now - timeStamp);
          requestAnimationFrame(look);
        });
      }),
  );
  await card.hover();
  await kiosk.mouse.down();
  expect(await shown).toBeLessThanOrEqual(100);
  await expect(kiosk.locator('.issued')).toBeHidden();
  await kiosk.mouse.up();
  await expect(kiosk.locator('.issued')).toBeVisible();
});
