import type { Page } from '@playwright/test';
import { expect, haveLost, test } from './branch.ts';
import { presses, shows, takes } from './hands.ts';
import { verified } from './ledger.ts';
import { pairedBranch, type Screens } from './paired.ts';

/** Milliseconds until the last of them shows, or no longer shows, that the hub is lost. */
async function until(screens: Screens, lost: boolean, from: number): Promise<number> {
  const all = Object.values(screens) as Page[];
  const times = all.map(async (page) => {
    await haveLost([page], lost, 5000);
    return performance.now() - from;
  });
  return Math.max(...(await Promise.all(times)));
}

const measured = (what: string, ms: number) =>
  test.info().annotations.push({ type: 'measured', description: `${what}: ${Math.round(ms)} ms` });

test.describe('with every screen paired', () => {
  test.use({ hubArgs: ['--pair'] });

  test('P10 P11: old within 5 s of a cut, right within 10 s of the power, and no hand was needed', async ({
    branch,
  }) => {
    const { screens } = await pairedBranch(branch);
    const { kiosk, counter, lobby, manager, floor, devices, terminal, home } = screens;
    await takes(kiosk, '个人现金');
    await presses(counter, /^开窗/, /^呼叫下一位/);
    await shows(lobby.locator('.newest'), 'A001');

    const cut = performance.now();
    await branch.powerCut();
    measured('marked old after a kill', await until(screens, true, cut));
    await shows(lobby.locator('.newest'), 'A001');

    const power = performance.now();
    await branch.powerBack();
    const back = await until(screens, false, power);
    measured('right again after the process started', back);
    expect(back).toBeLessThan(10_000);
    await shows(lobby.locator('.newest'), 'A001');
    await shows(counter.getByRole('main'), 'A001');
    await expect(counter.locator('.sign-in')).toContainText('姓名t1');
    await expect(floor.locator('.sign-in')).toContainText('姓名l1');
    await expect(devices.locator('.house-item', { hasText: '取号机' })).toContainText('在线');
    await expect(terminal.getByRole('heading', { name: /以心相待/ })).toBeVisible();
    await expect(home.getByRole('link', { name: /取号机/ })).toContainText('取号中');
    expect(await takes(kiosk, '个人现金')).toBe('A002');
    await presses(counter, /^开始办理/);
    await shows(manager.getByRole('main'), '正在等候1');

    const cable = performance.now();
    branch.freeze(true);
    measured('marked old after silence', await until(screens, true, cable));
    branch.freeze(false);
    await until(screens, false, performance.now());
    await verified(branch.folder);
  });
});
