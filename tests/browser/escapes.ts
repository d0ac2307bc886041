import type { CDPSession, Page } from '@playwright/test';

/** Where somebody's hands get to from a public screen; nowhere is where they should. */
export interface Escapes {
  /** Events the page let the browser act on: a menu, a command, a thing dragged out. */
  readonly acted: readonly string[];
  readonly pages: number;
  readonly isSamePage: boolean;
  readonly scale: number;
  readonly width: number;
  readonly selected: string;
  readonly links: number;
}

const WATCHED = [
  ...['contextmenu', 'selectstart', 'dragstart', 'dragover', 'drop', 'auxclick', 'keydown'],
  'wheel',
];
/** A keyboard may walk from button to button; by itself a modifier does nothing. */
const HARMLESS = [
  ...['Tab', 'Enter', ' ', 'Escape', 'ArrowLeft', 'ArrowRight', 'Home', 'PageDown'],
  ...['Control', 'Alt', 'Shift', 'Meta'],
];

/** Notes what the browser would act on, once the page has had its say. */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(
    ({ names, harmless }) => {
      const acted: string[] = [];
      const note = (event: Event) => {
        const key = event instanceof KeyboardEvent ? event : null;
        const commands = key && (key.ctrlKey || key.altKey || key.metaKey);
        if (event instanceof WheelEvent && !event.ctrlKey) return;
        if (event.defaultPrevented || (key && !commands && harmless.includes(key.key))) return;
        acted.push(`${event.type} ${key?.key ?? ''}`);
      };
      for (const name of names) window.addEventListener(name, note);
      window.addEventListener('beforeprint', () => acted.push('print'));
      Object.assign(window, { acted, open: () => acted.push('window.open') });
    },
    { names: WATCHED, harmless: HARMLESS },
  );
}

export async function escapes(page: Page): Promise<Escapes> {
  await page.waitForLoadState();
  const pages = page.context().pages().length;
  const inside = await page.evaluate(() => ({
    acted: (Object(window).acted ?? ['another page']) as string[],
    isSamePage: Object(window).acted !== undefined,
    scale: window.visualViewport?.scale ?? 0,
    width: window.innerWidth,
    selected: String(getSelection()),
    links: document.querySelectorAll('a[href]').length,
  }));
  return { pages, ...inside };
}

const KEYS = [
  ...['F1', 'F3', 'F5', 'F6', 'F7', 'F10', 'F11', 'F12', 'Backspace', 'ContextMenu'],
  ...[...'ntwpsofuljhdargek=-01'].map((key) => `Control+${key}`),
  ...['Tab', 'F4', 'F5', 'PageDown'].map((key) => `Control+${key}`),
  ...['n', 't', 'i', 'j', 'c', 'b', 'o', 'Delete'].map((key) => `Control+Shift+${key}`),
  ...['ArrowLeft', 'ArrowRight', 'Home', 'd', 'F4', 'Enter'].map((key) => `Alt+${key}`),
  ...['Meta+l', 'Meta+r', 'Shift+F10', 'Shift+F5'],
];

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** One pair of hands: what each tries on a public screen. */
export const attacks: Record<string, (page: Page, cdp: CDPSession) => Promise<unknown>> = {
  async 'a long press'(page, cdp) {
    const { x, y } = (await page.locator('main h1').first().boundingBox()) ?? { x: 300, y: 300 };
    await touch(cdp, 'touchStart', [x + 12, y + 8]);
    await pause(700);
    await touch(cdp, 'touchEnd');
  },
  async 'two fingers spread'(_, cdp) {
    await touch(cdp, 'touchStart', [400, 400], [500, 400]);
    for (let i = 1; i <= 10; i++) {
      await touch(cdp, 'touchMove', [400 - 30 * i, 400], [500 + 30 * i, 400]);
      await pause(16);
    }
    await touch(cdp, 'touchEnd');
    await pause(100);
  },
  async 'a swipe from each edge'(page, cdp) {
    const { width, height } = page.viewportSize() ?? { width: 800, height: 600 };
    await swipe(cdp, [1, height / 2], [width * 0.8, height / 2]);
    await swipe(cdp, [width - 1, height / 2], [width * 0.2, height / 2]);
    await swipe(cdp, [width / 2, 1], [width / 2, height * 0.8]);
    await pause(300);
  },
  async 'the wheel with Ctrl'(page) {
    await page.keyboard.down('Control');
    for (const by of [-400, 400, -400]) await page.mouse.wheel(0, by);
    await page.keyboard.up('Control');
  },
  async 'other buttons of the mouse'(page, cdp) {
    for (const button of ['right', 'middle'] as const) await page.mouse.click(300, 300, { button });
    for (const button of ['back', 'forward'] as const)
      for (const type of ['mousePressed', 'mouseReleased'] as const)
        await cdp.send('Input.dispatchMouseEvent', { type, button, x: 300, y: 300, clickCount: 1 });
    await pause(300);
  },
  async 'selecting and dragging out'(page) {
    await page.mouse.click(300, 300, { clickCount: 3 });
    await drag(page, [60, 60], [700, 500]);
    for (const what of ['svg', 'main h1', 'strong', 'img', 'a']) {
      const all = await page.locator(what).all();
      const box = await all[0]?.boundingBox();
      if (box) await drag(page, [box.x + 3, box.y + 3], [box.x + 200, box.y + 200]);
    }
  },
  async 'dropping a file'(_, cdp) {
    const data = { items: [], files: [new URL(import.meta.url).pathname], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await cdp.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    await pause(300);
  },
  async keys(page) {
    for (const key of KEYS) await page.keyboard.press(key);
  },
};

type Spot = readonly [x: number, y: number];

async function touch(
  cdp: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  ...fingers: Spot[]
): Promise<void> {
  const touchPoints = fingers.map(([x, y], id) => ({ x, y, id }));
  await cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
}

async function swipe(cdp: CDPSession, from: Spot, to: Spot): Promise<void> {
  await touch(cdp, 'touchStart', from);
  for (let i = 1; i <= 8; i++) {
    const at = (n: 0 | 1) => from[n] + ((to[n] - from[n]) * i) / 8;
    await touch(cdp, 'touchMove', [at(0), at(1)]);
  }
  await touch(cdp, 'touchEnd');
}

async function drag(page: Page, from: Spot, to: Spot): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up();
}
