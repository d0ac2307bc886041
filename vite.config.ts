/// <reference types="vitest/config" />
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Every folder of kiosk/ and display/ with an index.html is a page. */
const pages = ['kiosk', 'display'].flatMap((house) =>
  readdirSync(`${root}${house}`)
    .map((room) => `${root}${house}/${room}/index.html`)
    .filter((page) => existsSync(page)),
);

/** The Content-Security-Policy forbids what is inline: no data: addresses, no inline scripts. */
export default defineConfig({
  root,
  plugins: [preact()],
  test: {
    include: ['tests/**/*.test.ts'],
    // A machine that does other things too is slow, not wrong.
    testTimeout: 30_000,
    // Two cores are all there may be; by itself the runner would leave one of them idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    hookTimeout: 30_000,
  },
  build: {
    outDir: 'dist/pages',
    emptyOutDir: true,
    // Which files a page needs: the phones' listener hands out no others.
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: pages },
  },
});
