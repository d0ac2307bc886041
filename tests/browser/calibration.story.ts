import { expect, SIZES, test } from './branch.ts';

test('a screen is measured once: by its diagonal, by a bank card, and not by chance', async ({
  branch,
}) => {
  const kiosk = await branch.screen('/kiosk/ticket/?calibrate', SIZES.kiosk);
  const mm = () => kiosk.evaluate(() => document.documentElement.style.getPropertyValue('--mm'));
  const guessed = await mm();
  await kiosk.getByRole('button', { name: '21.5 英寸' }).click();
  await kiosk.getByRole('button', { name: '不改' }).click();
  await expect(kiosk.getByRole('dialog')).toBeHidden();
  expect(await mm()).toBe(guessed);
  expect(kiosk.url()).not.toContain('calibrate');

  await kiosk.keyboard.press('Control+Alt+m');
  await kiosk.getByRole('button', { name: '21.5 英寸' }).click();
  await kiosk.getByRole('button', { name: '放大一点' }).click();
  await kiosk.getByRole('button', { name: '保存' }).click();
  await expect(kiosk.getByRole('dialog')).toBeHidden();
  await kiosk.reload();
  // 345 pixels across a card at 21.5 inches, and one more.
  expect(Number.parseFloat(await mm())).toBeCloseTo(346 / 85.6, 2);
});
