import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, haveLost, SIZES, test } from './branch.ts';
import { presses, shows, takes } from './hands.ts';
import { datesIn, verified } from './ledger.ts';
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

test('A9: on a ledger that somebody edited every screen says the first bad entry', async ({
  branch,
}) => {
  const paths = ['/kiosk/ticket/', '/kiosk/counter/?counter=2', '/kiosk/rating/?counter=2'];
  const more = ['lobby', 'manager', 'devices', 'home'].map((name) => `/display/${name}/`);
  const all: Page[] = [];
  for (const path of [...paths, '/kiosk/floor/', ...more])
    all.push(await branch.screen(path, SIZES.tablet));
  const [kiosk] = all;
  if (!kiosk) throw new Error('no kiosk');
  await takes(kiosk, '个人现金');
  await branch.powerCut();
  const [date = ''] = await datesIn(branch.folder);
  const file = join(branch.folder, 'ledger', `${date}.jsonl`);
  const lines = (await readFile(file, 'utf8')).split('\n');
  const bad = lines.findIndex((line) => line.includes('"number":"A001"'));
  const edited = lines.with(bad, (lines[bad] ?? '').replace('"A001"', '"A007"'));
  await writeFile(file, edited.join('\n'));
  await branch.powerBack();
  const where = `（ledger/${date}.jsonl:${bad + 1}）`;
  for (const page of all)
    await expect(page.getByText(`账本从第 ${bad + 1} 条起有损坏${where}`)).toBeVisible();
  // Shown as far as it is sound, and nothing is taken.
  await kiosk.getByRole('button', { name: '个人现金' }).click();
  await expect(kiosk.getByRole('alert').filter({ hasText: '主机只供查看' })).toBeVisible();
});
