import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type Branch, expect, SIZES, test } from './branch.ts';

/** One clip as it was given to the audio device's clock. */
interface Scheduled {
  readonly at: number;
  readonly length: number;
  readonly peak: number;
  /** When the page scheduled it, wall time. */
  readonly when: number;
}

/** Notes everything that is scheduled to sound; the sound itself goes its usual way. */
function listening() {
  const heard: Scheduled[] = [];
  const start = AudioBufferSourceNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function (at = 0) {
    const samples = this.buffer?.getChannelData(0) ?? new Float32Array();
    const peak = samples.reduce((most, s) => Math.max(most, Math.abs(s)), 0);
    heard.push({ at, length: this.buffer?.duration ?? 0, peak, when: Date.now() });
    start.call(this, at);
  };
  Object.assign(window, { heard });
}

const heardOn = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: Scheduled[] }).heard);

/** A screen that is listened to from its first line on. */
async function listened(branch: Branch, path: string, size: keyof typeof SIZES): Promise<Page> {
  const page = await branch.screen('/livez', SIZES[size]);
  await page.addInitScript(listening);
  await page.goto(new URL(path, page.url()).href);
  return page;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

async function presses(counter: Page, name: RegExp): Promise<void> {
  await expect(button(counter, name)).toBeEnabled();
  // A press right after the last one was meant for what the button said before.
  await counter.waitForTimeout(700);
  await button(counter, name).click();
}

async function takes(kiosk: Page): Promise<void> {
  await button(kiosk, '个人现金').click();
  await button(kiosk, '完成').click();
}

/** ♪ 请 A 0 0 1 号客户到 2 号窗口办理业务, then the same without the chime. */
const FIRST = 9;
const BOTH = FIRST + 8;

test('a call sounds twice, once; a muted display is silent, and a reload repeats nothing', async ({
  branch,
}) => {
  const lobby = await listened(branch, '/display/lobby/', 'tv');
  await expect(lobby.getByText('轻触屏幕，开启声音')).toBeVisible();
  await lobby.mouse.click(400, 400);
  await expect(lobby.getByText('轻触屏幕，开启声音')).toBeHidden();

  const counter = await branch.screen('/kiosk/counter/?counter=2', SIZES.desk);
  const kiosk = await branch.screen('/kiosk/ticket/', SIZES.kiosk);
  await presses(counter, /^开窗/);
  for (let n = 0; n < 3; n++) await takes(kiosk);
  const pressed = Date.now();
  await presses(counter, /^呼叫下一位/);
  await expect.poll(async () => (await heardOn(lobby)).length, { timeout: 20_000 }).toBe(BOTH);
  const heard = await heardOn(lobby);
  isJoined(heard.slice(0, FIRST), { from: 5, to: 7.5 });
  isJoined(heard.slice(FIRST), { from: 4, to: 6 });
  const delay = (heard[0]?.when ?? 0) - pressed - 700;
  test
    .info()
    .annotations.push({ type: 'call to first sound scheduled, ms', description: `${delay}` });
  expect(delay).toBeLessThan(2000);

  // The hub goes and comes back: what was called is on the display, and not said again.
  await branch.powerCut();
  await expect(lobby.getByText(/与主机失去联系/)).toBeVisible({ timeout: 6000 });
  await branch.powerBack();
  await expect(lobby.getByText(/与主机失去联系/)).toBeHidden({ timeout: 10_000 });
  await expect(lobby.locator('.newest')).toBeVisible();
  await lobby.waitForTimeout(1500);
  expect(await heardOn(lobby)).toHaveLength(BOTH);

  await lobby.keyboard.press('m');
  await expect(lobby.getByRole('img', { name: '本屏不播报' })).toBeVisible();
  await presses(counter, /^开始办理/);
  await presses(counter, /^办结/);
  await presses(counter, /^呼叫下一位/);
  await expect(lobby.locator('.newest')).toContainText('002');
  await lobby.waitForTimeout(1000);
  expect(await heardOn(lobby)).toHaveLength(BOTH);

  // Muted stays muted over a reload; speaking again does not make up for what was missed.
  await lobby.reload();
  await expect(lobby.getByRole('img', { name: '本屏不播报' })).toBeVisible();
  await lobby.keyboard.press('m');
  await expect(lobby.getByRole('img', { name: '本屏不播报' })).toBeHidden();
  await lobby.waitForTimeout(1000);
  expect(await heardOn(lobby)).toEqual([]);
});

/** Every clip sounds, one right after another, and together they are as long as a sentence. */
function isJoined(clips: readonly Scheduled[], { from, to }: { from: number; to: number }): void {
  for (const clip of clips) expect(clip.peak).toBeGreaterThan(0.2);
  for (const [i, clip] of clips.entries()) {
    const before = clips[i - 1];
    if (before) expect(clip.at - before.at - before.length).toBeCloseTo(0.045, 3);
  }
  const last = clips.at(-1);
  const length = (last?.at ?? 0) + (last?.length ?? 0) - (clips[0]?.at ?? 0);
  test.info().annotations.push({ type: 'reading, s', description: length.toFixed(2) });
  expect(length).toBeGreaterThan(from);
  expect(length).toBeLessThan(to);
}

test('in 大字版 the kiosk speaks, a touch hushes it, and a recording of the branch’s own is played', async ({
  branch,
}) => {
  const { mkdir, writeFile } = await import('node:fs/promises');
  await mkdir(`${branch.folder}/clips`);
  // A recording of another length, so that it can be told from ours.
  const own = readFileSync(
    new URL('../../shared/screen/voice/clips/zh-thanks.ogg', import.meta.url),
  );
  await writeFile(`${branch.folder}/clips/zh-choose.ogg`, own);

  const kiosk = await listened(branch, '/kiosk/ticket/', 'kiosk');
  await expect(button(kiosk, '个人现金')).toBeVisible();
  await kiosk.waitForTimeout(500);
  expect(await heardOn(kiosk)).toEqual([]);

  await button(kiosk, '大字版').click();
  await expect.poll(async () => (await heardOn(kiosk)).length).toBe(1);
  const [choose] = await heardOn(kiosk);
  expect(choose?.length).toBeLessThan(2);
  expect(choose?.length).toBeGreaterThan(1);

  await button(kiosk, '个人现金').click();
  // 您的号码是 A 0 0 1 前面没有人 请坐下等候叫号
  await expect.poll(async () => (await heardOn(kiosk)).length).toBe(1 + 7);
});
