import type { Page } from '@playwright/test';
import { arrive, cut, enlarge, press, violations } from './audit.ts';
import { expect, SIZES, test } from './branch.ts';
import { verified } from './ledger.ts';
import { isLookedAt } from './matrix.ts';

const WIDTHS = [
  { width: 320, height: 720 },
  { width: 900, height: 640 },
  { width: 1440, height: 900 },
];

const button = (page: Page, name: RegExp) => page.getByRole('button', { name });

/** A key, after the moment in which the big button still settles. */
async function key(counter: Page, name: string): Promise<void> {
  await counter.waitForTimeout(650);
  await counter.keyboard.press(name);
}

/** Every key that stands on a button, with what the button is called. */
const keysShown = (page: Page) =>
  page.locator('.desk button:has(kbd)').evaluateAll((all) => all.map((b) => b.textContent));

const says = (counter: Page, name: RegExp) => expect(button(counter, name)).toBeEnabled();
const asked = (counter: Page, name: RegExp) =>
  expect(counter.getByRole('group', { name })).toBeFocused();

/** Opens, serves, takes an end back, and calls somebody who does not come. */
async function usualPath(counter: Page): Promise<void> {
  await says(counter, /^开窗/);
  await key(counter, ' ');
  await says(counter, /^呼叫下一位/);
  await key(counter, ' ');
  await says(counter, /^开始办理/);
  await key(counter, ' ');
  await says(counter, /^办结/);
  await key(counter, ' ');
  await says(counter, /^呼叫下一位/);
  await key(counter, 'z');
  await says(counter, /^办结/);
  await key(counter, ' ');

  // Called twice in vain: missed.
  await says(counter, /^呼叫下一位/);
  await key(counter, 'Enter');
  await says(counter, /^重呼/);
  await key(counter, 'r');
  await says(counter, /^过号/);
  await key(counter, 'm');
}

/** One is sent on, one put on hold. */
async function elsewhere(counter: Page): Promise<void> {
  // Transferred, by the digit of its service.
  await says(counter, /^呼叫下一位/);
  await key(counter, ' ');
  await says(counter, /^开始办理/);
  await key(counter, ' ');
  await says(counter, /^转移/);
  await key(counter, 't');
  await asked(counter, /转到哪项业务/);
  await counter.keyboard.press('1');
  await says(counter, /^呼叫下一位/);

  // On hold.
  await key(counter, ' ');
  await says(counter, /^挂起/);
  await key(counter, 'h');
  await expect(counter.getByRole('heading', { name: '挂起' })).toBeVisible();
}

/** One is served without a number. */
async function unasked(counter: Page): Promise<void> {
  // Without a number, first looked at and left with Escape.
  await says(counter, /^无号办理/);
  await key(counter, 'w');
  await asked(counter, /^无号办理/);
  await counter.keyboard.press('Escape');
  await key(counter, 'w');
  await asked(counter, /^无号办理/);
  await counter.keyboard.press('1');
  await expect(counter.getByText('为什么没有取号？')).toBeVisible();
  await counter.keyboard.press('1');
  await says(counter, /^办结/);
  await key(counter, ' ');
}

/** Somebody goes first, a person is asked for, and the counter pauses and closes. */
async function theRest(counter: Page): Promise<void> {
  // Somebody goes first; a person is asked for.
  await says(counter, /^优先/);
  await key(counter, 'f');
  await asked(counter, /让哪一位优先/);
  await counter.keyboard.press('1');
  await expect(button(counter, /^军人/)).toBeVisible();
  await counter.keyboard.press('1');
  await expect(counter.locator('.queue-lists .shape-care')).toHaveCount(1);
  await key(counter, 'l');
  await expect(counter.getByText('已通知大堂经理')).toBeVisible();

  await key(counter, 'p');
  await asked(counter, /为什么暂停/);
  await counter.keyboard.press('1');
  await says(counter, /^继续服务/);
  await key(counter, ' ');
  await says(counter, /^关窗/);
  await key(counter, 'x');
  await says(counter, /^开窗/);
}

test('a whole day at the counter by keyboard alone', async ({ branch }) => {
  const counter = await branch.screen('/kiosk/counter/?counter=2', SIZES.desk);
  const settings = (await import('../../shared/defaults.ts')).defaultSettings;
  const rules = { ...settings.rules, callGap: 0, recallGap: 0 };
  await press(counter, { type: 'settings.change', settings: { ...settings, rules } });
  await arrive(counter, 6);
  await usualPath(counter);
  await elsewhere(counter);
  await unasked(counter);
  await theRest(counter);
  await verified(branch.folder);
});

test('the focus is seen, goes everywhere, and is caught nowhere', async ({ branch }) => {
  const counter = await branch.screen('/kiosk/counter/?counter=2', SIZES.desk);
  await press(counter, { type: 'counter.open', counter: '2' });
  await arrive(counter, 12);
  await expect(counter.locator('.queue .row')).toHaveCount(5);
  const all = await counter.locator('button:enabled').count();
  const seen = new Set<string>();
  for (let n = 0; n <= all; n++) {
    await counter.keyboard.press('Tab');
    const at = await counter.evaluate(() => {
      const { activeElement: on } = document;
      if (!on || on === document.body) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(on);
      return { name: on.textContent, seen: outlineStyle !== 'none' && outlineWidth !== '0px' };
    });
    if (!at) break;
    expect(at.seen, `${at.name} shows no focus`).toBe(true);
    seen.add(at.name ?? '');
  }
  expect(seen.size).toBe(all);
  for (const shown of await keysShown(counter)) expect(shown).toMatch(/[A-Z?]$|空格$|Esc$/);
});

test('a refusal is one sentence under the big button', async ({ branch }) => {
  const counter = await branch.screen('/kiosk/counter/?counter=2', SIZES.desk);
  await press(counter, { type: 'counter.open', counter: '2' });
  await arrive(counter, 1);
  await press(counter, { type: 'call.next', counter: '2' });
  await press(counter, { type: 'service.start', counter: '2' });
  await expect(button(counter, /^办结/)).toBeVisible();
  await key(counter, 't');
  await press(counter, { type: 'service.end', counter: '2' });
  await counter.keyboard.press('2');
  await expect(counter.getByRole('alert')).toHaveText(/还没有开始办理/);
});

test('from 320 px to a whole panel, in both languages nothing is cut or unnamed', async ({
  branch,
}) => {
  test.slow();
  const counter = await branch.screen('/kiosk/counter/?counter=2', SIZES.desk);
  await counter.emulateMedia({ reducedMotion: 'reduce' });
  const wrong: string[] = [];
  const states = ['closed', 'free', 'pausing', 'going first', 'keys'] as const;
  const look = async (state: (typeof states)[number], keys = '') => {
    for (const [l, lang] of ['zh', 'en'].entries()) {
      await counter.goto(new URL(`/kiosk/counter/?counter=2&lang=${lang}`, counter.url()).href);
      await expect(counter.locator('.big')).toBeVisible();
      for (const name of keys) await counter.keyboard.press(name);
      for (const [w, size] of WIDTHS.entries()) {
        if (!isLookedAt(states.indexOf(state), l, w)) continue;
        await counter.setViewportSize(size);
        const found = await cut(counter);
        wrong.push(...found.map((what) => `${state} ${lang} ${size.width}: ${what}`));
      }
      await counter.setViewportSize(SIZES.desk);
      if (isLookedAt(states.indexOf(state), l))
        wrong.push(...(await violations(counter, 'staff')).map((v) => `${state} ${lang}: ${v}`));
      await enlarge(counter);
      wrong.push(...(await cut(counter)).map((what) => `${state} ${lang} 1.5×: ${what}`));
    }
  };
  await look('closed');
  await press(counter, { type: 'counter.open', counter: '2' });
  await arrive(counter, 40);
  await look('free');
  await look('pausing', 'p');
  await press(counter, { type: 'call.next', counter: '2' });
  await look('going first', 'f');
  await press(counter, { type: 'service.start', counter: '2' });
  await look('keys', '?');
  expect(wrong).toEqual([]);
});
