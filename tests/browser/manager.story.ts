import type { Page } from '@playwright/test';
import { defaultSettings } from '../../shared/defaults.ts';
import type { Fact } from '../../shared/lobby.ts';
import { press } from './audit.ts';
import { expect, SIZES } from './branch.ts';
import { button, presses } from './hands.ts';
import { type Rig, test } from './rig.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** One service and three counters for it; nothing is told but of waits. */
const settings = {
  ...defaultSettings,
  services: defaultSettings.services.slice(0, 1),
  counters: defaultSettings.counters.slice(0, 3).map((k) => ({ ...k, services: ['cash'] })),
  rules: { ...defaultSettings.rules, callGap: 0 },
  alerts: { ...defaultSettings.alerts, crowdPerCounter: 1000, idleAfter: 86_400 },
  rectifications: { backDays: 2 },
};

/** Lets so many minutes go by; the hub looks about once in each. */
async function pass({ clock, hub }: Rig, minutes: number): Promise<void> {
  for (let i = 0; i < minutes; i++) {
    clock.turn(MINUTE);
    await hub.pipeline.settled();
  }
}

/** A customer comes for cash. */
const comes = (panel: Page) =>
  press(panel, { type: 'ticket.issue', service: 'cash', class: 'ordinary', by: 'kiosk' });

/** A service of so many minutes at a counter, from the call to the end. */
async function serve(rig: Rig, panel: Page, counter: string, minutes: number): Promise<void> {
  await press(panel, { type: 'call.next', counter });
  await press(panel, { type: 'service.start', counter });
  rig.clock.turn(minutes * MINUTE);
  await rig.hub.pipeline.settled();
  await press(panel, { type: 'service.end', counter });
}

/** Forty services with a wait before each: what the branch has to have seen to foresee anything. */
async function quietMorning(rig: Rig, panel: Page): Promise<void> {
  await comes(panel);
  for (let n = 0; n < 40; n++) {
    await comes(panel);
    await serve(rig, panel, '2', 3);
  }
  await serve(rig, panel, '2', 3);
}

/** What became of waits, advice and rectifications, in the ledger's words. */
function told(facts: readonly Fact[]): string[] {
  const ofWaits = new Set<string>();
  for (const fact of facts)
    if (fact.type === 'alert.raised' && fact.kind === 'wait') ofWaits.add(fact.alert);
  return facts.flatMap((fact) => {
    if ('alert' in fact && !ofWaits.has(fact.alert)) return [];
    if (fact.type === 'alert.raised' || fact.type === 'alert.rose')
      return [`${fact.type} ${fact.level}`];
    return /^(alert\.(acknowledged|handled|cleared)|advice|rectification)/.test(fact.type)
      ? [fact.type]
      : [];
  });
}

const alertsOn = (panel: Page) => panel.getByRole('region', { name: '预警', exact: true });
const waitsOn = (panel: Page) =>
  alertsOn(panel).getByRole('listitem').filter({ hasText: '普通客户最长已等' });

/** Twenty come at once to one counter, and wait past every line. */
async function rush(rig: Rig, panel: Page): Promise<void> {
  const waits = waitsOn(panel);
  for (let n = 0; n < 20; n++) await comes(panel);
  await pass(rig, 11);
  await expect(waits).toContainText('黄色');
  await button(waits, '确认').click();
  await expect(button(waits, '处理')).toBeVisible();
  await pass(rig, 10);
  // A higher level is news to whoever knew of the lower one.
  await expect(waits).toContainText('橙色');
  await expect(button(waits, '确认')).toBeVisible();
  await pass(rig, 10);
  await expect(waits).toContainText('红色');
}

/** The manager accepts the advice, and the counter's own screen is asked; the counter that opened. */
async function opensOnAdvice(rig: Rig, panel: Page): Promise<string> {
  const advice = panel.getByRole('region', { name: '调度建议' });
  await expect(advice).toContainText(
    /现在开[13]号窗口：到 \d\d:\d\d，普通客户最长等候由 \d+ 分钟降到 \d+ 分钟/,
  );
  await button(advice, '采纳').click();
  await expect(advice).toContainText('等窗口照办');
  const [, number = ''] = /请([13])号窗口开窗/.exec(await advice.innerText()) ?? [];
  const counter = await rig.screens.open(`/kiosk/counter/?counter=${number}`, SIZES.desk);
  await expect(counter.getByText(/大堂请本窗口现在开窗/)).toBeVisible();
  await presses(counter, /^开窗/);
  await expect(advice).toContainText('已照办');
  return number;
}

async function handles(panel: Page): Promise<void> {
  const waits = waitsOn(panel);
  await button(waits, '更多').click();
  await button(waits, '立整改').click();
  await expect(waits.getByRole('link', { name: '整改中' })).toBeVisible();
  for (const name of ['确认', '处理', '客流高峰', '增开窗口', '完成处理'])
    await button(waits, name).click();
}

/** Both counters serve until nobody is over a line, and the promised time comes. */
async function servesAll(rig: Rig, panel: Page, other: string): Promise<void> {
  for (let n = 0; n < 10; n++) {
    await press(panel, { type: 'call.next', counter: other });
    await press(panel, { type: 'service.start', counter: other });
    await serve(rig, panel, '2', 3);
    await press(panel, { type: 'service.end', counter: other });
  }
  await pass(rig, 1);
  await expect(waitsOn(panel)).toBeHidden();
  rig.clock.turn(60 * MINUTE);
  await expect(panel.getByRole('region', { name: '调度建议' })).toContainText(/实际 \d+ 分钟/);
}

/** Planned, followed for three days, and closed with what was done. */
async function putsRight(rig: Rig, panel: Page): Promise<void> {
  await panel.getByRole('link', { name: '整改' }).click();
  const board = panel.getByRole('main');
  await button(board, '落实').click();
  await board.getByLabel('责任人').selectOption('t07');
  for (const name of ['客流高峰', '增开窗口', '保存']) await button(board, name).click();
  for (const day of [1, 2, 3]) {
    await press(panel, { type: 'day.close', by: 'manager' });
    rig.clock.turn(DAY);
    await rig.hub.pipeline.settled();
    await comes(panel);
    await press(panel, { type: 'counter.open', counter: '2' });
    await serve(rig, panel, '2', day);
  }
  await button(board, '销号').click();
  await board.getByRole('textbox').fill('高峰时段固定增开窗口，连续两天未超线');
  await button(board, '销号').click();
  await expect(board.getByRole('region', { name: '最近销号' })).toContainText('高峰时段');
}

test('waits pass yellow, orange and red; a counter opened on advice brings them back, and the rectification closes', async ({
  rig,
}) => {
  test.slow();
  const panel = await rig.screens.open('/display/manager/', SIZES.desk);
  await press(panel, { type: 'settings.change', settings });
  await press(panel, { type: 'staff.add', person: 't07', post: 'lobbyManager' });
  await press(panel, { type: 'counter.open', counter: '2' });
  await quietMorning(rig, panel);
  await rush(rig, panel);
  const other = await opensOnAdvice(rig, panel);
  await handles(panel);
  await servesAll(rig, panel, other);
  await putsRight(rig, panel);
  expect(told(await rig.facts())).toEqual([
    ...['alert.raised yellow', 'alert.acknowledged', 'alert.rose orange', 'alert.rose red'],
    ...['advice.accepted', 'rectification.opened', 'alert.acknowledged', 'alert.handled'],
    ...['alert.cleared', 'advice.judged', 'rectification.planned'],
    ...['rectification.tracked', 'rectification.tracked', 'rectification.tracked'],
    'rectification.closed',
  ]);
});
