import type { Page } from '@playwright/test';
import { arrive, cut, press, violations } from './audit.ts';
import { expect, MOVING, SIZES, test } from './branch.ts';
import { isLookedAt } from './matrix.ts';

/** Panels and how far the last row sits, millimetres. */
const HALLS = [
  { width: 1920, height: 1080, inches: 55, distance: 6000 },
  { width: 1080, height: 1920, inches: 55, distance: 6000 },
  { width: 3840, height: 2160, inches: 75, distance: 8000 },
  { width: 1920, height: 1080, inches: 32, distance: 6000 },
  { width: 1920, height: 1080, inches: 98, distance: 6000 },
];
type Hall = (typeof HALLS)[number];

async function inHall(lobby: Page, hall: Hall, lang: string): Promise<void> {
  const { width, height, inches, distance } = hall;
  await lobby.setViewportSize({ width, height });
  const pxPerMm = Math.hypot(width, height) / (inches * 25.4);
  await lobby.evaluate(
    (said) => localStorage.setItem('tingtang.calibration /display/lobby/', said),
    JSON.stringify({ pxPerMm, distance }),
  );
  await lobby.goto(new URL(`/display/lobby/?lang=${lang}`, lobby.url()).href);
  await expect(lobby.locator('.hall')).toBeVisible();
}

/** Text whose letters stand lower than the last row can read: numbers 1/100, the rest 1/150. */
const low = (page: Page, { width, height, inches, distance }: Hall) =>
  page.evaluate(
    ({ pxPerMm, distance }) => {
      const wrong: string[] = [];
      const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const text = node.parentElement;
        // What is about the sound is for whoever stands at the screen.
        if (!text || !node.textContent?.trim() || text.closest('.unseen, .voice')) continue;
        if (!text.checkVisibility({ visibilityProperty: true })) continue;
        // Digits and capitals fill 0.73 of their line, Chinese characters 0.9.
        const fills = /[A-Za-z0-9]/.test(node.textContent) ? 0.73 : 0.9;
        const called = text.closest('.number');
        const size = Number.parseFloat(getComputedStyle(text).fontSize) / pxPerMm;
        const stands = size * fills;
        const least = distance / (called ? 100 : 150);
        if (stands < least - 0.5)
          wrong.push(`"${node.textContent.trim()}" stands ${stands.toFixed(0)} of ${least} mm`);
      }
      return wrong;
    },
    { pxPerMm: Math.hypot(width, height) / (inches * 25.4), distance },
  );

const calls = async (lobby: Page, counters: readonly string[]) => {
  for (const counter of counters) await press(lobby, { type: 'call.next', counter });
};

test('in five halls and both languages it reads right from the last row, and nothing is cut', async ({
  branch,
}) => {
  test.slow();
  const lobby = await branch.screen('/display/lobby/', SIZES.tv);
  await lobby.emulateMedia({ reducedMotion: 'reduce' });
  const wrong: string[] = [];
  const states = ['nobody called', 'forty waiting'] as const;
  const look = async (state: (typeof states)[number]) => {
    for (const [h, hall] of HALLS.entries())
      for (const [l, lang] of ['zh', 'en'].entries()) {
        if (!isLookedAt(states.indexOf(state), h, l)) continue;
        await inHall(lobby, hall, lang);
        const found = [...(await low(lobby, hall)), ...(await cut(lobby))];
        if (hall === HALLS[0]) found.push(...(await violations(lobby, 'far')));
        wrong.push(
          ...found.map((what) => `${state} ${hall.inches}" ${hall.width} ${lang}: ${what}`),
        );
      }
  };
  await look('nobody called');
  for (const counter of ['1', '2', '3', '5']) await press(lobby, { type: 'counter.open', counter });
  await arrive(lobby, 40);
  await calls(lobby, ['1', '5', '2', '3']);
  await look('forty waiting');
  expect(wrong).toEqual([]);
});

test('a burst of calls pulses slowly for five seconds, and never flashes', async ({ branch }) => {
  // Eight seconds of frames, drawn by the processor: a quarter of a panel flashes like a whole one.
  const lobby = await branch.screen('/display/lobby/', { width: 960, height: 540 }, MOVING);
  const counters = ['1', '2', '3', '4', '5'];
  for (const counter of counters) await press(lobby, { type: 'counter.open', counter });
  await arrive(lobby, 20);
  const seen = lobby.evaluate(
    () =>
      new Promise<{ at: number; light: number }[]>((done) => {
        const frames: { at: number; light: number }[] = [];
        const paint = document
          .createElement('canvas')
          .getContext('2d', { willReadFrequently: true });
        const light = (colour: string) => {
          if (!paint) throw new Error('no canvas to read colours with');
          paint.fillStyle = '#0b1211';
          paint.fillRect(0, 0, 1, 1);
          paint.fillStyle = colour;
          paint.fillRect(0, 0, 1, 1);
          const [r = 0, g = 0, b = 0] = [...paint.getImageData(0, 0, 1, 1).data].map((v) =>
            v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const look = (at: number) => {
          const place = document.querySelector('.newest');
          if (place) frames.push({ at, light: light(getComputedStyle(place).backgroundColor) });
          const first = frames[0]?.at ?? at;
          return at - first > 8000 ? done(frames) : requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
  );
  await calls(lobby, counters);
  const frames = await seen;
  // Turns of the light that make up at least a tenth of full white, as a flash is counted.
  const turns: number[] = [];
  let [top, bottom, rising] = [frames[0]?.light ?? 0, frames[0]?.light ?? 0, true];
  for (const { at, light } of frames) {
    if (rising ? light > top : light < bottom) top = bottom = light;
    if (!(rising ? light < top - 0.1 : light > bottom + 0.1)) continue;
    rising = !rising;
    top = bottom = light;
    turns.push(at);
  }
  const within = (ms: number) =>
    Math.max(0, ...turns.map((at) => turns.filter((t) => t >= at && t < at + ms).length));
  expect(within(1000) / 2, 'flashes in a second').toBeLessThanOrEqual(2);
  expect(turns.length, 'it pulses at all').toBeGreaterThanOrEqual(2);
  await expect(lobby.locator('.newest')).toHaveAttribute('data-fresh', 'false');
  const calm = frames.filter(({ light }) => light < 0.05).at(-1);
  expect(calm?.at, 'calm again within eight seconds').toBe(frames.at(-1)?.at);
});
