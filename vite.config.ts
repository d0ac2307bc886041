/// <reference types="vitest/config" />
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import { LongFirst } from './tests/longFirst.ts';
import { plainly } from './tests/plain.mjs';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Every folder of kiosk/ and display/ with an index.html is a page. */
const pages = ['kiosk', 'display'].flatMap((house) =>
  readdirSync(`${root}${house}`)
    .map((room) => `${root}${house}/${room}/index.html`)
    .filter((page) => existsSync(page)),
);

/** The service worker: its source, with what it has to keep in front. */
function keptPages(): Plugin {
  return {
    name: 'tingtang:kept-pages',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const files = readdirSync(dir, { recursive: true, withFileTypes: true })
        .filter((found) => found.isFile() && found.name !== WORKER)
        .map(({ parentPath, name }) => `${parentPath}/${name}`.slice(dir.length))
        // What the build notes for the hub is served to nobody.
        .filter((file) => !file.startsWith('/.'))
        .sort();
      const content = createHash('sha256');
      for (const file of files) content.update(file).update(readFileSync(`${dir}${file}`));
      const version = content.digest('hex').slice(0, 16);
      const source = readFileSync(`${root}shared/screen/${WORKER}`, 'utf8');
      const head = `const VERSION = '${version}';\nconst FILES = ${JSON.stringify(files)};\n`;
      writeFileSync(`${dir}/${WORKER}`, head + source);
    },
  };
}
const WORKER = 'worker.js';

/** Each text also compressed, beside it: the hub has no time for that on a busy morning. */
function compressed(): Plugin {
  return {
    name: 'tingtang:compressed',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler({ dir = '' }) {
        const files = readdirSync(dir, { recursive: true, encoding: 'utf8' });
        for (const file of files.filter((name) => /\.(js|css|svg)$/.test(name))) {
          const text = readFileSync(`${dir}/${file}`);
          writeFileSync(`${dir}/${file}.br`, brotliCompressSync(text));
          writeFileSync(`${dir}/${file}.gz`, gzipSync(text, { level: 9 }));
        }
      },
    },
  };
}

/**
 * What every page is drawn with is one file: the frame, the line to the hub, the few small things that
 * most pages have, and all that these import. Twenty small files compress worse, and are asked for one by
 * one; whatever else pages share stays out, so that a kiosk fetches no words of the manager's panel.
 */
const ofAll = {
  name: 'screen',
  priority: 1,
  test: /shared\/(screen\/(frame|link|later|button|press|number|room|phrases|people|expected|kiosk|voice\/guidance)|views\/printers)\.tsx?$|icons\/(accessibility|chevron-right)\.mjs$/,
};

/** The kiosk's own first page, one file as well; nothing that other pages need may lie in it. */
const ofKiosk = { name: 'kiosk', test: /kiosk\/ticket\/(main|ticketKiosk|alone)\.tsx?$/ };

/**
 * Nearly all of a first page's functions are called at once: so said, the browser compiles them beside
 * all else while they come in, and not one by one when they are called.
 */
const calledAtOnce: Plugin = {
  name: 'tingtang:called-at-once',
  apply: 'build',
  generateBundle: {
    order: 'post',
    handler(_, files) {
      for (const file of Object.values(files))
        if (file.type === 'chunk' && [ofAll.name, ofKiosk.name].includes(file.name))
          file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
    },
  },
};

const NO_WAYS = '\0no-ways';

/** What libraries bring along for uses that are not ours: every page would fetch it before its own. */
const leaner: Plugin = {
  name: 'tingtang:leaner',
  enforce: 'pre',
  apply: 'build',
  resolveId(asked, from = '') {
    if (from.includes('/lucide-preact/') && asked === '../createLucideIcon.mjs')
      return `${root}shared/screen/drawnIcon.ts`;
    // Whoever opens a line names its ways; those that none named are left out.
    if (from.includes('/engine.io-client/') && asked === './transports/index.js') return NO_WAYS;
    return null;
  },
  load: (id) => (id === NO_WAYS ? 'export const transports = {};' : null),
  transform(code, id) {
    // Keys of lines that never change places, and are random.
    if (id.includes('/lucide-preact/dist/esm/icons/'))
      return { code: code.replaceAll(/, key: "\w+"/g, ''), map: null };
    return null;
  },
};

/** The Content-Security-Policy forbids what is inline: no data: addresses, no inline scripts. */
export default defineConfig({
  root,
  plugins: [preact(), leaner, calledAtOnce, keptPages(), compressed(), plainly()],
  test: {
    include: ['tests/**/*.test.ts'],
    // A machine that does other things too is slow, not wrong.
    testTimeout: 30_000,
    // Files share what they import: half of all time went into importing the same rooms again.
    isolate: false,
    // Two cores are all there may be; by itself the runner would leave one of them idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    hookTimeout: 30_000,
    expect: { poll: { timeout: 15_000 } },
    server: { deps: { external: [/\/dist\/plain\//] } },
    sequence: { sequencer: LongFirst },
  },
  build: {
    outDir: 'dist/pages',
    emptyOutDir: true,
    // Which files a page needs: the phones' listener hands out no others.
    manifest: true,
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // What is fetched behind a page brings along what it imports by itself.
      resolveDependencies: (_, needed, { hostType }) => (hostType === 'html' ? needed : []),
    },
    rolldownOptions: {
      input: pages,
      treeshake: {
        moduleSideEffects: [{ test: /\/(engine|socket)\.io-client\//, sideEffects: false }],
      },
      output: { codeSplitting: { groups: [ofAll, ofKiosk] } },
    },
  },
});
