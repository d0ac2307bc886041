import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { defaultSettings } from '../../shared/defaults.ts';
import type { StaffId } from '../../shared/ids.ts';
import { ask } from '../kit/door.ts';
import { expect, SIZES, test } from './branch.ts';
import { asked, button, presses } from './hands.ts';
import { verified } from './ledger.ts';
import { pairedBranch } from './paired.ts';

/** Twenty-seven characters that would run wherever a text is taken for a page. */
const SCRIPT = '<img src=x onerror=pwned=1>';

/** Every text of a branch's settings, with a script before it. */
function scripted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(scripted);
  if (typeof value !== 'object' || value === null) return value;
  const isText = 'zh' in value && 'en' in value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      isText ? SCRIPT + inner : key === 'recipients' ? recipients(inner) : scripted(inner),
    ]),
  );
}
const recipients = (lists: object) =>
  Object.fromEntries(Object.keys(lists).map((level) => [level, [SCRIPT]]));

const file = join(mkdtempSync(join(tmpdir(), 'tingtang-')), 'settings.json');
writeFileSync(file, JSON.stringify(scripted(defaultSettings)));

test.describe('a branch of whose every name is a script', () => {
  test.use({ hubArgs: ['--pair', '--settings', file] });

  test('A15: a script in every stored name and text runs on no screen', async ({ branch }) => {
    const { screens } = await pairedBranch(branch, async ({ device, boss }) => {
      for (const { id } of Object.values(device))
        await ask(branch, boss, { type: 'device.name', device: id, name: SCRIPT });
      for (const person of ['t1', 'l1', 'b1'])
        await ask(branch, boss, { type: 'staff.name', person: person as StaffId, name: SCRIPT });
    });
    const { kiosk, counter, terminal, manager, floor } = screens;
    await button(kiosk, /个人现金/).click();
    await presses(counter, /^开窗/, /^呼叫下一位/, /^开始办理/, /^办结/);
    await asked(terminal);
    await button(terminal, '不满意').click();
    await button(terminal, '服务态度').click();
    await button(terminal, '提交').click();
    await button(manager, '确认').click();
    await button(manager, '处理').click();
    await button(manager, '其他').first().click();
    await button(manager, '其他').last().click();
    await manager.getByLabel('备注').fill(SCRIPT);
    await button(manager, '完成处理').click();
    await button(floor, 'English').click();

    const all: [string, Page][] = Object.entries(screens);
    for (const [name, page] of all) {
      await expect(page.locator('body'), name).toContainText(SCRIPT);
      await untouched(page, name);
    }
    await verified(branch.folder);
  });
});

/** Nothing ran, and nothing of what was stored became a part of the page. */
async function untouched(page: Page, name: string): Promise<void> {
  const found = await page.evaluate(() => ({
    ran: 'pwned' in globalThis,
    images: document.querySelectorAll('img, iframe, object, embed').length,
    handlers: document.querySelectorAll('[onerror], [onload], [onclick]').length,
    scripts: [...document.scripts].filter((s) => !s.src.startsWith(location.origin)).length,
  }));
  expect(found, name).toEqual({ ran: false, images: 0, handlers: 0, scripts: 0 });
}

/** What Chromium shows in a frame that may not show its page. */
const REFUSED = 'chrome-error://chromewebdata/';

test('A15: the wall shows the hub’s own pages, and no other page shows any of them', async ({
  branch,
  browser,
}) => {
  const wall = await branch.screen('/display/wall/', SIZES.desk);
  await expect(wall.frameLocator('iframe').first().getByRole('main')).not.toBeEmpty();

  const pages = ['/kiosk/ticket/', '/display/manager/', '/display/devices/', '/livez'];
  const frames = pages.map((path) => `<iframe src="${branch.url}${path}"></iframe>`);
  const thief = createServer((_, res) => {
    res.setHeader('content-type', 'text/html');
    res.end(`<!doctype html><title>elsewhere</title>${frames}`);
  }).listen(0, '127.0.0.1');
  thief.unref();
  await new Promise((done) => thief.once('listening', done));
  const page = await browser.newPage();
  const refused: string[] = [];
  page.on('console', (m) => /frame-ancestors/.test(m.text()) && refused.push(m.text()));
  await page.goto(`http://127.0.0.1:${(thief.address() as AddressInfo).port}/`);
  await expect.poll(() => refused.length).toBe(pages.length);
  // The console says it a moment before the frame shows it.
  const shown = () => page.frames().map((frame) => frame.url());
  await expect.poll(() => shown().slice(1)).toEqual(pages.map(() => REFUSED));
  await page.close();
  thief.close();
});
