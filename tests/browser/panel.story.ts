import { readFile } from 'node:fs/promises';
import { playDay } from '../kit/weeks.ts';
import { cut, violations } from './audit.ts';
import { expect, SIZES } from './branch.ts';
import { button, shows } from './hands.ts';
import { test } from './rig.ts';

test('the manager looks one touch deeper: counter, ticket, day, weeks, machines', async ({
  rig,
}) => {
  await playDay(rig, 45);
  const panel = await rig.screens.open('/display/manager/', SIZES.desk);
  const pages = panel.getByRole('navigation', { name: '页面' });
  await expect(pages.getByRole('link', { name: '今日' })).toHaveAttribute('aria-current', 'page');
  const looked = await panel.locator('.floor').boundingBox();
  expect((looked?.y ?? 0) + (looked?.height ?? 0)).toBeLessThanOrEqual(SIZES.desk.height);

  await panel.getByRole('link', { name: '2号窗口' }).click();
  await expect(panel.getByRole('heading', { name: '2号窗口的一天' })).toBeVisible();
  const first = panel.getByRole('row').nth(1);
  await expect(first).toContainText('t2');
  const number = (await first.getByRole('link').innerText()).replace(/\s/g, '');
  expect(await violations(panel, 'staff')).toEqual([]);

  // A counter's customer leads to the ticket, with every step of it.
  await first.getByRole('link').click();
  await shows(panel.locator('.story header'), number);
  await expect(panel.locator('.story li').first()).toContainText('取号');
  await panel.getByRole('textbox', { name: '查号票' }).fill('z999');
  await panel.getByRole('textbox', { name: '查号票' }).press('Enter');
  await expect(panel.getByRole('alert').filter({ hasText: '没有 Z999 这个号' })).toBeVisible();

  await panel.goto(`${rig.url}/display/manager/#today/day`);
  await expect(panel.locator('.plot canvas').first()).toBeVisible();
  await panel.getByText('用文字看').click();
  await expect(panel.getByRole('row', { name: /^09:30/ })).toBeVisible();
  expect(await violations(panel, 'staff')).toEqual([]);
  const saved = panel.waitForEvent('download');
  await button(panel, '下载号票表').click();
  const file = await saved;
  expect(file.suggestedFilename()).toBe('tickets-2026-11-24.csv');
  expect(await readFile(await file.path(), 'utf8')).toMatch(
    /^id,number,branch.*\r\n2026-11-24\.1,/,
  );

  await panel.getByRole('link', { name: '返回今日' }).click();
  await panel.getByRole('link', { name: '八周热图' }).click();
  await expect(panel.getByText('还没有过去的营业日')).toBeVisible();
  await panel.goBack();
  await panel.getByRole('link', { name: '设备状况' }).click();
  await expect(panel.getByText('账本', { exact: true })).toBeVisible();
  expect(await violations(panel, 'staff')).toEqual([]);
});

test('on a phone the pages stand under the thumb, and the keyboard reaches them', async ({
  rig,
}) => {
  await playDay(rig, 10);
  const phone = await rig.screens.open('/display/manager/?lang=en', SIZES.phone);
  const settings = phone.getByRole('link', { name: 'Settings' });
  const box = await settings.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeGreaterThan(SIZES.phone.height - 4);
  expect(await cut(phone)).toEqual([]);
  await settings.focus();
  await phone.keyboard.press('Enter');
  await expect(phone.getByRole('heading', { name: /^Alert lines/ })).toBeVisible();
  expect(await violations(phone, 'staff')).toEqual([]);
  expect(await cut(phone)).toEqual([]);
  await expect(phone).toHaveURL(/#settings$/);
});
