import type { Page } from '@playwright/test';
import { defaultSettings } from '../../shared/defaults.ts';
import type { Settings } from '../../shared/settings.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import { type Branch, expect, SIZES } from './branch.ts';
import { lettered } from './letters.ts';

const service = (id: string, prefix: string, zh: string, en: string) => ({
  ...{ id: id as Settings['services'][number]['id'], prefix, usualSeconds: 600 },
  name: { zh, en },
  examples: { zh: '咨询、申请、还款', en: 'Questions, applications, repayments' },
});

/** Six services and a way by card: all that a kiosk can be asked to show. */
export const full: Settings = {
  ...defaultSettings,
  services: [
    ...defaultSettings.services,
    service('loan', 'E', '个人贷款', 'Personal loans'),
    service('fx', 'F', '外币兑换', 'Foreign currency'),
  ],
  cards: { prefixes: [{ prefix: '622200', class: 'premium' }] },
};

export const PANELS = {
  tablet: { inches: 10.1, width: 1280, height: 800 },
  tabletUpright: { inches: 10.1, width: 800, height: 1280 },
  desk: { inches: 15.6, width: 1920, height: 1080 },
  portrait: { inches: 21.5, width: 1080, height: 1920 },
  tall: { inches: 32, width: 1080, height: 1920 },
};
type Panel = (typeof PANELS)['tablet'];

/** A press as the hub takes it from its own machine. */
export async function does(page: Page, command: object): Promise<void> {
  const random = crypto.getRandomValues(new Uint8Array(10));
  const said = await page.request.post(new URL('/api/commands', page.url()).href, {
    data: { id: uuid7(Date.now(), random), ...command },
  });
  expect(await said.json()).toMatchObject({ ok: true });
}

export async function kioskOf(branch: Branch, settings: Settings = full): Promise<Page> {
  const kiosk = await branch.screen('/kiosk/ticket/', SIZES.kiosk);
  await kiosk.emulateMedia({ reducedMotion: 'reduce' });
  await does(kiosk, { type: 'settings.change', settings });
  return kiosk;
}

export async function onPanel(kiosk: Page, { inches, width, height }: Panel, lang: string) {
  await kiosk.setViewportSize({ width, height });
  const pxPerMm = Math.hypot(width, height) / (inches * 25.4);
  await kiosk.evaluate(
    (said) => localStorage.setItem('tingtang.calibration /kiosk/ticket/', said),
    JSON.stringify({ pxPerMm, distance: 600 }),
  );
  await kiosk.goto(new URL(`/kiosk/ticket/?lang=${lang}`, kiosk.url()).href);
  await expect(kiosk.locator('.card').first()).toBeVisible();
  await lettered(kiosk);
}
