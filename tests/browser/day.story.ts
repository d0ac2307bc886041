import type { Page } from '@playwright/test';
import { type Branch, expect, haveLost, MOVING, SIZES, test } from './branch.ts';
import { asked, button, presses, shows, takes } from './hands.ts';
import { verified } from './ledger.ts';

interface Screens {
  kiosk: Page;
  counter: Page;
  terminal: Page;
  lobby: Page;
  manager: Page;
}

async function opened(branch: Branch): Promise<Screens> {
  return {
    kiosk: await branch.screen('/kiosk/ticket/', SIZES.kiosk),
    counter: await branch.screen('/kiosk/counter/?counter=2', SIZES.desk),
    terminal: await branch.screen('/kiosk/rating/?counter=2', SIZES.tablet),
    lobby: await branch.screen('/display/lobby/', SIZES.tv),
    manager: await branch.screen('/display/manager/', SIZES.desk),
  };
}

test.use({ contextOptions: MOVING });

test('a visit from ticket to rating, seen on every screen', async ({ branch }) => {
  const { kiosk, counter, terminal, lobby, manager } = await opened(branch);
  await presses(counter, /^开窗/);
  await expect(button(counter, /^呼叫下一位/)).toBeVisible();

  const number = await takes(kiosk, '个人现金');
  expect(number).toBe('A001');
  await shows(manager.getByRole('main'), 'A001');
  await shows(counter.getByRole('main'), 'A001');

  await presses(counter, /^呼叫下一位/);
  await shows(lobby.locator('.newest'), 'A001');
  await shows(lobby.locator('.newest'), '2');
  await presses(counter, /^开始办理/);
  await presses(counter, /^办结/);

  await asked(terminal);
  await button(terminal, '非常满意').click();
  await expect(terminal.getByText('谢谢您的评价')).toBeVisible();

  await expect(manager.getByRole('region', { name: '最新评价' })).toContainText('非常满意');
  await shows(manager.getByRole('region', { name: '最新评价' }), 'A001');
  await expect(counter.getByRole('main')).not.toContainText('满意');
  await verified(branch.folder);
});

test('a power cut in the middle: every screen says so, and is right again by itself', async ({
  branch,
}) => {
  const screens = await opened(branch);
  const { kiosk, counter, lobby, manager } = screens;
  await presses(counter, /^开窗/);
  await takes(kiosk, '个人现金');
  await takes(kiosk, '个人非现金');
  await presses(counter, /^呼叫下一位/);
  await shows(lobby.locator('.newest'), 'A001');

  await branch.powerCut();
  await haveLost(Object.values(screens), true);
  await shows(lobby.locator('.newest'), 'A001');

  await branch.powerBack();
  await haveLost(Object.values(screens), false);
  await shows(counter.getByRole('main'), 'A001');
  await shows(manager.getByRole('main'), 'B001');
  expect(await takes(kiosk, '个人现金')).toBe('A002');
  await presses(counter, /^开始办理/);
  await shows(manager.getByRole('main'), '正在等候2');
  await verified(branch.folder);
});

test('what cannot be done yet cannot be pressed', async ({ branch }) => {
  const counter = await branch.screen('/kiosk/counter/?counter=2', SIZES.desk);
  const kiosk = await branch.screen('/kiosk/ticket/', SIZES.kiosk);
  await presses(counter, /^开窗/);
  await takes(kiosk, '个人现金');
  await presses(counter, /^呼叫下一位/);
  await expect(button(counter, /^开始办理/)).toBeVisible();
  await counter.keyboard.press('m');
  await expect(button(counter, /^过号/)).toBeDisabled();
  await expect(button(counter, /^开始办理/)).toBeVisible();
});

test('one key leads a teller through the usual path', async ({ branch }) => {
  const counter = await branch.screen('/kiosk/counter/?counter=2', SIZES.desk);
  const kiosk = await branch.screen('/kiosk/ticket/', SIZES.kiosk);
  await takes(kiosk, '个人现金');
  for (const step of [/^开窗/, /^呼叫下一位/, /^开始办理/, /^办结/]) {
    await expect(button(counter, step)).toBeEnabled();
    // A press right after the last one was meant for what the button said before.
    await counter.waitForTimeout(700);
    await counter.keyboard.press(' ');
  }
  await expect(button(counter, /^呼叫下一位/)).toBeVisible();
  await verified(branch.folder);
});
