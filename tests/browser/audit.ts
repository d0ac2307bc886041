import type { Page } from '@playwright/test';
import { uuid7 } from '../../shared/uuid7.ts';
import { faults } from './axe.ts';
import { expect } from './branch.ts';

/** A press as the hub takes it from its own machine; what it answered. */
export async function press(page: Page, command: object) {
  const random = crypto.getRandomValues(new Uint8Array(10));
  const said = await page.request.post(new URL('/api/commands', page.url()).href, {
    data: { id: uuid7(Date.now(), random), ...command },
  });
  const answer = (await said.json()) as { ok: boolean; ticket?: string };
  expect(answer).toMatchObject({ ok: true });
  return answer;
}

/** So many tickets, one service after another; the last one's id. */
export async function arrive(page: Page, people: number): Promise<string> {
  const services = ['cash', 'account', 'business', 'wealth'];
  let last = '';
  for (let n = 0; n < people; n++) {
    const take = { service: services[n % 4], class: 'ordinary', by: 'kiosk' };
    last = (await press(page, { type: 'ticket.issue', ...take })).ticket ?? '';
  }
  return last;
}

/** What axe finds; `far`: contrast is held to 7:1, as on screens for the public. */
export async function violations(page: Page, far: 'far' | 'staff'): Promise<string[]> {
  const enhanced = { 'color-contrast-enhanced': { enabled: far === 'far' } };
  const rules = { 'target-size': { enabled: true }, ...enhanced };
  return (await faults(page, { rules })).map((v) => `${v.id}: ${v.nodes[0]?.html}`);
}

/** Text at 1.5× its size. */
export const enlarge = (page: Page) =>
  page.evaluate(() => {
    document.documentElement.style.fontSize = '24px';
  });

/** Text that stands partly outside whatever clips it, and a page wider than its screen. */
export const cut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wrong: string[] = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const text = node.parentElement;
      if (!text || !node.textContent?.trim() || text.closest('.unseen')) continue;
      if (!text.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const at = range.getBoundingClientRect();
      for (let box: Element | null = text; box; box = box.parentElement) {
        const style = getComputedStyle(box);
        const clips = style.overflowX === 'hidden' || style.overflowX === 'clip';
        if (!clips || box === document.documentElement) continue;
        const { left, right, top, bottom } = box.getBoundingClientRect();
        const out = at.left >= right || at.right <= left || at.top >= bottom || at.bottom <= top;
        // A letter's box reaches a little over its line: that is not cut.
        const over = Number.parseFloat(getComputedStyle(text).fontSize) * 0.3;
        const whole =
          at.left >= left - 2 &&
          at.right <= right + 2 &&
          at.top >= top - over &&
          at.bottom <= bottom + over;
        if (!out && !whole) wrong.push(`"${node.textContent.trim()}" is cut by .${box.className}`);
      }
    }
    if (document.documentElement.scrollWidth > innerWidth + 1)
      wrong.push(`the page is ${document.documentElement.scrollWidth} wide`);
    return wrong;
  });
