import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { CounterId, ServiceId } from '../../shared/ids.ts';
import type { LobbyCommand } from '../../shared/lobby.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import { type Branch, expect, SIZES, test } from './branch.ts';

/** One clip as it was given to the audio device's clock. */
interface Scheduled {
  readonly at: number;
  readonly length: number;
  readonly peak: number;
  /** When the page scheduled it, wall time. */
  readonly when: number;
}

/**
 * Notes everything that is scheduled to sound; the sound itself goes its usual way. Sound waits for a
 * touch here in any case: by itself the browser remembers pages that it need not ask any more.
 */
function listening() {
  const Usual = AudioContext;
  class Waiting extends Usual {
    constructor() {
      super();
      void this.suspend();
    }
  }
  Object.assign(window, { AudioContext: Waiting });
  const heard: Scheduled[] = [];
  const start = AudioBufferSourceNode.prototype.start;
  AudioBufferSourceNode.prototype.start = function (at = 0) {
    const samples = this.buffer?.getChannelData(0) ?? new Float32Array();
    const peak = samples.reduce((most, s) => Math.max(most, Math.abs(s)), 0);
    heard.push({ at, length: this.buffer?.duration ?? 0, peak, when: Date.now() });
    start.call(this, at);
  };
  const disconnect = AudioBufferSourceNode.prototype.disconnect;
  const ended = { count: 0 };
  AudioBufferSourceNode.prototype.disconnect = function () {
    ended.count++;
    Reflect.apply(disconnect, this, []);
  };
  Object.assign(window, { heard, ended });
}

const heardOn = (page: Page) =>
  page.evaluate(() => (window as unknown as { heard: Scheduled[] }).heard);

/** How many clips are over, or were cut off. */
const endedOn = (page: Page) =>
  page.evaluate(() => (window as unknown as { ended: { count: number } }).ended.count);

/** A screen that is listened to from its first line on. */
async function listened(branch: Branch, path: string, size: keyof typeof SIZES): Promise<Page> {
  const page = await branch.screen('/livez', SIZES[size]);
  await page.addInitScript(listening);
  await page.goto(new URL(path, page.url()).href);
  return page;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });

/** Presses as the counter's and the kiosk's own programs would: only the display is looked at here. */
async function press(page: Page, command: LobbyCommand): Promise<void> {
  const id = uuid7(Date.now(), randomBytes(10));
  const address = new URL('/api/commands', page.url()).href;
  const answer = await page.request.post(address, { data: { id, ...command } });
  expect(await answer.json()).toMatchObject({ ok: true });
}

const counter = '2' as CounterId;
const ticket = { type: 'ticket.issue', service: 'cash' as ServiceId, class: 'ordinary' } as const;

/** A display that may sound, and a customer who waits. */
async function waiting(branch: Branch): Promise<Page> {
  const lobby = await listened(branch, '/display/lobby/', 'tv');
  await expect(lobby.getByText('轻触屏幕，开启声音')).toBeVisible();
  await lobby.mouse.click(400, 400);
  await expect(lobby.getByText('轻触屏幕，开启声音')).toBeHidden();
  await press(lobby, { type: 'counter.open', counter });
  await press(lobby, { ...ticket, by: 'kiosk' });
  return lobby;
}

/** ♪ 请 A 0 0 1 号客户到 2 号窗口办理业务, then the same without the chime. */
const FIRST = 9;
const BOTH = FIRST + 8;

test('a call sounds twice, and not again after the hub was away', async ({ branch }) => {
  const lobby = await waiting(branch);
  const pressed = Date.now();
  await press(lobby, { type: 'call.next', counter });
  await expect.poll(async () => (await heardOn(lobby)).length, { timeout: 20_000 }).toBe(BOTH);
  const heard = await heardOn(lobby);
  isJoined(heard.slice(0, FIRST), { from: 5, to: 7.5 });
  isJoined(heard.slice(FIRST), { from: 4, to: 6 });
  note('call to first sound scheduled, ms', (heard[0]?.when ?? 0) - pressed);

  await branch.powerCut();
  await expect(lobby.getByText(/与主机失去联系/)).toBeVisible({ timeout: 6000 });
  await branch.powerBack();
  await expect(lobby.getByText(/与主机失去联系/)).toBeHidden({ timeout: 10_000 });
  await expect(lobby.locator('.newest')).toBeVisible();
  await lobby.waitForTimeout(1500);
  expect(await heardOn(lobby)).toHaveLength(BOTH);
});

test('a muted display is silent, stays so over a reload, and makes up for nothing', async ({
  branch,
}) => {
  const lobby = await waiting(branch);
  const muted = lobby.getByRole('img', { name: '本屏不播报' });
  await lobby.keyboard.press('m');
  await expect(muted).toBeVisible();
  await press(lobby, { type: 'call.next', counter });
  await expect(lobby.locator('.newest')).toContainText('001');
  await lobby.waitForTimeout(1000);
  expect(await heardOn(lobby)).toEqual([]);

  await lobby.reload();
  await expect(muted).toBeVisible();
  // As whoever has just seen it would: the page listens a moment after it is drawn.
  await lobby.waitForTimeout(700);
  await lobby.keyboard.press('m');
  await expect(muted).toBeHidden();
  await expect(lobby.locator('.newest')).toContainText('001');
  await lobby.waitForTimeout(1000);
  expect(await heardOn(lobby)).toEqual([]);
});

const note = (type: string, figure: number) =>
  test.info().annotations.push({ type, description: String(Math.round(figure * 100) / 100) });

/** Every clip sounds, one right after another, and together they are as long as a sentence. */
function isJoined(clips: readonly Scheduled[], { from, to }: { from: number; to: number }): void {
  for (const clip of clips) expect(clip.peak).toBeGreaterThan(0.2);
  for (const [i, clip] of clips.entries()) {
    const before = clips[i - 1];
    if (before) expect(clip.at - before.at - before.length).toBeCloseTo(0.045, 3);
  }
  const last = clips.at(-1);
  const length = (last?.at ?? 0) + (last?.length ?? 0) - (clips[0]?.at ?? 0);
  note('reading, s', length);
  expect(length).toBeGreaterThan(from);
  expect(length).toBeLessThan(to);
}

test('in 大字版 the kiosk speaks, a touch hushes it, and a recording of the branch’s own is played', async ({
  branch,
}) => {
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
  expect(await endedOn(kiosk)).toBe(1);
  await kiosk.mouse.click(20, 1900);
  await expect.poll(() => endedOn(kiosk), { timeout: 2000 }).toBe(1 + 7);
});
