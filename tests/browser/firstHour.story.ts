import { violations } from './audit.ts';
import { type Branch, expect, SIZES, test } from './branch.ts';
import { button, presses, takes } from './hands.ts';
import { verified } from './ledger.ts';
import { codeOn, signIn } from './setUp.ts';

test.use({ hubArgs: ['--pair'] });

/** The address that a first start prints, with the set-up code in it. */
const printed = ({ said }: Branch) =>
  /https?:\S+\/display\/setup\/#\S+/.exec(said())?.[0] ?? 'no address was printed';

test('from the printed address to the first served ticket, with the defaults, in five minutes', async ({
  branch,
}, info) => {
  const begun = performance.now();
  const written: string[] = [];
  const step = (what: string) =>
    void written.push(`${Math.round((performance.now() - begun) / 100) / 10} s  ${what}`);

  const panel = await branch.screen(printed(branch), SIZES.desk);
  await button(panel, /银行网点/).click();
  step('opened the printed address and chose the kind of place');
  await button(panel, '其余照默认，直接核对').click();
  // At night, or on a Sunday, the sample's hours would give no ticket.
  await expect(button(panel, '启用')).toBeEnabled();
  step('went straight to the check');
  const isShut = await button(panel, /先不设营业时间/).isVisible();
  if (isShut) await button(panel, /先不设营业时间/).click();
  expect(await violations(panel, 'staff'), 'the check').toEqual([]);
  await button(panel, '启用').click();
  await expect(panel.getByRole('heading', { name: '已启用' })).toBeVisible();
  step('looked it over and started it');

  // The manager is signed in already: nobody types at once what was just shown.
  await expect(panel.locator('.sign-in')).toContainText('网点负责人');
  const teller = panel.locator('.set-up-pins li').filter({ hasText: '003' });
  const pin = (await teller.locator('b').last().innerText()).trim();
  expect(await violations(panel, 'staff'), 'what comes after').toEqual([]);
  const letIn = async (path: string, size: keyof typeof SIZES, name: string) => {
    const screen = await branch.screen(path, SIZES[size]);
    const door = panel.locator('.set-up-doors li', { hasText: name });
    await door.getByLabel('登记码').fill(await codeOn(screen));
    await button(door, '登记').click();
    await expect(door.getByText('已登记')).toBeVisible();
    await expect(screen.locator('.pairing-code')).toBeHidden();
    return screen;
  };
  const kiosk = await letIn('/kiosk/ticket/', 'kiosk', '取号机');
  await button(kiosk, '不改').click();
  step('let the ticket kiosk in by its code');
  const counter = await letIn('/kiosk/counter/?counter=1', 'desk', '1号窗口 · 柜面');
  step('let the first counter in by its code');

  const number = await takes(kiosk, '个人现金');
  step(`took number ${number}`);
  await signIn(counter, '003', pin);
  await presses(counter, /^开窗/, /^呼叫下一位/, /^开始办理/, /^办结/);
  await expect(button(counter, /^呼叫下一位/)).toBeVisible();
  step('signed in at the counter, called, served');

  // From the first ticket on the set-up stays.
  await panel.reload();
  await expect(panel.getByText('这个网点已经设置好')).toBeVisible();
  await info.attach('the first hour', { body: written.join('\n'), contentType: 'text/plain' });
  expect(performance.now() - begun, written.join('\n')).toBeLessThan(300_000);
  await verified(branch.folder);
});

test('every step goes back, nothing holds before the last press, and all of it is set back', async ({
  branch,
}) => {
  const panel = await branch.screen(printed(branch), SIZES.phone);
  await button(panel, /诊所/).click();
  await panel.getByLabel('名称', { exact: true }).fill('河边诊所');
  await button(panel, '下一步').click();
  await button(panel, '删除“取药”').click();
  await button(panel, '添加业务').click();
  const last = panel.locator('.form-services > li').last();
  await last.getByLabel('字母').fill('a');
  await expect(panel.getByText('字母 A 用了两次')).toBeVisible();
  await last.getByLabel('字母').fill('k');
  await last.getByLabel('名称', { exact: true }).fill('理疗');
  await expect(panel.getByText('字母 A 用了两次')).toBeHidden();
  await button(panel, '上一步').click();
  await expect(panel.getByLabel('名称', { exact: true })).toHaveValue('河边诊所');
  // A reload loses nothing but the PINs, which are drawn anew.
  await panel.reload();
  await panel.getByRole('button', { name: '核对', exact: true }).click();
  await expect(panel.getByText('没有窗口办理“理疗”')).toBeVisible();
  await expect(button(panel, '启用')).toBeDisabled();
  await panel.getByText('没有窗口办理“理疗”').click();
  // Its only service is gone.
  await button(panel, '删除“药房6”').click();
  const third = panel.locator('.form-counters > li').nth(2);
  await button(third, '理疗').click();
  expect(await violations(panel, 'staff'), 'counters on a phone').toEqual([]);
  const home = await branch.screen('/display/home/', SIZES.desk);
  await expect(home.locator('.pairing-code')).toBeVisible();
  await panel.getByRole('button', { name: '核对', exact: true }).click();
  await button(panel, '启用').click();
  await expect(panel.getByRole('heading', { name: '已启用' })).toBeVisible();
  await expect(panel.locator('.edge-name')).toContainText('河边诊所');
  await expect(panel.locator('.sign-in')).toContainText('网点负责人');

  await button(panel, '恢复到设置之前').click();
  await panel.waitForTimeout(600);
  await button(panel, '再按一次，全部恢复').click();
  await expect(panel.getByRole('heading', { name: '核对一遍，就可以启用' })).toBeVisible();
  await expect(panel.locator('.edge-name')).toContainText('示范网点');
  await verified(branch.folder);
});

test('on the panel a part is changed once its effect was told, and not over a customer’s head', async ({
  branch,
}) => {
  const panel = await branch.screen(printed(branch), SIZES.desk);
  await button(panel, /从空白开始/).click();
  await button(panel, '其余照默认，直接核对').click();
  await button(panel, '启用').click();
  // Nobody leaves before the manager is signed in.
  await expect(panel.locator('.sign-in')).toContainText('网点负责人');
  await panel.getByRole('link', { name: '打开负责人屏' }).click();
  await panel.getByRole('link', { name: '设置', exact: true }).click();
  await panel.getByRole('link', { name: '修改窗口' }).click();
  await button(panel, '添加窗口').click();
  await button(panel, '看看会怎样').click();
  await expect(panel.getByText('办理“业务办理”的窗口从 2 个变为 3 个')).toBeVisible();
  expect(await violations(panel, 'staff'), 'a change with its effect').toEqual([]);
  await button(panel, '确认修改').click();
  await expect(panel.getByText('已生效')).toBeVisible();
  await expect(panel.locator('.settings-changes li').first()).toContainText('窗口');

  const { pathname } = new URL(panel.url());
  expect(pathname).toBe('/display/manager/');
  await panel.getByRole('link', { name: '修改业务' }).click();
  await button(panel, '添加业务').click();
  await button(panel, '看看会怎样').click();
  await expect(panel.getByText('取号机上多一项“新业务”')).toBeVisible();
  await expect(panel.getByText('没有窗口办理“新业务”')).toBeVisible();
  await verified(branch.folder);
});
