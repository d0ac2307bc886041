import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import preact from '@preact/preset-vite';
import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import { asShipped, buildIfStale } from '../../server/build.mjs';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const weighed = (text: string | Buffer) => brotliCompressSync(text).length;

/** What a page's own HTML asks for. */
const scriptsOf = (page: string) =>
  [...readFileSync(at(`dist/pages/${page}`), 'utf8').matchAll(/"(\/assets\/[^"]+\.js)"/g)].map(
    ([, path = '']) => path,
  );

/** The bare limit of B9: Preact and Socket.IO's client alone. */
async function bare(): Promise<number> {
  let sum = 0;
  await asShipped(async () => {
    const built = await build({
      ...{ root: at('tests/bench/limits/page'), configFile: false, logLevel: 'error' },
      plugins: [preact()],
      build: { write: false, modulePreload: { polyfill: false } },
    });
    const { output } = built as Rolldown.RolldownOutput;
    for (const file of output) if (file.type === 'chunk') sum += weighed(file.code);
  });
  return sum;
}

test('a kiosk fetches less than twice the script of Preact and Socket.IO alone, in few files', async () => {
  await buildIfStale();
  const scripts = scriptsOf('kiosk/ticket/index.html');
  const sizes = scripts.map((path) => weighed(readFileSync(at(`dist/pages${path}`))));
  expect(scripts.length).toBeLessThanOrEqual(3);
  expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(1.95 * (await bare()));
});

test('no other page fetches what is a kiosk’s own', () => {
  const own = scriptsOf('kiosk/ticket/index.html').filter((path) => path.includes('/kiosk-'));
  expect(own).toHaveLength(1);
  for (const page of [
    'kiosk/counter',
    'kiosk/floor',
    'kiosk/rating',
    'display/lobby',
    'display/manager',
  ])
    expect(scriptsOf(`${page}/index.html`)).not.toContain(own[0]);
});
