import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Fact } from '../../shared/lobby.ts';
import { type Branch, expect, KEEPS_PAGES, SIZES, test } from './branch.ts';
import { button, presses } from './hands.ts';
import { verified } from './ledger.ts';

/** The window for a rating is half of it, so that one from the outage comes late. */
const OUTAGE = 60_000;

interface Taken {
  readonly number: string;
  /** Wall times around the press. */
  readonly from: number;
  readonly to: number;
}

async function takes(kiosk: Page, service: string): Promise<Taken> {
  const from = Date.now();
  await button(kiosk, service).click();
  await expect(kiosk.getByRole('heading', { name: '您的号码' })).toBeVisible();
  const to = Date.now();
  const number = await kiosk.locator('.issued .number').innerText();
  await button(kiosk, '完成').click();
  return { number: number.replace(/\s/g, ''), from, to };
}

async function takeMany(kiosk: Page, n: number): Promise<Taken[]> {
  const taken: Taken[] = [];
  for (let i = 0; i < n; i++) taken.push(await takes(kiosk, i % 3 ? '个人现金' : '个人非现金'));
  return taken;
}

async function factsOf({ folder }: Branch): Promise<Fact[]> {
  const ledger = join(folder, 'ledger');
  const files = (await readdir(ledger)).filter((name) => name.endsWith('.jsonl')).sort();
  const texts = await Promise.all(files.map((name) => readFile(join(ledger, name), 'utf8')));
  const lines = texts.flatMap((text) => text.split('\n').filter((line) => line !== ''));
  return lines.flatMap((line) => (JSON.parse(line) as { facts: Fact[] }).facts);
}

const handedIn = (facts: readonly Fact[]) =>
  facts.flatMap((f) => (f.type === 'ticket.issued' && f.by === 'lent' ? [f] : []));

/** The browser holds all pages, and the kiosk its numbers. */
async function isReady(kiosk: Page): Promise<void> {
  await kiosk.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await expect(kiosk.locator('html[data-can-go-alone="true"]')).toBeAttached();
}

test('a minute without the hub: twenty numbers and a rating, each once and with its true time', async ({
  branch,
}) => {
  test.setTimeout(180_000);
  const kiosk = await branch.screen('/kiosk/ticket/', SIZES.kiosk, KEEPS_PAGES);
  const counter = await branch.screen('/kiosk/counter/?counter=2', SIZES.desk);
  const terminal = await branch.screen('/kiosk/rating/?counter=2', SIZES.tablet);
  const floor = await branch.screen('/kiosk/floor/', SIZES.tablet);
  await presses(counter, /^开窗/);
  await takes(kiosk, '个人现金');
  await presses(counter, /^呼叫下一位/);
  await presses(counter, /^开始办理/);
  await isReady(kiosk);
  await presses(counter, /^办结/);
  await expect(terminal.getByRole('heading', { name: /请您对本次服务作出评价/ })).toBeVisible();

  const from = Date.now();
  await branch.powerCut();
  await terminal.waitForTimeout(900);
  await button(terminal, '非常满意').click();
  await expect(kiosk.getByText('网络断了')).toBeVisible();
  await expect(kiosk.locator('.card-queue').first()).toBeHidden();
  const taken = await takeMany(kiosk, 10);
  await kiosk.reload();
  await expect(kiosk.getByText('网络断了')).toBeVisible();
  taken.push(...(await takeMany(kiosk, 10)));
  await kiosk.waitForTimeout(Math.max(0, from + OUTAGE - Date.now()));
  await branch.powerBack();
  const to = Date.now();

  await expect.poll(async () => handedIn(await factsOf(branch)).length).toBe(20);
  const facts = await factsOf(branch);
  const issued = handedIn(facts);
  expect(issued.map((f) => f.number)).toEqual(taken.map((t) => t.number));
  expect(new Set(issued.map((f) => f.number)).size).toBe(20);
  // Together, not one after the other: by the hub's own clock, however slow this machine is.
  expect(Math.max(...issued.map((f) => f.at)) - (issued[0]?.at ?? 0)).toBeLessThan(1000);
  for (const [i, { firstAt = 0 }] of issued.entries()) {
    // A kiosk knows the hub's time to half a second.
    expect(firstAt).toBeGreaterThan((taken[i]?.from ?? 0) - 1000);
    expect(firstAt).toBeLessThan((taken[i]?.to ?? 0) + 1000);
    expect(firstAt > from && firstAt < to).toBe(true);
  }
  await expect
    .poll(async () => (await factsOf(branch)).filter((f) => f.type === 'rating.given').length)
    .toBe(1);
  expect((await takes(kiosk, '个人现金')).number).toBe('A002');

  await clears(floor);
  const after = await factsOf(branch);
  expect(after.filter((f) => f.type === 'ticket.servedMeanwhile')).toHaveLength(20);
  expect(handedIn(after)).toHaveLength(20);
  expect(after.filter((f) => f.type === 'rating.given')).toEqual([
    expect.objectContaining({ level: 'verySatisfied', late: true }),
  ]);
  await verified(branch.folder);
});

/** The lobby manager says that all of them were served by voice. */
async function clears(floor: Page): Promise<void> {
  const panel = floor.getByRole('region', { name: '断网期间的号票' });
  await expect(panel).toContainText('20 张');
  await panel.getByRole('button', { name: '处理' }).click();
  await panel.getByRole('button', { name: '全选' }).click();
  await panel.getByRole('button', { name: '已办理 20 张' }).click();
  // A second touch within half a second would be a double tap.
  await floor.waitForTimeout(600);
  await panel.getByRole('button', { name: '确认 20 张已办理' }).click();
  await expect(panel).toBeHidden();
}

test('a kiosk that starts before its hub shows the branch, and heals by itself', async ({
  branch,
}) => {
  const kiosk = await branch.screen('/kiosk/ticket/', SIZES.kiosk, KEEPS_PAGES);
  await takes(kiosk, '个人现金');
  await isReady(kiosk);
  await branch.powerCut();
  const context = kiosk.context();
  const address = kiosk.url();
  await kiosk.close();

  const again = await context.newPage();
  await again.goto(address);
  await expect(again.getByText('网络断了')).toBeVisible();
  expect((await takes(again, '个人现金')).number).toBe('A701');
  await branch.powerBack();
  await expect(again.getByText(/网络断了|失去联系/)).toHaveCount(0);
  expect((await takes(again, '个人现金')).number).toBe('A002');
  await expect.poll(async () => handedIn(await factsOf(branch)).length).toBe(1);
  await verified(branch.folder);
});
