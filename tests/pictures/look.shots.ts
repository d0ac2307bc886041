import { mkdirSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { cut, violations } from '../browser/audit.ts';
import { SIZES } from '../browser/branch.ts';
import { type Rig, test } from '../browser/rig.ts';
import { by, crowd, settleIn, writeDown } from './fullHouse.ts';

test.setTimeout(500_000);
mkdirSync('/tmp/look', { recursive: true });
async function each(
  rig: Rig,
  name: string,
  place: string,
  how: { size: 'desk' | 'phone' | 'tablet'; lang: string; dark?: boolean; full?: boolean }[],
  act?: (p: Page) => Promise<void>,
) {
  for (const { size, lang, dark, full = true } of how) {
    const page = await rig.screens.open(
      place.replace('?', `?lang=${lang}&`).replace(/^#/, `/display/manager/?lang=${lang}#`),
      SIZES[size],
      { colorScheme: dark ? 'dark' : 'light' },
    );
    await page.waitForTimeout(900);
    try {
      await act?.(page);
    } catch (e) {
      console.log('ACT', name, String(e).slice(0, 300));
    }
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(250);
    const file = `${name}-${size}-${lang}${dark ? '-dark' : ''}`;
    await page.screenshot({
      path: `/tmp/look/${file}.png`,
      fullPage: full,
      animations: 'disabled',
    });
    const bad = [...(await violations(page, 'staff')), ...(await cut(page))];
    if (size === 'phone') bad.push(...(await small(page)));
    for (const b of bad.slice(0, 8)) console.log('BAD', file, b.slice(0, 220));
    await page.context().close();
  }
}
const small = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, a, input, select, summary, textarea')]
      .filter((e) => {
        const r = e.getBoundingClientRect();
        const l = e.closest('label')?.getBoundingClientRect();
        return (
          e.checkVisibility() &&
          r.width > 0 &&
          r.height < 43 &&
          (!l || l.height < 43) &&
          getComputedStyle(e).display !== 'inline'
        );
      })
      .map(
        (e) =>
          `small ${Math.round(e.getBoundingClientRect().height)}: ${e.outerHTML.slice(0, 120)}`,
      ),
  );
const D = { size: 'desk', lang: 'zh' } as const,
  P = { size: 'phone', lang: 'zh' } as const,
  PE = { size: 'phone', lang: 'en' } as const,
  DED = { size: 'desk', lang: 'en', dark: true } as const,
  PED = { size: 'phone', lang: 'en', dark: true } as const;
const only = process.env.ONLY?.split(',');
const want = (n: string) => !only || only.some((o) => n.startsWith(o));

test('all', async ({ rig }) => {
  if (want('empty'))
    for (const t of ['today', 'meetings', 'inspections', 'complaints', 'rectification', 'reports'])
      await each(rig, `empty-${t}`, `#${t}`, [D]);
  await settleIn(rig);
  await writeDown(rig);
  await crowd(rig, 40);
  const { day } = rig.hub.pipeline.lobby.visit;
  const places: Record<string, string> = {
    today: 'today',
    day: 'today/day',
    weeks: 'today/weeks',
    counter: 'today/counter/2',
    ticket: `today/ticket/${day?.date}/A005`,
    machines: 'today/machines',
    meet: 'meetings',
    month: 'meetings/month',
    roster: 'meetings/roster',
    presidents: 'meetings/presidents',
    training: 'meetings/training',
    notices: 'meetings/notices',
    insp: 'inspections',
    'insp-before': 'inspections/during',
    compl: 'complaints',
    order: `complaints/${day?.date}.c1`,
    rect: 'rectification',
    'rep-day': 'reports/2026-11-20',
    'rep-week': 'reports/2026-W47',
    'rep-month': 'reports/2026-11',
    'rep-year': 'reports/2026',
    set: 'settings',
  };
  for (const [name, at] of Object.entries(places))
    if (want(name))
      await each(
        rig,
        name,
        `#${at}`,
        name === 'today' ? [{ ...D, full: false }, P, DED, PED] : [D, PE, DED],
      );
  const press = (label: RegExp) => async (p: Page) => {
    await p.getByRole('button', { name: label }).first().click();
    await p.waitForTimeout(400);
  };
  if (want('f-')) {
    await each(rig, 'f-roster', '#meetings/roster', [D, P], async (p) => {
      await p.locator('.room button').first().click();
      await p.waitForTimeout(500);
    });
    await each(rig, 'f-notices', '#meetings/notices', [D, P], async (p) => {
      await p.locator('.room header button').first().click();
    });
    await each(rig, 'f-training', '#meetings/training', [D, P], async (p) => {
      await p.locator('.room header button').first().click();
    });
    await each(rig, 'f-presidents', '#meetings/presidents', [D, P], async (p) => {
      await p.locator('.room header button').first().click();
    });
    await each(rig, 'f-compl', '#complaints', [D, P], press(/登记|新|开/));
    await each(rig, 'f-insp', '#inspections', [D, P], press(/开始|检查|安排/));
    await each(rig, 'f-rect', '#rectification', [D, P], press(/制定|计划/));
    await each(rig, 'f-rectnew', '#rectification', [D, P], press(/新|自行|手工|开一/));
    await each(rig, 'f-alert', '#today', [{ ...D, full: false }, P], async (p) => {
      await p.locator('.alerts button, .alert button').first().click();
      await p.waitForTimeout(400);
    });
  }
  if (want('o-')) {
    await each(rig, 'o-floor', '/kiosk/floor/?', [{ size: 'tablet', lang: 'zh' }, PE]);
    await each(rig, 'o-counter', '/kiosk/counter/?counter=2', [D, { size: 'phone', lang: 'en' }]);
    await each(rig, 'o-counter4', '/kiosk/counter/?counter=4', [D, { size: 'phone', lang: 'en' }]);
    await each(rig, 'o-counter4', '/kiosk/counter/?counter=4', [DED]);
  }
});
void by;
