import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
/** What each half is built from. */
const sources = {
  pages: ['shared', 'kiosk', 'display', 'vite.config.ts', 'package-lock.json'],
  server: ['shared', 'server', 'package-lock.json'],
};

/** The newest change below a path, milliseconds. */
function newest(path) {
  const about = statSync(path);
  if (!about.isDirectory()) return about.mtimeMs;
  return Math.max(about.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

const stampOf = (half) => join(dist, `built-${half}`);

function isFresh(half) {
  if (!existsSync(stampOf(half))) return false;
  const built = statSync(stampOf(half)).mtimeMs;
  const present = sources[half].map((name) => join(root, name)).filter((path) => existsSync(path));
  return present.every((path) => newest(path) <= built);
}

/** What is more than script: a program for this machine, a database with files of its own. */
const OUTSIDE = ['@node-rs/argon2', '@electric-sql/pglite'];

/** A library's tables as one text each: as script they would be parsed twice as long. */
const tables = {
  name: 'tingtang:tables',
  load(id) {
    if (!/node_modules.*\.json$/.test(id)) return;
    const text = JSON.stringify(JSON.parse(readFileSync(id, 'utf8')));
    return { code: `module.exports = JSON.parse(${JSON.stringify(text)});`, moduleType: 'js' };
  },
};

const options = {
  pages: { configFile: join(root, 'vite.config.ts') },
  server: {
    configFile: false,
    // Libraries go into the program: hundreds of small files took longer to find than all else of a start.
    ssr: { noExternal: true, external: OUTSIDE },
    plugins: [tables],
    build: {
      ...{ ssr: true, outDir: 'dist/server', target: 'node20' },
      rolldownOptions: {
        // The program, and what it starts as a thread of its own.
        input: { main: 'server/main.ts', crew: 'server/rehearsal/city/crew.ts' },
        // All in one folder: the program finds the pages beside it.
        output: { chunkFileNames: '[name].js' },
      },
    },
  },
};

/** Whoever builds, a test or a person with settings of their own: libraries come as they are shipped. */
export async function asShipped(work) {
  const { NODE_ENV } = process.env;
  process.env.NODE_ENV = 'production';
  try {
    await work();
  } finally {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = NODE_ENV;
  }
}

/**
 * Builds what is older than its sources into dist/: the program, and the screens where they are
 * wanted. Everything it says goes to stderr: stdout belongs to the program that follows.
 */
export async function buildIfStale({ pages = true } = {}) {
  const stale = (pages ? ['pages', 'server'] : ['server']).filter((half) => !isFresh(half));
  if (stale.length === 0) return;
  console.error(`building the ${stale.join(' and the ')} …`);
  const { build } = await import('vite');
  for (const half of stale) {
    const started = new Date();
    await asShipped(() => build({ root, logLevel: 'warn', ...options[half] }));
    // Whatever changed while it was built is newer than the stamp.
    writeFileSync(stampOf(half), '');
    utimesSync(stampOf(half), started, started);
  }
}

// `npm run build`: for machines whose program folder nobody may write to later.
if (process.argv[1] === fileURLToPath(import.meta.url)) await buildIfStale();
