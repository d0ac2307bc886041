import { expect, type Page } from '@playwright/test';
import type { CounterId, ServiceId } from '../../shared/ids.ts';
import { SIZES } from './branch.ts';
import { attacks, escapes, watch } from './escapes.ts';
import { button } from './hands.ts';
import { type Rig, test } from './rig.ts';

/**
 * What a page can hold, it holds. Alt+F4, Ctrl+Alt+Del, the system's own gestures and the power button
 * are heard before any page: those are for the browser's kiosk mode and the machine's set-up.
 */

/** A page with another one before it, so that there is a way back. */
async function standing(rig: Rig, path: string, size: { width: number; height: number }) {
  const page = await rig.screens.open('/livez', size, { hasTouch: true });
  await page.goto(rig.url + path);
  await expect(page.locator('main').getByRole('heading').first()).toBeVisible();
  return page;
}

/** Plays every attack; which of them led where. Led away, it comes back for the next one. */
async function attacked(page: Page): Promise<Record<string, string>> {
  const url = page.url();
  const width = page.viewportSize()?.width;
  const kept = { acted: [], pages: 1, isSamePage: true, scale: 1, width, selected: '', links: 0 };
  const led: Record<string, string> = {};
  await watch(page);
  for (const [name, attack] of Object.entries(attacks)) {
    await attack(page, await page.context().newCDPSession(page));
    const found = JSON.stringify({ ...kept, ...(await escapes(page)) });
    if (found === JSON.stringify(kept) && page.url() === url) continue;
    led[name] = found;
    await page.goto(url);
    await watch(page);
  }
  return led;
}

/** Half their real size: what is drawn here is drawn by the processor. */
const HELD = [
  ['/kiosk/ticket/', { width: 540, height: 960 }],
  ['/kiosk/rating/?counter=2', { width: 640, height: 480 }],
  ['/kiosk/rating/', { width: 640, height: 480 }],
  ['/display/lobby/', { width: 960, height: 540 }],
] as const;

test('A18: no hand gets out of a kiosk, a rating terminal or the lobby display', async ({
  rig,
}) => {
  for (const [path, size] of HELD)
    expect(await attacked(await standing(rig, path, size)), path).toEqual({});
});

test('A18: the same hands get out of a page that does not hold them', async ({ rig }) => {
  const page = await standing(rig, '/display/home/', { width: 960, height: 540 });
  expect(Object.keys(await attacked(page)).sort()).toEqual(Object.keys(attacks).sort());
});

test('A18: a kiosk that is left alone counts down and is home again', async ({ rig }) => {
  const kiosk = await rig.screens.open('/livez', SIZES.kiosk, { hasTouch: true });
  await kiosk.clock.install();
  await kiosk.goto(`${rig.url}/kiosk/ticket/`);
  await button(kiosk, '大字版').tap();
  await button(kiosk, 'English').tap();
  await button(kiosk, 'I need help').tap();
  await kiosk.clock.fastForward(60_500);
  await expect(kiosk.locator('.idle')).toBeVisible();
  await kiosk.touchscreen.tap(500, 1500);
  await expect(kiosk.locator('.idle')).toBeHidden();
  await kiosk.clock.fastForward(60_500);
  await expect(kiosk.locator('.idle')).toBeVisible();
  await kiosk.clock.fastForward(30_000);
  await expect(kiosk.getByRole('heading', { name: '请选择您要办理的业务' })).toBeVisible();
  await expect(button(kiosk, '大字版')).toBeVisible();
});

test('A18: a terminal that is left alone is quiet again, and speaks its own language', async ({
  rig,
}) => {
  const terminal = await rig.screens.open('/kiosk/rating/?counter=2', SIZES.tablet);
  const { pipeline } = rig.hub;
  const at = { counter: '2' as CounterId };
  await expect.poll(() => pipeline.lobby.visit.counters[at.counter]?.terminal).toBe(true);
  const service = 'cash' as ServiceId;
  await pipeline.submitOwn({ type: 'counter.open', ...at });
  await pipeline.submitOwn({ type: 'ticket.issue', service, class: 'ordinary', by: 'kiosk' });
  await pipeline.submitOwn({ type: 'call.next', ...at });
  await pipeline.submitOwn({ type: 'service.start', ...at });
  await pipeline.submitOwn({ type: 'service.end', ...at });
  await button(terminal, 'English').click();
  await expect(terminal.getByRole('heading', { name: /How was the service/ })).toBeVisible();
  rig.clock.turn(31_000);
  await expect(terminal.getByRole('heading', { name: /以心相待/ })).toBeVisible();
});
