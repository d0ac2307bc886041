import type { Page } from '@playwright/test';
import { uuid7 } from '../../shared/uuid7.ts';
import { violations } from './audit.ts';
import { expect, SIZES } from './branch.ts';
import { type CityRig, test } from './city.ts';

/** Four branches under two sub-branches, each with a day of October and a morning in November. */
const BRANCHES = ['n1', 'n2', 's1', 's2'];
const now = Date.UTC(2026, 10, 1, 2, 30);
const received = {
  branches: BRANCHES.map((id, i) => ({
    ...{ id, name: `${id} 网点`, from: '2026-10-31', days: 2, tickets: 170, seed: i + 1 },
    until: now,
  })),
};
test.use({ received, now });

const PASSWORD = 'four swans on a lake';
let minted = 0;

/** What the administrator enters before the story begins: the tree, posts and people. */
async function settle({ url, clock }: CityRig, page: Page): Promise<void> {
  const token = await page.evaluate(() => sessionStorage.getItem('tingtang.center.session'));
  const send = async (command: object) => {
    const id = uuid7(clock.now().at, new Uint8Array(10).fill(++minted));
    const said = await page.request.post(new URL('/api/city/commands', url).href, {
      data: { ...command, id },
      headers: { authorization: `Bearer ${token}` },
    });
    expect(await said.json()).toMatchObject({ ok: true });
  };
  const open = (node: string, level: string, parent: string | null, zh: string) =>
    send({ type: 'node.open', node, level, parent, name: { zh, en: node }, from: '2026-01-01' });
  await open('city', 'city', null, '市分行');
  await open('N', 'first', 'city', '城北支行');
  await open('S', 'first', 'city', '城南支行');
  for (const id of BRANCHES) {
    await open(id, 'outlet', id.startsWith('n') ? 'N' : 'S', `${id} 网点`);
    await send({ type: 'branch.bind', branch: id, node: id, from: '2026-01-01' });
  }
  for (const node of ['N', 'S'])
    await send({
      type: 'post.hold',
      node,
      post: 'vice',
      person: `vice-${node}`,
      from: '2026-01-01',
    });
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Adds an account on the page, and answers with the code that it shows once. */
async function invited(page: Page, person: string, role: string, unit: string): Promise<string> {
  await page.getByLabel('工号').fill(person);
  await page.getByLabel('姓名').fill(person);
  await page.getByLabel('角色').selectOption(role);
  await page.getByLabel('管辖机构').selectOption(unit);
  await button(page, '添加账号').click();
  const code = page.locator('.city-code strong');
  await expect(code).toBeVisible();
  const text = (await code.textContent()) ?? '';
  await button(page, '知道了').click();
  return text;
}

async function entersBy(rig: CityRig, code: string): Promise<Page> {
  const page = await rig.screens.open('/display/center/', SIZES.desk);
  await button(page, '我有一次性码').click();
  await page.getByLabel('一次性码').fill(code);
  await page.getByLabel('新密码').fill(PASSWORD);
  await page.getByLabel('再输入一次').fill(PASSWORD);
  await button(page, '进入').click();
  await expect(page.getByRole('navigation', { name: '页面' })).toBeVisible();
  return page;
}

/** Presses what asks once more in its own place; a second press at once would be a double tap. */
async function surely(page: Page, name: string, question: string | RegExp) {
  await button(page, name).first().click();
  await page.waitForTimeout(600);
  await button(page, question).click();
}

/** 督办: a quarter planned and one branch inspected, a work order and a notice sent, one taken back. */
async function follows(page: Page) {
  await page.getByRole('link', { name: '督办' }).click();
  await page.getByRole('link', { name: '季度检查' }).click();
  await button(page, '选中未安排的 4 个').click();
  expect(await violations(page, 'staff')).toEqual([]);
  await button(page, '非现场').click();
  await button(page, '安排 4 个网点').click();
  const planned = page.locator('[data-stands="planned"]');
  await expect(planned).toHaveCount(4);
  await surely(page, '取消安排', '再按一次取消');
  await expect(planned).toHaveCount(3);
  await page.getByRole('link', { name: '录入检查' }).nth(1).click();
  await expect(button(page, '非现场')).toHaveAttribute('aria-pressed', 'true');
  await button(page, '提交检查').click();
  await expect(page.locator('[data-stands="done"]')).toHaveCount(1);

  await page.getByRole('link', { name: '投诉工单' }).click();
  await button(page, '派一张工单').click();
  await page.getByRole('combobox', { name: '网点' }).first().selectOption('n1');
  await button(page, '服务态度').click();
  await button(page, '派单').click();
  await expect(page.getByText('工单已派出')).toBeVisible();

  await page.getByRole('link', { name: '下发' }).click();
  await button(page, '发一条通知').click();
  await page.getByLabel('标题').fill('午间增开窗口');
  await surely(page, '下发', '再按一次，下发 4 个网点');
  const sent = page.locator('.board-sent > li').first();
  await expect(sent.getByText('午间增开窗口')).toBeVisible();
  await sent.getByRole('button', { name: '撤回' }).click();
  await sent.getByLabel('撤回的理由').fill('时间有误');
  await sent.getByRole('button', { name: '撤回这一条' }).click();
  await expect(page.getByText('撤回：时间有误')).toBeVisible();
}

/** 规则: a weight is changed where it stands, and counts from the next month on. */
async function setsRules(page: Page) {
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('link', { name: '规则' }).click();
  await page.getByLabel('普通客户等候时间').fill('20');
  await expect(page.getByText('普通客户等候时间 15 → 20')).toBeVisible();
  expect(await violations(page, 'staff')).toEqual([]);
  await surely(page, '设定 2026-12，从 2026-12 起', /再按一次设定/);
  await expect(page.getByText('已设定 2026-12。')).toBeVisible();
  await expect(page.getByText('已下发 4 个网点')).toBeVisible();
}

test('a month is closed, its proposals decided and its circular sent down; each role sees its own', async ({
  city,
}) => {
  const page = await city.screens.open('/display/center/', SIZES.desk);
  const code = /administrator: (\S+)/.exec(city.said.join('\n'))?.[1] ?? '';
  await page.getByLabel('一次性码').fill(code);
  await page.getByLabel('工号').fill('chief');
  await page.getByLabel('姓名').fill('首位');
  await page.getByLabel('新密码').fill(PASSWORD);
  await page.getByLabel('再输入一次').fill(PASSWORD);
  await button(page, '进入').click();
  await expect(page.getByText('n1 网点')).toBeVisible();
  await settle(city, page);
  await expect(page.locator('.live-row')).toHaveCount(4);
  expect(await violations(page, 'staff')).toEqual([]);

  await page.getByRole('link', { name: '月结' }).click();
  await page.getByRole('link', { name: /预览/ }).click();
  await expect(page.getByRole('row', { name: /n1 网点/ })).toBeVisible();
  await page.getByRole('link', { name: /关账/ }).click();
  await button(page, '关账 2026-10').click();
  await button(page, '再按一次关账，不能撤销').click();
  const proposal = page.locator('.proposal').first();
  await button(page, '确认').first().click();
  await expect(proposal.getByText('已确认')).toBeVisible();
  await proposal.getByRole('button', { name: '登记申诉' }).click();
  await proposal.getByLabel('申诉理由').fill('当月主机停电两日');
  await proposal.getByRole('button', { name: '登记申诉' }).click();
  await expect(proposal.getByText('申诉中')).toBeVisible();

  await page.getByRole('link', { name: /5 通报/ }).click();
  await button(page, '出服务质效通报').click();
  const saved = page.waitForEvent('download');
  await button(page, '下载 Word').click();
  expect((await saved).suggestedFilename()).toBe('city.quality.2026.1.docx');
  await button(page, '下发到各网点').click();
  await page.waitForTimeout(600);
  await button(page, '再按一次，下发到 4 个网点').click();
  await expect(page.getByText('已下发 4 个网点')).toBeVisible();

  await follows(page);
  await setsRules(page);
  await page.getByRole('link', { name: '人员' }).click();
  const leads = await invited(page, 'leader', 'leader', 'N');
  const audits = await invited(page, 'auditor', 'auditor', '');
  const leader = await entersBy(city, leads);
  await expect(leader.locator('.live-row')).toHaveCount(2);
  await expect(leader.getByText('s1 网点')).toHaveCount(0);
  const auditor = await entersBy(city, audits);
  await auditor.getByRole('link', { name: '月结' }).click();
  await expect(auditor.locator('.proposal').first()).toBeVisible();
  for (const name of ['确认', '不予采纳', '登记申诉', '申诉成立'])
    await expect(button(auditor, name)).toHaveCount(0);
  await auditor.getByRole('link', { name: '督办' }).click();
  await auditor.getByRole('link', { name: '下发' }).click();
  await expect(auditor.getByText('午间增开窗口')).toBeVisible();
  for (const name of ['发一条通知', '撤回']) await expect(button(auditor, name)).toHaveCount(0);
  expect(await violations(auditor, 'staff')).toEqual([]);
});
