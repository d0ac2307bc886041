import type { Page } from '@playwright/test';
import { faults } from './axe.ts';
import { expect, test } from './branch.ts';
import { does, full, kioskOf, onPanel, PANELS } from './kiosk.ts';
import { verified } from './ledger.ts';
import { isLookedAt } from './matrix.ts';
import { measured } from './measured.ts';

const aid = (kiosk: Page, name: RegExp) => kiosk.locator('.aids').getByRole('button', { name });

const SIZES = ['1×', '1.5×'] as const;

/** What the page is asked to show, in the order in which it is walked through. */
const STATES = ['home', 'help', 'card', 'privacy', 'low', 'issued'] as const;
type State = (typeof STATES)[number];
const ASIDE = { help: /帮助|过来|help/i, card: /持卡|card/, privacy: /隐私|Privacy/ };

/** Walks through the wanted states of the page, with something to be done in each. */
async function inEach(
  kiosk: Page,
  size: (typeof SIZES)[number],
  wanted: readonly State[],
  look: (state: State) => Promise<void>,
): Promise<void> {
  const low = aid(kiosk, /^(低位操作|Lower keys)$/);
  if (size === '1.5×') await aid(kiosk, /^(大字版|Larger text)$/).click();
  if (wanted.includes('home')) await look('home');
  for (const state of ['help', 'card', 'privacy'] as const) {
    if (!wanted.includes(state)) continue;
    await aid(kiosk, ASIDE[state]).click();
    const back = kiosk.locator('section .button-next');
    await expect(back).toBeVisible();
    await look(state);
    await back.click();
    await expect(back).toBeHidden();
  }
  if (wanted.includes('low') && (await low.isVisible())) {
    await low.click();
    const usual = aid(kiosk, /^(恢复高位|Usual height)$/);
    await expect(usual).toBeVisible();
    await look('low');
    await usual.click();
  }
  if (!wanted.includes('issued')) return;
  await kiosk.locator('.card').first().click();
  await expect(kiosk.locator('.issued')).toBeVisible();
  await look('issued');
  await kiosk.locator('.issued .button').click();
  await expect(kiosk.locator('.issued')).toBeHidden();
}

/** What the page shows has been laid out: on a busy machine that comes some frames after a touch. */
const drawn = (page: Page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );

const unheard = async (page: Page): Promise<string[]> =>
  (await faults(page)).map((v) => `${v.id} ${v.nodes[0]?.html}`);

test('on five panels, two languages, two text sizes: 20 mm targets, 5 mm text, nothing cut, and axe content', async ({
  branch,
}) => {
  const kiosk = await kioskOf(branch);
  test.slow();
  const wrong: string[] = [];
  for (const [p, panel] of Object.values(PANELS).entries())
    for (const [l, lang] of ['zh', 'en'].entries())
      for (const [s, size] of SIZES.entries()) {
        if (!isLookedAt(p, l, s)) continue;
        // What axe looks at is the same on every panel: on one of them it looks at all of them.
        const isHeard = panel === PANELS.portrait;
        const wanted = STATES.filter((_, i) => isHeard || isLookedAt(i, l, p >> 1));
        await onPanel(kiosk, panel, lang);
        await inEach(kiosk, size, wanted, async (state) => {
          await drawn(kiosk);
          const found = await measured(kiosk);
          if (isHeard) found.push(...(await unheard(kiosk)));
          const where = `${panel.inches}" ${panel.width} ${lang} ${size} ${state}`;
          wrong.push(...found.map((what) => `${where}: ${what}`));
        });
      }
  expect(wrong).toEqual([]);
});

test('on a small panel the large text has pages, and every service is on one', async ({
  branch,
}) => {
  const kiosk = await kioskOf(branch);
  await onPanel(kiosk, PANELS.tablet, 'zh');
  await aid(kiosk, /^大字版$/).click();
  const seen = new Set<string>();
  const pages = /共 (\d+) 页/.exec(await kiosk.locator('.card-more').innerText())?.[1];
  for (let page = 0; page < Number(pages); page++) {
    for (const name of await kiosk.locator('.card:not(.card-more) .card-name').allInnerTexts())
      seen.add(name);
    await kiosk.locator('.card-more').click();
  }
  expect([...seen]).toEqual(full.services.map((s) => s.name.zh));
  await expect(kiosk.locator('.card-more')).toContainText('第 1 页');
});

test('who asks for a person is told that she comes, once, and that she knows', async ({
  branch,
}) => {
  const kiosk = await kioskOf(branch);
  await aid(kiosk, /^需要帮助$/).click();
  await expect(kiosk.getByRole('heading', { name: '大堂经理正在过来' })).toBeVisible();
  await kiosk.getByRole('button', { name: '返回取号' }).click();
  await aid(kiosk, /^正在过来$/).click();
  await expect(kiosk.getByRole('heading', { name: '大堂经理正在过来' })).toBeVisible();
  const floor = async () =>
    (await (await kiosk.request.get(new URL('/api/views/floor', kiosk.url()).href)).json()).view;
  const [call, ...others] = (await floor()).help;
  expect(others).toEqual([]);
  await does(kiosk, { type: 'help.answer', help: call.help });
  await expect(kiosk.getByRole('heading', { name: '大堂经理已收到' })).toBeVisible();
  await verified(branch.folder);
});

test('outside its hours it says when it opens again, and that those inside are served', async ({
  branch,
}) => {
  const today = { open: '00:00', close: '00:01' };
  const hours = { week: Array(7).fill(today), exceptions: {}, ticketsBeforeMinutes: 0 };
  const kiosk = await kioskOf(branch, { ...full, hours });
  await expect(kiosk.getByRole('heading', { name: '今日取号已结束' })).toBeVisible();
  await expect(kiosk.getByText('已取号的客户会继续办理')).toBeVisible();
  await expect(kiosk.getByText('明天开门')).toBeVisible();
  for (const panel of Object.values(PANELS)) {
    await kiosk.setViewportSize(panel);
    expect(await measured(kiosk)).toEqual([]);
  }
  expect(await unheard(kiosk)).toEqual([]);
  await does(kiosk, {
    type: 'settings.change',
    settings: { ...full, hours: { ...hours, week: Array(7).fill(null) } },
  });
  await expect(kiosk.getByRole('heading', { name: '今天不营业' })).toBeVisible();
});
