import type { Page } from '@playwright/test';

/** What on this page is too small, too near, outside, or cut, in millimetres; nothing is good. */
export const measured = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const mm = Number.parseFloat(getComputedStyle(root).getPropertyValue('--mm'));
    const wrong: string[] = [];
    const name = (e: Element) => `"${(e.textContent ?? '').trim().slice(0, 24)}"`;
    const slack = 0.01;

    const targets = [...document.querySelectorAll('button')].filter((b) => b.checkVisibility());
    const boxes = targets.map((target) => ({ target, box: target.getBoundingClientRect() }));
    for (const { target, box } of boxes) {
      const least = Math.min(box.width, box.height) / mm;
      if (least < 20 - slack) wrong.push(`${name(target)} is ${least.toFixed(1)} mm`);
      const { left, top, right, bottom } = box;
      if (left < 0 || top < 0 || right > innerWidth + 1 || bottom > innerHeight + 1)
        wrong.push(`${name(target)} stands outside the panel`);
    }
    boxes.forEach(({ target, box: a }, i) => {
      for (const { target: other, box: b } of boxes.slice(i + 1)) {
        const across = Math.max(a.left - b.right, b.left - a.right);
        const along = Math.max(a.top - b.bottom, b.top - a.bottom);
        const between = Math.max(across, along) / mm;
        if (between < 3 - slack)
          wrong.push(`${name(target)} is ${between.toFixed(1)} mm from ${name(other)}`);
      }
    });

    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const text = node.parentElement;
      if (!text || !node.textContent?.trim()) continue;
      if (!text.checkVisibility({ visibilityProperty: true }) || text.closest('.unseen')) continue;
      const size = Number.parseFloat(getComputedStyle(text).fontSize) / mm;
      if (size < 5 - slack) wrong.push(`${name(text)} is ${size.toFixed(1)} mm high`);
      const range = document.createRange();
      range.selectNodeContents(node);
      const at = range.getBoundingClientRect();
      const place = text.closest('button, li, section, .ticket')?.getBoundingClientRect();
      // A letter's box reaches a little over its line: that is not cut.
      const over = size * mm * 0.25;
      const cut =
        place &&
        (at.left < place.left - 1 ||
          at.right > place.right + 1 ||
          at.top < place.top - over ||
          at.bottom > place.bottom + over);
      if (cut) wrong.push(`${name(text)} does not fit`);
    }
    const { scrollingElement: all } = document;
    if (all && (all.scrollHeight > innerHeight + 1 || all.scrollWidth > innerWidth + 1))
      wrong.push('the page scrolls');
    return wrong;
  });
