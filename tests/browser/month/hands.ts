import type { Page } from '@playwright/test';
import { expect } from '../branch.ts';
import { button } from '../hands.ts';
import type { Rig } from '../rig.ts';
import { does } from './days.ts';

/** Signs: the button asks once whether that is meant, and takes no answer in the first moment. */
async function signs(panel: Page): Promise<void> {
  await expect(async () => {
    const asks = button(panel, '负责人签字');
    if (await asks.isVisible()) await asks.click();
    await panel.waitForTimeout(700);
    await button(panel, '再按一次签字，之后不能修改').click({ timeout: 1000 });
    await expect(panel.getByText(/于 .*签字$/)).toBeVisible({ timeout: 2000 });
  }).toPass();
}

/** A morning meeting as its host holds it: start, who is there, twelve minutes, end, signature. */
export async function holdsMeeting(panel: Page, { clock, hub }: Rig): Promise<void> {
  await panel.getByRole('link', { name: '晨会' }).click();
  await expect(panel.getByText('应到 5 人')).toBeVisible();
  await panel.getByLabel('主持人').first().selectOption('b1');
  await panel.getByLabel('记录人').first().selectOption('s1');
  await button(panel, '开始晨会').click();
  await button(panel, '全部到齐').click();
  await expect(panel.getByText('到 5，缺 0')).toBeVisible();
  for (let minute = 0; minute < 12; minute++) {
    clock.turn(60_000);
    await hub.pipeline.settled();
  }
  await expect(panel.getByText('时长已够')).toBeVisible();
  await button(panel, '结束会议').click();
  await expect(panel.getByText('08:30–08:42，12 分钟')).toBeVisible();
  await signs(panel);
}

/** A new complaint by letter about somebody's manner; it opens on its own page. */
export async function entersComplaint(panel: Page): Promise<void> {
  await panel.getByRole('link', { name: '投诉' }).click();
  await panel.getByRole('link', { name: '登记投诉' }).click();
  await button(panel, '来信、意见簿').click();
  await button(panel, '服务态度').click();
  await panel.getByLabel('首问责任人').selectOption('l1');
  await panel.getByLabel('被投诉人').selectOption('t2');
  await panel.getByLabel('事情经过').fill('等候时无人解释原因');
  await button(panel, '登记').click();
  await panel.getByRole('link', { name: /服务态度/ }).click();
  await button(panel, '登记首次联系').click();
  await button(panel, '登记处理方案').click();
  await panel.getByLabel('准备怎么处理').fill('向本人了解情况后当面答复');
  await button(panel, '保存').click();
  await expect(panel.getByText('期限 2026-12-17')).toBeVisible();
}

export async function opensComplaint(panel: Page): Promise<void> {
  await panel.getByRole('link', { name: '投诉' }).click();
  await panel.getByRole('link', { name: /服务态度/ }).click();
}

interface Extension {
  readonly until: string;
  readonly why: string;
  /** When the complainant was told; beyond 30 days it takes a superior. */
  readonly toldOn?: string;
}

/** Puts the last day off, as far as that may be. */
export async function extendsComplaint(panel: Page, { until, why, toldOn }: Extension) {
  if (!(await panel.getByLabel('新期限').isVisible())) await button(panel, '延期').click();
  await panel.getByLabel('新期限').fill(until);
  await panel.getByLabel('延期原因').fill(why);
  if (toldOn) {
    await panel.getByLabel('批准人岗位').fill('支行分管行长');
    await panel.getByLabel('批准人工号').fill('v1');
    await panel.getByLabel('告知投诉人日期').fill(toldOn);
  }
  await button(panel, '保存').click();
}

/** The planned quarterly inspection: one finding with a photo, all else in order. */
export async function inspects(panel: Page): Promise<void> {
  await panel.getByRole('link', { name: '巡检' }).click();
  const photo = await panel.screenshot();
  await button(panel, '开始检查').click();
  const clean = panel.getByRole('listitem').filter({ hasText: '最多 20 分' }).first();
  await button(clean, '扣分').click();
  await button(clean, '扣分 +').click();
  await clean.getByLabel('看到的情况').fill('填单台有纸屑');
  await clean.getByLabel('直接责任人').selectOption('t1');
  await clean.getByLabel('直接管理责任人').selectOption('l1');
  await clean
    .locator('input[type=file]')
    .setInputFiles({ name: 'desk.png', mimeType: 'image/png', buffer: photo });
  await expect(clean.getByRole('img', { name: '照片 1' })).toBeVisible();
  await button(clean, '保存').click();
  await expect(panel.getByText('扣 6 分')).toBeVisible();
  const modules = await button(panel, '其余都符合').count();
  for (let n = 0; n < modules; n++) {
    await button(panel, '其余都符合').nth(n).click();
    await expect(panel.getByText(/^已看/)).not.toHaveText(/^已看 0/);
  }
  await button(panel, '提交检查').click();
  await expect(panel.getByText('季度检查 · 现场 · 1 项扣分，已转整改')).toBeVisible();
}

/** One proposes what a wait should have been. */
export async function proposesWait(
  panel: Page,
  of: { date: string; number: string; minutes: number },
) {
  await panel.getByRole('link', { name: '投诉' }).click();
  await button(panel, '提出更正').click();
  await panel.getByLabel('日期').fill(of.date);
  await panel.getByLabel('号票').fill(of.number);
  await panel.getByLabel(/应为/).fill(String(of.minutes));
  await button(panel, '等候').click();
  await button(panel, '忘记开始').click();
  await panel.getByRole('textbox', { name: '情况说明' }).fill('柜员忘记按开始，客户已在办理');
  await button(panel, '保存').click();
  await expect(panel.getByText('已提出，等另一位员工确认')).toBeVisible();
}

/** An inspection of one module by whoever does not need a hand for it. */
async function looks(rig: Rig, module: string, mark: object): Promise<void> {
  await does(rig, { type: 'inspection.begin', mode: 'remote', kind: 'adHoc', modules: [module] });
  const inspection = rig.hub.pipeline.lobby.floor.inspections.all.at(-1)?.id;
  await does(rig, { type: 'inspection.mark', inspection, managing: 'b1', ...mark });
  await does(rig, { type: 'inspection.pass', inspection, module });
  await does(rig, { type: 'inspection.finish', inspection });
}

export const looksAtCounter = (rig: Rig, points: number) =>
  looks(rig, 'counter', {
    ...{ item: 'counter.hands', points, remark: '未双手递单', responsible: 't2' },
  });

export const looksFromAfar = (rig: Rig, points: number) =>
  looks(rig, 'fiveS', {
    ...{ item: 'fiveS.vouchersLabels', points, remark: '标签脱落', responsible: 't3' },
  });
