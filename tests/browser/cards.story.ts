import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession, Page } from '@playwright/test';
import { hashesOf } from '../../server/devices/cards.ts';
import { expect, test } from './branch.ts';
import { full, kioskOf } from './kiosk.ts';
import { verified } from './ledger.ts';

/** Planted: made up, and of no bank. */
const PREMIUM = '6222009876501234';
const HASHED = '6217009876504321';
const STRANGER = '6013829876505678';

/** A reader's keys: real ones, faster than fingers. */
async function swipes(keyboard: CDPSession, text: string): Promise<void> {
  const keys = [...text, 'Enter'];
  await Promise.all(
    keys.map((key) => {
      const said = key === 'Enter' ? '\r' : key;
      return keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: said });
    }),
  );
}

/** Everything that leaves the page or stays in it, by where it was found. */
async function watchedOf(kiosk: Page): Promise<() => Promise<Record<string, string>>> {
  const frames: string[] = [];
  const asked: string[] = [];
  const said: string[] = [];
  kiosk.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => frames.push(String(payload)));
    socket.on('framereceived', ({ payload }) => frames.push(String(payload)));
  });
  kiosk.on('request', (r) => asked.push(`${r.url()} ${r.postData() ?? ''}`));
  kiosk.on('console', (line) => said.push(line.text()));
  kiosk.on('pageerror', (fault) => said.push(String(fault.stack)));
  await kiosk.reload();
  return async () => ({
    frames: frames.join('\n'),
    requests: asked.join('\n'),
    console: said.join('\n'),
    address: kiosk.url(),
    page: await kiosk.content(),
    storage: await kiosk.evaluate(async () =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, await indexedDB.databases()]),
    ),
  });
}

async function onDisk(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((f) => f.isFile())
    .map((f) => readFile(join(f.parentPath, f.name), 'latin1'));
  return (await Promise.all(texts)).join('\n');
}

const heading = (kiosk: Page, name: string) => kiosk.getByRole('heading', { name });

test('A20: a card gives its class and leaves nothing of its number anywhere', async ({
  branch,
}) => {
  async function* lines() {
    yield HASHED;
  }
  const cards = { prefixes: full.cards?.prefixes ?? [], hashes: await hashesOf(lines()) };
  const kiosk = await kioskOf(branch, { ...full, cards });
  const found = await watchedOf(kiosk);
  const reader = await kiosk.context().newCDPSession(kiosk);
  await expect(kiosk.getByRole('button', { name: '持卡取号' })).toBeVisible();

  for (const [text, number] of [
    [PREMIUM, 'V001'],
    [`;${HASHED}=25121011234?`, 'V002'],
  ] as const) {
    // A button has the focus: the reader's Enter must not press it.
    await kiosk.getByRole('button', { name: '大字版' }).focus();
    await swipes(reader, text);
    await expect(heading(kiosk, '贵宾客户您好，请选择业务')).toBeVisible();
    await expect(kiosk.getByRole('button', { name: '大字版' })).toBeVisible();
    await kiosk.locator('.card').first().click();
    await expect(kiosk.locator('.issued .number')).toHaveText(number);
    await kiosk.locator('.issued .button').click();
  }

  await swipes(reader, STRANGER);
  await expect(heading(kiosk, '这张卡按普通客户取号')).toBeVisible();
  await swipes(reader, `;E?${STRANGER.slice(0, 10)}`);
  await expect(heading(kiosk, '没有读到卡')).toBeVisible();
  const places: Record<string, string> = {
    ...(await found()),
    log: branch.said(),
    disk: await onDisk(branch.folder),
  };
  expect(places.frames).toContain('premium');
  expect(places.disk).toContain('premium');
  for (const [place, text] of Object.entries(places))
    for (const secret of [PREMIUM, HASHED, STRANGER, STRANGER.slice(0, 10)])
      expect(text.includes(secret), `${place} holds a card's number`).toBe(false);
  await kiosk.getByRole('button', { name: '不用卡，直接取号' }).click();
  await expect(heading(kiosk, '请选择您要办理的业务')).toBeVisible();
  await verified(branch.folder);
});

test('without a table no way by card is shown, and a reader presses nothing', async ({
  branch,
}) => {
  const { cards: _, ...plain } = full;
  const kiosk = await kioskOf(branch, plain);
  const reader = await kiosk.context().newCDPSession(kiosk);
  await kiosk.locator('.card').first().focus();
  await swipes(reader, PREMIUM);
  await kiosk.waitForTimeout(400);
  await expect(kiosk.getByRole('button', { name: '持卡取号' })).toBeHidden();
  await expect(heading(kiosk, '请选择您要办理的业务')).toBeVisible();
});
