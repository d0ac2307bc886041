import { setUpCodeIn } from '../kit/door.ts';
import { expect, haveLost, SIZES, test } from './branch.ts';
import { button, presses } from './hands.ts';
import { verified } from './ledger.ts';
import { addPerson, change, codeOn, letIn, openFirstPanel, row, signIn } from './setUp.ts';

test.use({ hubArgs: ['--pair'] });

const PIN = '730519';
const boss = { id: 'b1', post: '网点负责人', name: '负责人甲', pin: PIN };

test('a first panel opens with the printed code, once, and its first manager signs in', async ({
  branch,
}) => {
  const panel = await branch.screen('/display/manager/', SIZES.desk);
  await expect(panel.getByRole('heading', { name: '登记这台设备' })).toBeVisible();
  await panel.getByRole('textbox').fill('WRNG-CDES');
  await button(panel, '打开负责人屏').click();
  await expect(panel.getByText('设置码不对')).toBeVisible();
  const code = setUpCodeIn(branch.said());
  await panel.getByRole('textbox').fill(code.toLowerCase());
  await button(panel, '打开负责人屏').click();
  await expect(panel.getByText('这里还没有设置。')).toBeVisible();

  const late = await branch.screen('/display/manager/', SIZES.phone);
  await late.getByRole('textbox').fill(code);
  await button(late, '打开负责人屏').click();
  await expect(late.getByText('设置码不对')).toBeVisible();

  await panel.getByRole('link', { name: '登记设备与人员' }).click();
  await addPerson(panel, { ...boss, pin: '123456' });
  await expect(panel.getByText('密码太容易猜到')).toBeVisible();
  await addPerson(panel, boss);
  // From here on the panel alone may do nothing of the kind.
  await expect(panel.getByText('这一页只给已登录的网点负责人看')).toBeVisible();
  await signIn(panel, 'b1', '999111');
  await expect(panel.getByText('工号或密码不对')).toBeVisible();
  await signIn(panel, 'b1', PIN);
  await expect(row(panel, '负责人甲')).toContainText('已登录');
  await verified(branch.folder);
});

test('a kiosk and a counter are let in by their codes, named and placed, and work', async ({
  branch,
}) => {
  const panel = await openFirstPanel(branch);
  await addPerson(panel, { id: 't1', post: '柜员', pin: PIN });
  await expect(row(panel, 't1')).toBeVisible();
  await addPerson(panel, { id: 't2', post: '柜员', name: '柜员乙', pin: PIN });
  await expect(row(panel, '柜员乙')).toBeVisible();
  await addPerson(panel, boss);
  await signIn(panel, 'b1', PIN);

  const kiosk = await branch.screen('/kiosk/ticket/', SIZES.kiosk);
  await letIn(panel, kiosk, { role: '取号机', name: '门口取号机' });
  await button(kiosk, '个人现金').click();
  await expect(kiosk.getByRole('heading', { name: '您的号码' })).toBeVisible();
  await expect(row(panel, '门口取号机')).toContainText(/在线.*最后操作 \d\d:\d\d/s);

  // The counter's page names no counter, or another one: it goes where it was placed.
  const counter = await branch.screen('/kiosk/counter/', SIZES.desk);
  await letIn(panel, counter, { role: '柜面', counter: '2号窗口', name: '二号柜' });
  await expect(counter).toHaveURL(/\/kiosk\/counter\/\?counter=2$/);
  await signIn(counter, 't1', PIN);
  await presses(counter, /^开窗/, /^呼叫下一位/, /^开始办理/);
  await expect(button(counter, /^办结/)).toBeVisible();

  // Another teller takes over in the middle of the service, and finds it as it was.
  await button(counter, '退出登录').click();
  await signIn(counter, 't2', PIN);
  await expect(counter.locator('.sign-in')).toContainText('柜员乙');
  await presses(counter, /^办结/);
  await expect(button(counter, /^呼叫下一位/)).toBeVisible();

  // Placed at another counter, the same screen is that one's.
  await change(panel, '二号柜', (item) => item.getByLabel('窗口').selectOption('3号窗口'));
  await expect(counter).toHaveURL(/\?counter=3$/);
  await expect(counter.locator('.edge-name')).toContainText('3号窗口');
  await verified(branch.folder);
});

test('posts and PINs change from the list, two devices of one person are shown, a revoked one is out', async ({
  branch,
}) => {
  const panel = await openFirstPanel(branch);
  await addPerson(panel, { id: 't1', post: '柜员', pin: PIN });
  await expect(row(panel, 't1')).toBeVisible();
  await addPerson(panel, boss);
  await signIn(panel, 'b1', PIN);
  const counter = await branch.screen('/kiosk/counter/?counter=2', SIZES.desk);
  const kiosk = await branch.screen('/kiosk/ticket/', SIZES.kiosk);
  await letIn(panel, counter, { role: '柜面', counter: '2号窗口' });
  await letIn(panel, kiosk, { role: '取号机', name: '门口取号机' });

  await change(panel, 't1', (item) => item.getByLabel('岗位').selectOption('大堂经理'));
  await expect(row(panel, 't1')).toContainText('大堂经理');
  await change(panel, 't1', (item) => item.getByLabel('新密码').fill('604817'));
  await signIn(counter, 't1', PIN);
  await expect(counter.getByText('工号或密码不对')).toBeVisible();
  await signIn(counter, 't1', '604817');
  await expect(counter.locator('.sign-in')).toContainText('大堂经理');
  await button(counter, '退出登录').click();
  await signIn(counter, 'b1', PIN);
  await expect(counter.locator('.sign-in')).toContainText('负责人甲');
  await expect(row(panel, '负责人甲')).toContainText('同时在 2 台设备登录，请核实');

  // After a power cut everybody is still who they were, without a hand.
  await branch.powerCut();
  await haveLost([panel, counter, kiosk], true);
  await branch.powerBack();
  await haveLost([panel, counter, kiosk], false);
  await expect(counter.locator('.sign-in')).toContainText('负责人甲');
  await expect(row(panel, '门口取号机')).toContainText('在线');
  await expect(button(kiosk, '个人现金')).toBeVisible();

  await button(row(panel, '门口取号机'), '修改').click();
  await button(row(panel, '门口取号机'), '停用').click();
  await panel.waitForTimeout(600);
  await button(row(panel, '门口取号机'), '再按一次停用').click();
  await expect(kiosk.locator('.pairing-code')).toBeVisible();
  await codeOn(kiosk);
  await expect(button(kiosk, '个人现金')).toHaveCount(0);
  await verified(branch.folder);
});
