import type { Page } from '@playwright/test';
import { defaultSettings } from '../../shared/defaults.ts';
import { arrive, press } from '../browser/audit.ts';
import { type Branch, expect, SIZES, test } from '../browser/branch.ts';
import { button, presses } from '../browser/hands.ts';
import { shot } from './album.ts';

test.setTimeout(180_000);

const PORTRAIT = SIZES.kiosk;
const rules = { ...defaultSettings.rules, callGap: 0, recallGap: 0 };
const cards = { prefixes: [{ prefix: '622848', class: 'premium' }] };

/** A busy morning: counters open, some called, some served, many waiting. */
async function busy(page: Page, people: number): Promise<void> {
  await press(page, { type: 'settings.change', settings: { ...defaultSettings, rules, cards } });
  for (const counter of ['1', '2', '3', '4', '5'])
    await press(page, { type: 'counter.open', counter });
  await arrive(page, people);
  for (const counter of ['1', '2', '3']) {
    await press(page, { type: 'call.next', counter });
    await press(page, { type: 'service.start', counter });
  }
  await press(page, { type: 'call.next', counter: '4' });
  await press(page, { type: 'counter.pause', counter: '5', reason: 'lunch' });
}

test('the ticket kiosk', async ({ branch }) => {
  const kiosk = await branch.screen('/kiosk/ticket/', PORTRAIT);
  await busy(kiosk, 18);
  await shot(kiosk, 'kiosk-home');
  await button(kiosk, 'English').click();
  await shot(kiosk, 'kiosk-home-en');
  await button(kiosk, '中文').click();
  await button(kiosk, '大字版').click();
  await shot(kiosk, 'kiosk-large');
  await kiosk.locator('.card').first().click();
  await shot(kiosk, 'kiosk-issued');
  await button(kiosk, '完成').click();
  await button(kiosk, '低位操作').click();
  await shot(kiosk, 'kiosk-low');
  await button(kiosk, '恢复高位').click();
  await button(kiosk, '需要帮助').click();
  await shot(kiosk, 'kiosk-help');
  const small = await branch.screen('/kiosk/ticket/', SIZES.tablet);
  await shot(small, 'kiosk-landscape');
  await branch.powerCut();
  await small.getByText('网络断了').waitFor();
  await shot(small, 'kiosk-alone');
});

test('the counter', async ({ branch }) => {
  const counter = await branch.screen('/kiosk/counter/?counter=4', SIZES.desk);
  await busy(counter, 18);
  await shot(counter, 'counter-called');
  await presses(counter, /^开始办理/);
  const docked = await branch.screen('/kiosk/counter/?counter=4', { width: 360, height: 900 });
  await shot(docked, 'counter-docked');
  await counter.keyboard.press('p');
  await shot(counter, 'counter-pause');
});

test('the rating terminal', async ({ branch }) => {
  const terminal = await branch.screen('/kiosk/rating/?counter=2', SIZES.tablet);
  await shot(terminal, 'rating-asleep');
  await press(terminal, { type: 'counter.open', counter: '2', teller: 't07' });
  await shot(terminal, 'rating-idle');
  await arrive(terminal, 1);
  for (const type of ['call.next', 'service.start', 'service.end'])
    await press(terminal, { type, counter: '2' });
  await shot(terminal, 'rating-asking');
  await terminal.waitForTimeout(900);
  await button(terminal, '不满意').click();
  await shot(terminal, 'rating-reasons');
  await terminal.getByRole('button').last().click();
  await shot(terminal, 'rating-thanks');
});

test('the lobby display', async ({ branch }) => {
  const lobby = await branch.screen('/display/lobby/', SIZES.tv);
  await shot(lobby, 'lobby-empty');
  await busy(lobby, 22);
  await shot(lobby, 'lobby');
  await shot(await branch.screen('/display/lobby/', PORTRAIT), 'lobby-portrait');
  await branch.powerCut();
  await lobby.getByText(/失去联系/).waitFor();
  await shot(lobby, 'lobby-lost');
});

test('the tablet of the lobby manager', async ({ branch }) => {
  const floor = await branch.screen('/kiosk/floor/', SIZES.tablet);
  await busy(floor, 18);
  await press(floor, { type: 'help.call' });
  await shot(floor, 'floor');
  await shot(await branch.screen('/kiosk/floor/', SIZES.phone), 'floor-phone');
});

test('the manager’s panel', async ({ branch }) => {
  const panel = await branch.screen('/display/manager/', SIZES.desk);
  await expect(panel.locator('.figure').first()).toBeVisible();
  await shot(panel, 'manager-empty');
  await busy(panel, 30);
  await shot(panel, 'manager');
  const phone = await branch.screen('/display/manager/', SIZES.phone);
  await expect(phone.locator('.figure').first()).toBeVisible();
  await shot(phone, 'manager-phone');
  await shot(await branch.screen('/display/home/', SIZES.desk), 'home');
});

/** A new screen, and the panel that lets it in. */
async function paired(branch: Branch): Promise<void> {
  const kiosk = await branch.screen('/kiosk/ticket/', PORTRAIT);
  await shot(kiosk, 'pairing');
  const panel = await branch.screen('/display/manager/', SIZES.desk);
  await shot(panel, 'set-up');
}

test.describe('a branch that pairs', () => {
  test.use({ hubArgs: ['--pair'] });
  test('a new screen shows its code', async ({ branch }) => paired(branch));
});

test.describe('a branch with pages on the phone', () => {
  test.use({ hubArgs: ['--phone-host', '127.0.0.1', '--phone-port', '0'] });
  test('the ticket’s own page', async ({ branch }) => {
    const kiosk = await branch.screen('/kiosk/ticket/', PORTRAIT);
    await press(kiosk, { type: 'settings.change', settings: { ...defaultSettings, rules } });
    await press(kiosk, { type: 'counter.open', counter: '3' });
    await arrive(kiosk, 5);
    const take = { service: 'business', class: 'ordinary', by: 'kiosk' };
    const { page } = (await press(kiosk, { type: 'ticket.issue', ...take })) as { page?: string };
    const phone = await branch.screen(String(page), SIZES.phone);
    await shot(phone, 'phone-waiting');
    await button(kiosk, '个人现金').click();
    await shot(kiosk, 'kiosk-issued-code');
    // Those before are served, until it is this one's turn.
    for (let n = 0; n < 8 && !(await phone.getByText('3号窗口').isVisible()); n++) {
      if (n > 0) await press(kiosk, { type: 'service.start', counter: '3' });
      if (n > 0) await press(kiosk, { type: 'service.end', counter: '3' });
      await press(kiosk, { type: 'call.next', counter: '3' });
      await phone.waitForTimeout(400);
    }
    await shot(phone, 'phone-called');
  });
});
