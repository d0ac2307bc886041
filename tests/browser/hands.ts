import { expect, type Locator, type Page } from '@playwright/test';

/** What people's hands do on screens, found by role and name. */

export const button = (place: Page | Locator, name: string | RegExp) =>
  place.getByRole('button', { name });

/** A teller's press: like a person's, not within the moment in which the button still settles. */
export async function presses(counter: Page, ...names: RegExp[]): Promise<void> {
  for (const name of names) {
    await expect(button(counter, name)).toBeEnabled();
    await counter.waitForTimeout(700);
    await button(counter, name).click();
  }
}

/** Once a terminal asks; the first touches after it does are ignored. */
export async function asked(terminal: Page): Promise<void> {
  await expect(terminal.getByRole('heading', { name: /请您对本次服务作出评价/ })).toBeVisible();
  await terminal.waitForTimeout(900);
}

/** Presses a service's card and brings the number that then fills the screen. */
export async function takes(kiosk: Page, name: string): Promise<string> {
  await button(kiosk, name).click();
  await expect(kiosk.getByRole('heading', { name: '您的号码' })).toBeVisible();
  const number = await kiosk.locator('.issued .number').innerText();
  await button(kiosk, '完成').click();
  return number.replace(/\s/g, '');
}

/** Waits until a place shows a number, however its letter and digits are set. */
export const shows = (place: Locator, number: string) =>
  expect
    .poll(async () => (await place.allInnerTexts()).join('\n').replaceAll(/\s/g, ''))
    .toContain(number);
