import type { Locator, Page } from '@playwright/test';
import { setUpCodeIn } from '../kit/door.ts';
import { type Branch, expect, SIZES } from './branch.ts';
import { button } from './hands.ts';

/** What a branch manager does with hands on the panel's page of devices and staff. */

/** Types the code that the hub printed, and goes to where devices and staff are added. */
export async function openFirstPanel(branch: Branch): Promise<Page> {
  const panel = await branch.screen('/display/manager/', SIZES.desk);
  await panel.getByRole('textbox').fill(setUpCodeIn(branch.said()));
  await button(panel, '打开负责人屏').click();
  await panel.getByRole('link', { name: '登记设备与人员' }).click();
  await expect(panel.getByRole('heading', { name: '人员', exact: true })).toBeVisible();
  return panel;
}

export interface Newcomer {
  readonly id: string;
  readonly post: string;
  readonly name?: string;
  readonly pin: string;
}

export async function addPerson(panel: Page, { id, post, name = '', pin }: Newcomer) {
  const form = panel.locator('form', { has: panel.getByRole('heading', { name: '登记人员' }) });
  await form.getByLabel('工号').fill(id);
  await form.getByLabel('岗位').selectOption(post);
  await form.getByLabel('姓名').fill(name);
  await form.getByLabel('密码').fill(pin);
  await button(form, '登记').click();
}

export async function signIn(page: Page, person: string, pin: string): Promise<void> {
  await page.locator('.sign-in').getByLabel('工号').fill(person);
  await page.locator('.sign-in').getByLabel('密码').fill(pin);
  await button(page, '登录').click();
}

/** The code a screen shows that nobody let in yet. */
export async function codeOn(screen: Page): Promise<string> {
  const code = screen.locator('.pairing-code');
  await expect(code).toHaveText(/^[2-9A-HJKMNP-TW-Z]{4} [2-9A-HJKMNP-TW-Z]{4}$/);
  return code.innerText();
}

export interface Place {
  readonly role: string;
  readonly name?: string;
  readonly counter?: string;
}

export async function letIn(panel: Page, screen: Page, { role, name = '', counter }: Place) {
  const form = panel.locator('form', { has: panel.getByRole('heading', { name: '登记新设备' }) });
  await form.getByLabel('登记码').fill(await codeOn(screen));
  await form.getByLabel('用途').selectOption(role);
  if (counter) await form.getByLabel('窗口').selectOption(counter);
  await form.getByLabel('名称').fill(name);
  await button(form, '登记').click();
  await expect(panel.getByText('已登记，新屏幕会自动打开。')).toBeVisible();
  await expect(screen.locator('.pairing-code')).toBeHidden();
  if (role === '柜面') return;
  // A screen for customers asks for its size first.
  await button(screen, '不改').click();
  await expect(screen.getByRole('dialog')).toBeHidden();
}

/** A device's or a person's row in the list, by what stands in it. */
export const row = (panel: Page, says: string) => panel.locator('.house-item', { hasText: says });

/** Opens a row, lets something be changed in it, and saves. */
export async function change(panel: Page, says: string, how: (row: Locator) => Promise<unknown>) {
  const item = row(panel, says);
  await button(item, '修改').click();
  await how(item);
  await button(item, '保存').click();
  await expect(button(item, '修改')).toBeVisible();
}
