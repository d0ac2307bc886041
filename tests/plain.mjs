import { existsSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const HOUSES = ['server', 'shared', 'kiosk', 'tests'];

/**
 * The house as Node itself runs it. What the runners translate by themselves, each process anew, costs
 * as much as many a test, and then runs at half the speed: there each use of an import looks it up.
 */
const FORMS = {
  /** File by file: what tests are about. Test files are the runner's own; benches are built elsewhere. */
  plain: {
    takes: (path) =>
      /\.tsx?$/.test(path) && !/\.(test|story|d)\.ts$|^tests\/(bench|pictures)\//.test(path),
    output: { preserveModules: true, preserveModulesRoot: root },
    sourcemap: false,
  },
  /** The browser's stories, and what they share: few files, for Playwright takes long over each. */
  stories: { takes: (path) => path.endsWith('.story.ts'), output: {}, sourcemap: true },
};

const under = (folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
    join(folder, path),
  );

/** Whoever asks where it stands is told where its source does. */
export const here = {
  name: 'tingtang:here',
  enforce: 'pre',
  transform(code, id) {
    if (!code.includes('import.meta.url') || id.includes('node_modules')) return null;
    const url = JSON.stringify(String(pathToFileURL(id.replace(/\?.*/, ''))));
    return { code: code.replaceAll('import.meta.url', url), map: null };
  },
};

function isFresh(stamp, files) {
  if (!existsSync(stamp)) return false;
  const built = statSync(stamp).mtimeMs;
  return files.every((path) => statSync(join(root, path)).mtimeMs <= built);
}

/** Brings dist/plain/ or dist/stories/ up to date. */
async function make(form) {
  const { takes, output, sourcemap } = FORMS[form];
  const stamp = join(dist, `built-${form}`);
  const files = [...HOUSES.flatMap(under), 'package-lock.json'];
  if (isFresh(stamp, files)) return;
  const { build } = await import('vite');
  const started = new Date();
  const sources = files.filter(takes);
  const input = Object.fromEntries(sources.map((path) => [path.replace(/\.tsx?$/, ''), path]));
  rmSync(join(dist, form), { recursive: true, force: true });
  await build({
    ...{ root, configFile: false, logLevel: 'error', publicDir: false, plugins: [here] },
    oxc: { jsx: { importSource: 'preact' } },
    build: {
      ...{ ssr: true, outDir: join(dist, form), target: 'node20', sourcemap },
      rolldownOptions: {
        ...{ input, treeshake: false },
        output: { ...output, entryFileNames: '[name].js' },
      },
    },
  });
  writeFileSync(stamp, '');
  // Whatever changed meanwhile is newer than the stamp.
  utimesSync(stamp, started, started);
}

export const makePlain = () => make('plain');
export const makeStories = () => make('stories');

/** Vitest takes everything but the test files themselves from there; where it watches, nothing. */
export function plainly() {
  let runs = false;
  return {
    name: 'tingtang:plainly',
    enforce: 'pre',
    apply: () => Boolean(process.env.VITEST),
    async configureVitest({ vitest }) {
      runs = !vitest.config.watch;
      if (runs) await makePlain();
    },
    resolveId(source, importer) {
      if (!runs || !importer || !/^\.{1,2}\/.*\.tsx?$/.test(source)) return null;
      const path = relative(root, resolve(dirname(importer.replace(/\?.*/, '')), source));
      const plain = join(dist, 'plain', path.replace(/\.tsx?$/, '.js'));
      return existsSync(plain) ? { id: plain, external: true } : null;
    },
  };
}
