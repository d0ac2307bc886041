import type { Page } from '@playwright/test';
import { arrive, cut, press, violations } from './audit.ts';
import { expect, SIZES, test } from './branch.ts';
import { verified } from './ledger.ts';
import { isLookedAt } from './matrix.ts';

/** Terminals as they are sold, with CSS pixels in a millimetre. */
const PANELS = [
  { width: 1280, height: 800, inches: 10.1 },
  { width: 800, height: 1280, inches: 10.1 },
  { width: 1024, height: 600, inches: 8 },
];

async function onPanel(page: Page, { inches, ...size }: (typeof PANELS)[number]) {
  await page.setViewportSize(size);
  const pxPerMm = Math.hypot(size.width, size.height) / (inches * 25.4);
  await page.evaluate(
    (px) => document.documentElement.style.setProperty('--mm', `${px}px`),
    pxPerMm,
  );
  return pxPerMm;
}

/** Everything to touch, in millimetres: the smaller side of each. */
const sides = (page: Page, what: string, pxPerMm: number) =>
  page.locator(what).evaluateAll(
    (all, px) =>
      all.map((one) => {
        const { width, height } = one.getBoundingClientRect();
        return Math.min(width, height) / px;
      }),
    pxPerMm,
  );

/** A customer is served, and the terminal asks. */
async function served(terminal: Page, counter = '2'): Promise<void> {
  await arrive(terminal, 1);
  for (const type of ['call.next', 'service.start', 'service.end'])
    await press(terminal, { type, counter });
  await expect(terminal.locator('.faces')).toBeVisible();
}

async function opened(page: Page, counter = '2'): Promise<void> {
  const { defaultSettings } = await import('../../shared/defaults.ts');
  const { rules, rating } = defaultSettings;
  const calm = { ...rating, window: 600, changeWithin: 600 };
  const settings = { ...defaultSettings, rules: { ...rules, callGap: 0 }, rating: calm };
  await press(page, { type: 'settings.change', settings });
  await press(page, { type: 'counter.open', counter, teller: 't017' });
}

test('faces of 30 mm alike, reasons only after dissatisfied, thanks, and asleep with the counter', async ({
  branch,
}) => {
  const terminal = await branch.screen('/kiosk/rating/?counter=2', SIZES.tablet);
  await expect(terminal.getByRole('heading')).toHaveText(/2号窗口.*未开放/);
  await opened(terminal);
  await expect(terminal.getByText('工号 t017')).toBeVisible();
  await served(terminal);
  const looks = await terminal.locator('.face-button').evaluateAll((all) =>
    all.map((one) => {
      const { width, height } = one.getBoundingClientRect();
      const { backgroundColor, fontSize, fontWeight, color } = getComputedStyle(one);
      return [Math.round(width), Math.round(height), backgroundColor, fontSize, fontWeight, color];
    }),
  );
  expect(new Set(looks.map((look) => look.join())).size).toBe(1);
  await terminal.waitForTimeout(900);
  await terminal.getByRole('button', { name: '不满意', exact: true }).click();
  await expect(terminal.locator('.reasons button')).toHaveCount(6);
  await terminal.getByRole('button', { name: '跳过' }).click();
  await expect(terminal.getByText('谢谢您告诉我们')).toBeVisible();
  await expect(terminal.getByText('工号 t017')).toBeVisible();

  await served(terminal);
  await terminal.waitForTimeout(900);
  await terminal.getByRole('button', { name: '暂不评价' }).click();
  await expect(terminal.getByText('工号 t017')).toBeVisible();
  await press(terminal, { type: 'counter.pause', counter: '2', reason: 'lunch' });
  await expect(terminal.getByRole('heading')).toHaveText(/2号窗口.*暂停服务/);
  await verified(branch.folder);
});

test('on three panels, in both languages: sizes in millimetres, 7:1, nothing cut', async ({
  branch,
}) => {
  test.slow();
  const terminal = await branch.screen('/kiosk/rating/?counter=2', SIZES.tablet);
  await terminal.emulateMedia({ reducedMotion: 'reduce' });
  const wrong: string[] = [];
  const states = ['asleep', 'resting', 'asking', 'explaining', 'thanking'] as const;
  const look = async (state: (typeof states)[number], lang: 'zh' | 'en') => {
    for (const [p, panel] of PANELS.entries()) {
      if (!isLookedAt(states.indexOf(state), lang === 'zh' ? 0 : 1, p)) continue;
      const px = await onPanel(terminal, panel);
      const faces = await sides(terminal, '.faces .face', px);
      const targets = await sides(terminal, '.rating button', px);
      const found = [
        ...(await cut(terminal)),
        ...faces.filter((mm) => mm < 29.9).map((mm) => `a face of ${mm} mm`),
        ...targets.filter((mm) => mm < 19.9).map((mm) => `a target of ${mm} mm`),
      ];
      const bottom = await terminal.evaluate(() => document.body.scrollHeight - innerHeight);
      if (bottom > 1) found.push(`${bottom} px below the panel`);
      wrong.push(
        ...found.map((what) => `${state} ${lang} ${panel.width}×${panel.height}: ${what}`),
      );
    }
    if (isLookedAt(states.indexOf(state), lang === 'zh' ? 0 : 1))
      wrong.push(...(await violations(terminal, 'far')).map((v) => `${state} ${lang}: ${v}`));
  };
  for (const [lang, counter] of [
    ['zh', '2'],
    ['en', '3'],
  ] as const) {
    const path = `/kiosk/rating/?counter=${counter}&lang=${lang}`;
    await terminal.goto(new URL(path, terminal.url()).href);
    await expect(terminal.locator('.asleep')).toBeVisible();
    await look('asleep', lang);
    await opened(terminal, counter);
    await expect(terminal.locator('.resting')).toBeVisible();
    await look('resting', lang);
    await served(terminal, counter);
    await look('asking', lang);
    await terminal.waitForTimeout(900);
    await terminal.locator('.face-button').last().click();
    await expect(terminal.locator('.reasons')).toBeVisible();
    await look('explaining', lang);
    await terminal.locator('.asking-aside button').last().click();
    await terminal.locator('.face-button').first().click();
    await expect(terminal.locator('.thanking')).toBeVisible();
    await look('thanking', lang);
  }
  expect(wrong).toEqual([]);
});
